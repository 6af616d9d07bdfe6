package io.weft.activities.store;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;
import java.util.List;

/**
 * A hint that is safe in the store.
 *
 * @param id grows with the order of acceptance
 * @param pairs the pairs whose workflows must still be told; empty where the record is unknown
 *     (tell its introduction, see {@code unknown}) or where a pass at work will see it by itself
 * @param unknown whether the record has no pair yet, so that its introduction must be told; false
 *     too where it may be one that D365 is just making for us, whose pass will take the hint over
 */
public record StoredHint(long id, Hint hint, List<PairId> pairs, boolean unknown) {
  public StoredHint {
    pairs = List.copyOf(pairs);
  }
}
