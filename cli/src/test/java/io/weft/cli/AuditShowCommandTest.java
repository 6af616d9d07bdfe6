package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.workflows.desk.Answer.AuditLine;
import io.weft.workflows.desk.Question;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditShowCommandTest {
  private static final AuditLine LINE =
      new AuditLine(
          Instant.parse("2026-11-23T08:00:01Z"),
          "applied",
          "D365",
          "account-customer/d365/usmf/US-1",
          "OrganizationName",
          null,
          "Acme\n\"Inc\"",
          "Acme Ltd",
          "ann",
          "Both had changed.",
          1,
          "run-1");

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void showsWhoWroteWhatWhenAndWhy() {
    bench.desk.wrote(LINE);

    Bench.Result result = bench.run("audit", "show", "US-1", "--limit", "7");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .contains("2026-11-23 08:00:01 UTC  applied in D365  OrganizationName  -")
        .contains("Acme\\n\"Inc\"")
        .contains("Both had changed. Not taken: 'Acme Ltd'.");
    assertThat(result.out().lines()).hasSize(2);
    assertThat(bench.desk.asked()).containsExactly(new Question.Audit("US-1", 7));
  }

  @Test
  void jsonKeepsValuesAsTheyAre() {
    bench.desk.wrote(LINE);

    JsonNode line = bench.run("audit", "show", "US-1", "-o", "json").json().get("lines").get(0);

    assertThat(line.get("at").asText()).isEqualTo("2026-11-23T08:00:01Z");
    assertThat(line.get("before").isNull()).isTrue();
    assertThat(line.get("after").asText()).isEqualTo("Acme\n\"Inc\"");
  }

  @Test
  void aRecordWithoutWritesMatchesNothing() {
    Bench.Result result = bench.run("audit", "show", "nobody");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("Nothing was written to 'nobody'");
  }
}
