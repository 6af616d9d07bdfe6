package io.weft.bench;

import java.io.PrintWriter;
import java.util.List;

/** What a benchmark prints: how it was called and where, the figures, one line for the records. */
final class Report {
  private final PrintWriter out;
  private final String command;
  private final Machine machine;

  Report(PrintWriter out, String command, Machine machine) {
    this.out = out;
    this.command = command;
    this.machine = machine;
  }

  void progress(String text) {
    line("... " + text);
  }

  /** The head of the figures. */
  void head(String temporal) {
    line("");
    line("Command:   " + command);
    line("Measured:  " + machine.words() + "; Temporal server " + temporal);
    line("           " + machine.busy());
    line("           sandbox, driver and worker on this machine, the worker as its own process");
  }

  /** The head of figures that no server is needed for. */
  void offline() {
    line("");
    line("Command:   " + command);
    line("Measured:  " + machine.words());
    line("           " + machine.busy());
  }

  void figure(String name, String value) {
    line("%-32s %s".formatted(name + ":", value));
  }

  /** What the figures below mean. */
  void say(String text) {
    line(text);
  }

  /** A row of the table in docs/performance.md. */
  void row(List<String> cells) {
    line("");
    line("For docs/performance.md:");
    line("| %s | %s | `%s` |".formatted(machine.words(), String.join(" | ", cells), command));
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}
