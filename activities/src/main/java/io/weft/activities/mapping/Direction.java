package io.weft.activities.mapping;

import io.weft.workflows.record.Side;

/** Which way a field flows. */
public enum Direction {
  BOTH,
  TO_D365,
  TO_CREATIO;

  /** Whether values may be written to that side. */
  public boolean flowsTo(Side side) {
    return switch (this) {
      case BOTH -> true;
      case TO_D365 -> side == Side.D365;
      case TO_CREATIO -> side == Side.CREATIO;
    };
  }
}
