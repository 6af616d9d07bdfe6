package io.weft.activities.simulation;

import io.weft.workflows.record.Side;

/** Something that goes wrong, or that somebody does, at one point of a run. */
record Mischief(Kind kind, Side side, String value) {
  enum Kind {
    /** The process dies here. */
    CRASH,
    /** The remote write is done, its answer is lost. Only at a remote write. */
    LOST_ANSWER,
    /** The answer is lost now, the write lands later. Only at a remote write. */
    LATE_COMMIT,
    /** Turned away unprocessed. Only at a remote call. */
    THROTTLED,
    /** The heartbeat was missed: another attempt runs through, then this one goes on. */
    TWIN,
    /** As TWIN, after this attempt's deadline. */
    LATE_TWIN,
    /** A user edits a field. */
    EDIT,
    /** A user takes the last change of a field back, whoever made it. */
    REVERT,
    /** The run is ended by somebody, after its hints were delivered. */
    TERMINATE,
    /** A feed looks at the D365 records. */
    FEED,
    /** Another run has its turn in the middle of this one. */
    OTHER_RUN,
    /** A user merges the youngest account into a double of it. Once in a run. */
    MERGE
  }

  static Mischief of(Kind kind) {
    return new Mischief(kind, Side.CREATIO, "");
  }

  @Override
  public String toString() {
    return kind == Kind.EDIT || kind == Kind.REVERT
        ? kind + " " + side + "=" + value
        : kind.toString();
  }
}
