package io.weft.cli.parked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.cli.Bench;
import io.weft.cli.ExitCodes;
import io.weft.cli.FakeDesk;
import io.weft.cli.Run;
import io.weft.workflows.desk.Question;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListCommandTest {
  private static final String FIRST = "account-customer/usmf/a1";
  private static final String SECOND = "account-customer/usmf/b2";

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void showsThoseAlikeTogether() {
    bench.desk.parkRejected("a1");
    bench.desk.parkDisputed("c3");
    bench.desk.parkRejected("b2");

    Bench.Result result = bench.run("parked", "list");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .startsWith(
            """
            d365-update-rejected-5f3a90c1: 2 records
            Correct the record at its source, or amend the value.
            RECORD                    SINCE           WHAT
            account-customer/usmf/a1  12 minutes ago  D365 refused the record: group 'X9' is unknown
            account-customer/usmf/b2  12 minutes ago  D365 refused the record: group 'X9' is unknown
            """)
        .contains(FakeDesk.DISPUTE + ": 1 record");
    assertThat(result.err()).contains("3 records parked. More on one: weft parked show " + FIRST);
  }

  @Test
  void fitsANarrowTerminal() {
    bench.desk.parkRejected("a1");
    bench.narrow(70);

    assertThat(bench.run("parked", "list").out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(70))
        .anySatisfy(line -> assertThat(line).startsWith(FIRST + "  12 minutes ago  D365 refused"));
  }

  @Test
  void aHostileMessageStaysOnItsLine() {
    bench.desk.parkRejected("a1", "name 'x\n\u001b[31mFORGED' \ud83d\ude80 is \"bad\"");

    assertThat(bench.run("parked", "list").out())
        .contains("name 'x\\n\\u001b[31mFORGED' \ud83d\ude80 is \"bad\"")
        .doesNotContain("\u001b");
  }

  @Test
  void filtersGoToTheWorker() {
    bench.desk.parkRejected("a1");

    Bench.Result result =
        bench.run(
            "parked",
            "list",
            "--fingerprint",
            FakeDesk.GROUP,
            "--object",
            "account-customer",
            "--legal-entity",
            "USMF");

    assertThat(result.out()).contains(FIRST);
    assertThat(bench.desk.asked())
        .containsExactly(new Question.Parked(null, FakeDesk.GROUP, "account-customer", "usmf"));
  }

  @Test
  void nothingAtAllIsGoodNews() {
    Bench.Result result = bench.run("parked", "list");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out()).contains("Nothing waits for a person.");
  }

  @Test
  void aFilterThatFitsNothingSaysSoToScripts() {
    bench.desk.parkRejected("a1");

    Bench.Result result = bench.run("parked", "list", "--fingerprint", "other-kind");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.out()).contains("Nothing waits with fingerprint other-kind.");
  }

  @Test
  void jsonHasProblemAndExactTime() {
    bench.desk.parkRejected("a1", "tab\there");

    JsonNode json = bench.run("parked", "list", "-o", "json").json();

    assertThat(json.get("count").asInt()).isEqualTo(1);
    assertThat(json.get("source").asText()).isEqualTo("worker");
    JsonNode row = json.get("parked").get(0);
    assertThat(row.get("workflowId").asText()).isEqualTo(FIRST);
    assertThat(row.get("problem").get("what").asText()).isEqualTo("tab\there");
    assertThat(Instant.parse(row.get("since").asText())).isBefore(Instant.now());
  }

  @Test
  void temporalsOwnListShowsTheSameRecordsWithoutAWorker() {
    bench.runs.add(run(FIRST, "account-customer"));
    bench.runs.add(run(SECOND, "account-customer"));
    bench.runs.add(run("poller/usmf", null));

    Bench.Result result =
        bench.run("parked", "list", "--from-temporal", "--fingerprint", FakeDesk.GROUP);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out()).contains(FakeDesk.GROUP + ": 2 records", FIRST, SECOND, "by poller");
    assertThat(result.out()).doesNotContain("poller/usmf");
    assertThat(result.err()).contains("poller/usmf is in trouble: see weft poller status");
    assertThat(bench.queries)
        .containsExactly(
            "WeftState = 'Parked' AND ExecutionStatus = 'Running' AND WeftFailure = '"
                + FakeDesk.GROUP
                + "'");
    assertThat(bench.desk.asked()).isEmpty();
  }

  private static Run run(String id, String object) {
    return new Run(
        id, "AccountCustomerSync", object, "usmf", FakeDesk.GROUP, Instant.EPOCH, "by poller");
  }
}
