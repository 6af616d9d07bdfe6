package io.weft.activities.introduction;

import io.weft.workflows.record.PairId;

/** Records that a person has said are not the same: nobody links them by their likeness again. */
@FunctionalInterface
public interface Parted {
  /** Whether the account of the pair and that D365 record were parted. */
  boolean are(PairId pair, String d365Key);

  /** Nobody was parted. */
  static Parted nobody() {
    return (pair, d365Key) -> false;
  }
}
