package io.weft.activities.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What D365 puts between the dimensions of one text, single or doubled. */
enum Delimiter {
  HYPHEN('-'),
  PERIOD('.'),
  UNDERSCORE('_'),
  BAR('|'),
  TILDE('~');

  private final char sign;

  Delimiter(char sign) {
    this.sign = sign;
  }

  /**
   * The delimiter that D365's word or sign stands for: {@code Hyphen, DoubleHyphen, HyphenHyphen,
   * --}; empty if it is none.
   */
  static Optional<String> of(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .flatMap(delimiter -> delimiter.match(lower).stream())
        .findFirst();
  }

  private Optional<String> match(String word) {
    String name = name().toLowerCase(Locale.ROOT);
    String single = String.valueOf(sign);
    String twice = single + single;
    if (word.equals(name) || word.equals(single)) {
      return Optional.of(single);
    }
    String bare = word.replace("_", "").replace(" ", "");
    boolean doubled =
        bare.equals("double" + name) || bare.equals(name + "double") || bare.equals(name + name);
    return doubled || word.equals(twice) ? Optional.of(twice) : Optional.empty();
  }
}
