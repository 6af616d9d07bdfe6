package io.weft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class SandboxCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      new CommandLine(new SandboxCommand())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @Test
  void explainsItself() {
    assertThat(command.execute("--help")).isZero();
    assertThat(out.toString())
        .contains("--port", "--seed", "--accounts", "--customers", "--latency-ms", "--write-ms");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThat(command.execute("--port", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("--port");
  }
}
