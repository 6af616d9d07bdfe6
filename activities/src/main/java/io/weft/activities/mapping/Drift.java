package io.weft.activities.mapping;

/** What happens to a change on the side that a one-way field only flows to. */
public enum Drift {
  /** It stays, recorded, until the source changes again. */
  KEEP,
  /** The source's value is put back, the change recorded as the loser. */
  RESTORE
}
