package io.weft.activities.desk;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.record.PairId;

/** A pass without writes. */
@FunctionalInterface
public interface Preview {
  /**
   * What a pass would decide for a pair now. Claims nothing and stores nothing. May throw a {@link
   * io.weft.activities.failure.RemoteException}.
   */
  Answer.PreviewReport preview(PairId pair);
}
