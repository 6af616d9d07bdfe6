package io.weft.cli.sample;

import java.util.List;
import java.util.Random;

/** Chance with a seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** Whether something of this probability happens. */
  boolean falls(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** A text in which # became a digit and A or B became a letter; the first digit is no zero. */
  String fill(String pattern) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      text.append(c == '#' ? digit(text) : c);
    }
    return text.toString();
  }

  private char digit(StringBuilder before) {
    boolean first = before.chars().noneMatch(Character::isDigit);
    return (char) ('0' + (first ? 1 + random.nextInt(9) : random.nextInt(10)));
  }

  String digits(int count) {
    return fill("#".repeat(count));
  }
}
