package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Row;

/** What became of one write of a batch. */
public sealed interface WriteResult {
  /**
   * It was done.
   *
   * @param row Creatio's echo of a new record; without columns for other writes
   */
  record Done(Row row) implements WriteResult {}

  /** It failed as the single call would have: the failure is what that would have thrown. */
  record Failed(RemoteException failure) implements WriteResult {}
}
