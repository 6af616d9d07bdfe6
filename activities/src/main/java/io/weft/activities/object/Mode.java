package io.weft.activities.object;

/** What Weft may do with one sync object in one legal entity. */
public enum Mode {
  /** Nothing at all; hints are counted as filtered. */
  OFF,
  /** Read, match and plan; write nothing; say what would have been written. */
  OBSERVE,
  /** Keep in step. */
  WRITE,
  /** Hold hints back and block writes, for a month-end; goes on when lifted. */
  FREEZE
}
