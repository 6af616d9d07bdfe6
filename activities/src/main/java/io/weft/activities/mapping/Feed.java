package io.weft.activities.mapping;

import io.weft.workflows.record.Side;

/** Where changes of an object are seen: a set of one system, followed in one way. */
public record Feed(Side side, Kind kind, String set) {
  /** How a set is followed. */
  public enum Kind {
    /** Dataverse row-version change tracking. */
    DELTA,
    /** Reading all and comparing with what was seen. */
    SCAN,
    /** By the time of change, with overlap. */
    MODIFIED,
    /** By the ids that are no longer there. */
    VANISHED
  }
}
