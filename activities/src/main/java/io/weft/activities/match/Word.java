package io.weft.activities.match;

/**
 * A word of a name, with what tells at a glance that it is not another one.
 *
 * @param letters a bit for each letter that occurs
 * @param digits whether there are digits in it
 * @param tells whether it is long and rare enough to say something of a company by itself
 */
record Word(String text, long letters, boolean digits, boolean tells) {
  /** A slip of the pen exchanges one letter for one other at most. */
  private static final int BITS_OF_A_SLIP = 2;

  private static final int TELLING = 4;
  private static final int ALPHABET = 26;
  private static final int OTHERS = Long.SIZE - ALPHABET;

  static Word of(String text) {
    long letters = 0;
    boolean digits = false;
    for (int i = 0; i < text.length(); i++) {
      letters |= bit(text.charAt(i));
      digits |= Character.isDigit(text.charAt(i));
    }
    return new Word(text, letters, digits, text.length() >= TELLING && !Vocabulary.isCommon(text));
  }

  private static long bit(char letter) {
    boolean latin = letter >= 'a' && letter <= 'z';
    return 1L << (latin ? letter - 'a' : ALPHABET + letter % OTHERS);
  }

  int length() {
    return text.length();
  }

  /** False only if the two cannot be one, even with so many slips of the pen. */
  boolean mayBe(Word other, int slips) {
    return Math.abs(length() - other.length()) <= slips
        && Long.bitCount(letters ^ other.letters) <= BITS_OF_A_SLIP * slips;
  }
}
