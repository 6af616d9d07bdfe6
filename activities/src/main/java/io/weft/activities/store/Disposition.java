package io.weft.activities.store;

/**
 * How a hint ended. The counts of all, with those parked and in flight, equal the accepted (G1).
 */
public enum Disposition {
  /** A pass that covers it wrote something. */
  APPLIED,
  /** A pass that covers it found both sides equal. */
  EQUAL,
  /** A newer hint of the same record was covered by the same pass. */
  SUPERSEDED,
  /** Not ours to sync: switched off, out of scope, our own echo. */
  FILTERED,
  /** An operator let it go, by name and reason. */
  DISCARDED;

  /**
   * The one that says more about a hint that went to several pairs: something written before found
   * equal, superseded, let go, left out.
   */
  public Disposition larger(Disposition other) {
    return rank() <= other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case APPLIED -> 0;
      case EQUAL -> 1;
      case SUPERSEDED -> 2;
      case DISCARDED -> 3;
      case FILTERED -> 4;
    };
  }
}
