package io.weft.activities.mapping;

/** Who wins where both sides moved apart. The loser is always recorded. */
public enum ConflictPolicy {
  CREATIO_WINS,
  D365_WINS,
  /** The later change wins; a tie goes to Creatio; where a time is not known, a person is asked. */
  NEWEST_WINS,
  /** Nothing is sent for this field until a person chooses; other fields go on. */
  ASK
}
