package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.junit.jupiter.api.Test;

class WordTest {
  private static final long SEED = 20261128;
  private static final int PAIRS = 50_000;
  private static final String LETTERS = "abcdeизя";

  @Test
  void aGlanceNeverDeniesWhatALookWouldFind() {
    Random random = new Random(SEED);
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(2);
    int alike = 0;
    for (int i = 0; i < PAIRS; i++) {
      String one = word(random);
      String other = word(random);
      int slips = distance.apply(one, other);
      if (slips >= 0) {
        alike++;
        assertThat(Word.of(one).mayBe(Word.of(other), slips)).as(one + " " + other).isTrue();
      }
    }
    assertThat(alike).as("pairs that are alike, seed " + SEED).isGreaterThan(100);
  }

  @Test
  void aGlanceTellsWordsOfOtherLettersApart() {
    assertThat(Word.of("fabrikam").mayBe(Word.of("northwind"), 2)).isFalse();
    assertThat(Word.of("fabrikam").mayBe(Word.of("fabrikamlogistik"), 2)).isFalse();
  }

  @Test
  void shortAndCommonWordsTellNothing() {
    assertThat(List.of(Word.of("abc").tells(), Word.of("group").tells())).containsOnly(false);
    assertThat(Word.of("fabrikam").tells()).isTrue();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 3 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
