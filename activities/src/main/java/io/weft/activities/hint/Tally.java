package io.weft.activities.hint;

import io.weft.workflows.pass.Origin;

/** Counts what comes in, for the metrics. Thread-safe, quick, never throws. */
@FunctionalInterface
public interface Tally {
  /** Counts nothing. */
  Tally NONE = (origin, what, number) -> {};

  /** Adds to a count. */
  void count(Origin origin, What what, int number);

  /** What became of a hint at the door. */
  enum What {
    /** Stored, to be followed up. */
    ACCEPTED,
    /** Stored and closed at once: its object is switched off. */
    FILTERED,
    /** Not stored: names something that Weft keeps no track of. */
    UNKNOWN,
    /** Refused: it could not be read or had no right to be here. */
    REFUSED
  }
}
