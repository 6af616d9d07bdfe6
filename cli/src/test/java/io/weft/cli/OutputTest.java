package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class OutputTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void onATerminalHeadingsStandOut() {
    output(Ansi.ON).heading("a\u001b[2Jb");

    assertThat(out.toString()).isEqualTo("\u001b[1ma\\u001b[2Jb\u001b[0m" + System.lineSeparator());
  }

  @Test
  void elsewhereTextIsPlain() {
    Output output = output(Ansi.OFF);
    output.heading("a");
    output.table(Table.of("A").row("b"));
    output.error("c");

    assertThat(out.toString() + err).doesNotContain("\u001b");
  }

  @Test
  void dataAndTheRestGoDifferentWays() {
    Output output = output(Ansi.OFF);
    output.line("data");
    output.note("note");
    output.error("error");

    assertThat(out.toString()).isEqualTo("data" + System.lineSeparator());
    assertThat(err.toString().lines()).containsExactly("note", "weft: error");
  }

  @Test
  void textIsWrappedAndNotesAreNot() {
    Output output =
        new Output(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new Output.Look(Ansi.OFF, 10),
            Clock.systemUTC());
    output.text("one two three");
    output.note("weft parked show a");

    assertThat(out.toString().lines()).containsExactly("one two", "three");
    assertThat(err.toString().lines()).containsExactly("weft parked show a");
  }

  private Output output(Ansi ansi) {
    return new Output(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        new Output.Look(ansi, Integer.MAX_VALUE),
        Clock.systemUTC());
  }
}
