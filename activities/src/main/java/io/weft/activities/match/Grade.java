package io.weft.activities.match;

/** What two records are to each other. */
public enum Grade {
  /** The same company, without doubt: they may be linked by themselves. */
  SURE,
  /** Perhaps the same: a person decides. */
  DOUBTFUL,
  /**
   * They share a name, and perhaps a city or a domain, no number and no address: a person decides,
   * unless one of them is linked with another for sure.
   */
  FAINT,
  /** Two companies. */
  NONE
}
