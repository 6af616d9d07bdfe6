package io.weft.activities.match;

/** What two records are to each other. */
public enum Grade {
  /** The same company, without doubt: they may be linked by themselves. */
  SURE,
  /** Perhaps the same: a person decides. */
  DOUBTFUL,
  /** Two companies. */
  NONE
}
