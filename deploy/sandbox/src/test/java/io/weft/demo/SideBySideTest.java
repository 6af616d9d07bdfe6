package io.weft.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SideBySideTest {
  private static final String LONG = "a".repeat(200);

  @Test
  void standsInColumnsUnderItsHead() {
    String row = new SideBySide().row("Name", "Acme", "ACME Inc.").rows().get(0);

    assertThat(row.indexOf("Acme")).isEqualTo(SideBySide.head().indexOf("Creatio"));
    assertThat(row.indexOf("ACME")).isEqualTo(SideBySide.head().indexOf("D365"));
  }

  @Test
  void fitsAWindowOfAHundredHoweverLongTheValues() {
    String row = new SideBySide().row(LONG, LONG, LONG).rows().get(0);

    assertThat("      " + row).hasSizeLessThanOrEqualTo(100).endsWith("...");
  }

  @Test
  void showsADashWhereThereIsNothing() {
    String row = new SideBySide().row("Number", " ", "").rows().get(0);

    assertThat(row).matches("Number +- +-");
  }
}
