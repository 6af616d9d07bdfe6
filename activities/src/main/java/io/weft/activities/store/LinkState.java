package io.weft.activities.store;

/** Where a link stands. */
public enum LinkState {
  /** Keys are fixed, the record on the other side may not exist yet. */
  RESERVED,
  /** Both records exist and are kept in step. */
  LIVE,
  /** Out of scope: kept, not written. */
  OUT_OF_SCOPE,
  /** The Creatio record was merged into another one. */
  MERGED,
  /** One of the records was deleted: kept as evidence, not written. */
  GONE;

  /** Whether the link has ended: its records are kept as evidence only. */
  public boolean hasEnded() {
    return this == MERGED || this == GONE;
  }
}
