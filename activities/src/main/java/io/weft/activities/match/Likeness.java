package io.weft.activities.match;

/** How alike two names are. */
enum Likeness {
  /** The same words, in whatever order. */
  EQUAL(30),
  /** The same words, but for the spelling. */
  MISSPELT(22),
  /** One has all the words of the other, and more. */
  CONTAINED(14),
  /** Other names. */
  OTHER(-20),
  /** One of them is not known. */
  UNKNOWN(0);

  private final int points;

  Likeness(int points) {
    this.points = points;
  }

  /** Points for the score; below zero if it speaks against. */
  int points() {
    return points;
  }

  /** Whether they may be one company's. */
  boolean near() {
    return this == EQUAL || this == MISSPELT || this == CONTAINED;
  }
}
