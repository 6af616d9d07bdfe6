package io.weft.activities.load;

import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;

/** How a settled pass is called for each kind of work. */
final class Outcomes {
  private Outcomes() {}

  /** The outcome of a pair whose pass ended so: a record that was wanted has been made. */
  static Outcome of(Kind kind, Outcome settled) {
    return switch (kind) {
      case NEW_IN_CREATIO -> Outcome.MADE_IN_D365;
      case NEW_IN_D365 -> Outcome.MADE_IN_CREATIO;
      case LINKED, SURE, DOUBTFUL, DUPLICATE, REFUSED -> settled;
    };
  }

  /** Whether both sides were in step then. */
  static boolean isInStep(Outcome outcome) {
    return switch (outcome) {
      case EQUAL, WRITTEN, MADE_IN_CREATIO, MADE_IN_D365, AWAITING -> true;
      case PARKED, ENDED, CHANGED, FAILED -> false;
    };
  }
}
