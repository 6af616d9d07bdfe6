package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void aValueCanNeitherBreakTheLineNorColourTheScreen() {
    assertThat(Texts.plain("a\nb\r\tc\u001b[31m\u0007\u0000"))
        .isEqualTo("a\\nb\\r\\tc\\u001b[31m\\u0007\\u0000");
  }

  @Test
  void aValueCannotTurnTheDirectionOfWriting() {
    assertThat(Texts.plain("abc\u202edef\u2028")).isEqualTo("abc\\u202edef\\u2028");
  }

  @Test
  void lettersOfAllScriptsAndJoinedEmojiStay() {
    String text = "Ærø Ångström 株式会社 \ud83d\udc69\u200d\ud83d\udd27 \"quoted\" 'it''s'";

    assertThat(Texts.plain(text)).isEqualTo(text);
  }

  @Test
  void halfASignIsReplaced() {
    assertThat(Texts.plain("x\ud83dy")).isEqualTo("x\ufffdy");
  }

  @Test
  void idsGoIntoAShellAsTheyAreAndOtherWordsInQuotes() {
    assertThat(Texts.shell("account-customer/usmf/6f1c~ab"))
        .isEqualTo("account-customer/usmf/6f1c~ab");
    assertThat(Texts.shell("it's $HOME; rm")).isEqualTo("'it'\\''s $HOME; rm'");
    assertThat(Texts.shell("")).isEqualTo("''");
  }

  @Test
  void wideSignsTakeTwoColumns() {
    assertThat(Texts.width("ab株🚀e\u0301")).isEqualTo(2 + 2 + 2 + 1);
  }

  @Test
  void wrapsAtSpacesAndInsideWordsThatAreTooLong() {
    assertThat(Texts.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(Texts.wrap("abcdefghij kl", 4)).containsExactly("abcd", "efgh", "ij", "kl");
    assertThat(Texts.wrap("株式会社", 5)).containsExactly("株式", "会社");
    assertThat(Texts.wrap("", 5)).containsExactly("");
    assertThat(Texts.wrap("  kept as it fits", 40)).containsExactly("  kept as it fits");
  }
}
