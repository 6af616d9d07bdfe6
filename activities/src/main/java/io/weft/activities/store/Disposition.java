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
  DISCARDED
}
