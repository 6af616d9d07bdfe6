package io.weft.workflows.load;

/** Where a load stands in its course. Kept in histories and in the store: never rename one. */
public enum LoadPhase {
  /** Both sides are read, page by page, into the store. */
  SCAN,
  /** Records of both sides are judged: the same company, perhaps the same, or nobody's. */
  MATCH,
  /** What would be written is worked out, and nothing written; the last phase of a plan. */
  REHEARSE,
  /** Pairs are linked, made and brought in step, batch by batch. */
  APPLY,
  /** Both sides are compared once more. */
  VERIFY
}
