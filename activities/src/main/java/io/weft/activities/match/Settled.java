package io.weft.activities.match;

import io.weft.workflows.record.RecordRef;
import java.util.List;

/**
 * What a claim has come to.
 *
 * @param link whether it is linked by itself: each record is the other's only choice; else a person
 *     decides
 * @param rivals the other left records that may be the same right one, the likeliest first
 */
public record Settled(Pair pair, boolean link, List<RecordRef> rivals) {
  public Settled {
    rivals = List.copyOf(rivals);
  }
}
