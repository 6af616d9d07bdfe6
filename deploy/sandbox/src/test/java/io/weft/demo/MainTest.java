package io.weft.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void namesItsCommands() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString()).contains("demo", "sandbox", "bench");
  }

  @Test
  void explainsTheDemo() {
    assertThat(execute("demo", "--help")).isZero();
    assertThat(out.toString()).contains("--stay", "--verbose", "TEMPORAL_ADDRESS");
  }

  @Test
  void keepsTheOptionsOfTheSandbox() {
    assertThat(execute("sandbox", "--help")).isZero();
    assertThat(out.toString()).contains("--port", "--overlap", "--latency-ms");
  }

  @Test
  void refusesAWordThatIsNoCommand() {
    assertThat(execute("dmo")).isEqualTo(2);
    assertThat(err.toString()).contains("dmo");
  }

  @Test
  void wantsAServerToMeasureWith() {
    assertThat(execute("bench", "live")).isEqualTo(2);
    assertThat(err.toString()).contains("TEMPORAL_ADDRESS is not set");
  }

  @Test
  void refusesARateOfNothing() {
    assertThat(execute("bench", "gateway", "--rate", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--rate");
  }

  @Test
  void asksWhichBenchmarkIsMeant() {
    assertThat(execute("bench")).isEqualTo(2);
    assertThat(err.toString()).contains("live, orders, mixed, bulk, idle, gateway or match");
  }

  private int execute(String... words) {
    CommandLine command =
        Main.command(Map.of()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(words);
  }
}
