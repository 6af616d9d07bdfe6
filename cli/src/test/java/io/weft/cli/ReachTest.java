package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens where nobody answers. */
class ReachTest {
  @Test
  void aServerThatIsAwayIsNamed() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int exitCode =
        Weft.run(
            Weft.Outside.embedded(
                Map.of("TEMPORAL_ADDRESS", "example.invalid:7233"),
                new PrintWriter(out),
                new PrintWriter(err)),
            "status",
            "--address",
            "127.0.0.1:1");

    assertThat(exitCode).isEqualTo(ExitCodes.UNREACHABLE);
    assertThat(err.toString())
        .contains("Temporal does not answer at 127.0.0.1:1")
        .contains("TEMPORAL_ADDRESS", "--address")
        .doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void withoutAWorkerItSaysWhatToStart() {
    try (Bench bench = Bench.withoutWorker()) {
      Bench.Result result = bench.run("status", "--timeout", "3");

      assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_ANSWER);
      assertThat(result.err())
          .contains("No worker answered within 3 s.")
          .contains("memory:7233, namespace default")
          .contains("start the Weft worker");
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void aWorkersFailureIsToldInItsWords() {
    try (Bench bench = Bench.open()) {
      bench.desk.fail();

      Bench.Result result = bench.run("status");

      assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
      assertThat(result.err()).contains("the store is on fire").doesNotContain("\tat ");
    }
  }

  @Test
  void verboseShowsTheStackTrace() {
    try (Bench bench = Bench.open()) {
      bench.desk.fail();

      assertThat(bench.run("status", "--verbose").err()).contains("\tat io.weft.cli");
    }
  }
}
