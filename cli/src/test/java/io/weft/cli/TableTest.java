package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsStandUnderTheirHeadings() {
    Table table = Table.of("!ID", "#OPEN", "WHAT").row("a/1", 12, "fine").row("b/22", 3, null);

    assertThat(table.lines(Integer.MAX_VALUE))
        .containsExactly("ID    OPEN  WHAT", "a/1     12  fine", "b/22     3");
  }

  @Test
  void onANarrowTerminalTextIsWrappedAndIdsAreNot() {
    Table table =
        Table.of("!ID", "WHAT")
            .row("account-customer/usmf/1", "the group is unknown in the other system");

    assertThat(table.lines(45))
        .containsExactly(
            "ID                       WHAT",
            "account-customer/usmf/1  the group is unknown",
            "                         in the other system");
  }

  @Test
  void aHostileValueStaysInItsCell() {
    Table table = Table.of("FIELD", "VALUE").row("Name", "a\nFORGED  row\u001b[2J");

    assertThat(table.lines(200))
        .containsExactly("FIELD  VALUE", "Name   a\\nFORGED  row\\u001b[2J");
  }

  @Test
  void wideSignsDoNotShiftTheColumns() {
    Table table = Table.of("NAME", "CITY").row("株式", "Ōsaka").row("Acme", "Oslo");

    assertThat(table.lines(80)).containsExactly("NAME  CITY", "株式  Ōsaka", "Acme  Oslo");
  }

  @Test
  void aRowMustFitTheColumns() {
    assertThatThrownBy(() -> Table.of("A", "B").row("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 cells in a table of 2 columns");
  }
}
