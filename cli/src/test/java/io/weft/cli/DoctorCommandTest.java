package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.workflows.desk.Answer.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void allWellIsDone() {
    bench.desk.finds(Level.OK, "Sign-in to Creatio", "signed in as weft", null);

    Bench.Result result = bench.run("doctor");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .contains("ok  Temporal            answers at memory:7233, namespace default")
        .contains("ok  Sign-in to Creatio  signed in as weft")
        .contains("All is well: 2 findings.");
  }

  @Test
  void aProblemFailsAndSaysWhatToDo() {
    bench.desk.finds(Level.WARNING, "Clock", "12 s apart", "Set the clock.");
    bench.desk.finds(Level.PROBLEM, "Rights", "no right to write", "Grant it.");

    Bench.Result result = bench.run("doctor");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out())
        .contains("PROBLEM  Rights")
        .contains("Grant it.")
        .contains("1 problem and 1 warning in 3 findings.");
  }

  @Test
  void warningsAloneDoNotFail() {
    bench.desk.finds(Level.WARNING, "Clock", "12 s apart", "Set the clock.");

    assertThat(bench.run("doctor").exitCode()).isEqualTo(ExitCodes.DONE);
  }

  @Test
  void jsonCountsAndListsTheFindings() {
    bench.desk.finds(Level.PROBLEM, "Rights", "no \"right\"\n\ud83d\ude80", "Grant it.");

    JsonNode json = bench.run("doctor", "-o", "json").json();

    assertThat(json.get("problems").asInt()).isEqualTo(1);
    JsonNode finding = json.get("findings").get(1);
    assertThat(finding.get("level").asText()).isEqualTo("PROBLEM");
    assertThat(finding.get("found").asText()).isEqualTo("no \"right\"\n\ud83d\ude80");
    assertThat(finding.get("remedy").asText()).isEqualTo("Grant it.");
  }
}
