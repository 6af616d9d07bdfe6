package io.weft.cli.parked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.cli.Bench;
import io.weft.cli.ExitCodes;
import io.weft.cli.FakeDesk;
import io.weft.cli.Run;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellingTest {
  private static final String FIRST = "account-customer/usmf/a1";
  private static final String SECOND = "account-customer/usmf/b2";
  private static final String NASTY = "O'Neil \"& Sons\"\n\u001b[31m = 10 % \ud83d\ude80 株式";

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void oneRecordIsToldWithoutAQuestion() {
    park("a1", "b2");

    Bench.Result result =
        bench.run("parked", "retry", FIRST, "--reason", "group exists now", "--who", "ann");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out()).contains(FIRST + "  told");
    assertThat(result.err()).contains("Retry: 1 record told as ann");
    assertThat(bench.order(FIRST).get("kind").asText()).isEqualTo("retry");
    assertThat(bench.order(FIRST).get("who").asText()).isEqualTo("ann");
    assertThat(bench.order(FIRST).get("why").asText()).isEqualTo("group exists now");
    assertThat(bench.heard(SECOND)).isEmpty();
  }

  @Test
  void aKeyNamesARecordAsWell() {
    park("a1");

    bench.run("parked", "discard", "A1", "--reason", "r");

    assertThat(bench.heard(FIRST)).singleElement().asString().startsWith("discard ");
  }

  @Test
  void valuesArriveAsTheyWereTyped() {
    park("a1");

    Bench.Result result =
        bench.run(
            "parked",
            "amend",
            FIRST,
            "--set",
            "Name=" + NASTY,
            "--set",
            "Fax=",
            "--set",
            "Q=a=b",
            "--reason",
            NASTY,
            "-o",
            "json");

    JsonNode fields = bench.order(FIRST).get("fields");
    assertThat(fields.get("Name").asText()).isEqualTo(NASTY);
    assertThat(fields.get("Fax").asText()).isEmpty();
    assertThat(fields.get("Q").asText()).isEqualTo("a=b");
    assertThat(bench.order(FIRST).get("why").asText()).isEqualTo(NASTY.strip());
    assertThat(result.json().get("reason").asText()).isEqualTo(NASTY.strip());
  }

  @Test
  void aNewRecordIsLinkedWithItsPartner() {
    bench.desk.parkNewcomer("US-001");
    String id = "introduce/account-customer/d365/usmf/US-001";
    bench.park(id);

    bench.run("parked", "link", id, "--to", " 6f1c ", "--reason", "r");

    assertThat(bench.heard(id)).singleElement().asString().startsWith("link ");
    assertThat(bench.order(id).get("key").asText()).isEqualTo("6f1c");
  }

  @Test
  void aConflictIsSettledForTheFieldsNamed() {
    park("a1");

    bench.run(
        "parked",
        "choose",
        FIRST,
        "--side",
        "D365",
        "--field",
        "Name",
        "--field",
        "Fax",
        "--reason",
        "r");

    assertThat(bench.order(FIRST).get("side").asText()).isEqualTo("D365");
    assertThat(bench.order(FIRST).get("fields")).hasSize(2);
  }

  @Test
  void manyAreToldAfterAYes() {
    park("a1", "b2");
    bench.type("y");

    Bench.Result result =
        bench.run("parked", "retry", "--fingerprint", FakeDesk.GROUP, "--reason", "r");

    assertThat(result.err())
        .contains(FIRST)
        .contains("Retry these 2 records (fingerprint " + FakeDesk.GROUP + ")? [y/N]");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(bench.heard(FIRST)).hasSize(1);
    assertThat(bench.heard(SECOND)).hasSize(1);
  }

  @Test
  void anythingButYesTellsNobody() {
    park("a1", "b2");
    bench.type("");

    Bench.Result result = bench.run("parked", "discard", "--legal-entity", "usmf", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err()).contains("Nothing was done.");
    assertThat(bench.heard(FIRST)).isEmpty();
  }

  @Test
  void aScriptMustSayYes() {
    park("a1", "b2");

    Bench.Result refused =
        bench.run("parked", "retry", "--object", "account-customer", "--reason", "r");
    Bench.Result done =
        bench.run("parked", "retry", "--object", "account-customer", "--reason", "r", "--yes");

    assertThat(refused.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(refused.err()).contains("Nobody can be asked here: add --yes");
    assertThat(done.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(bench.heard(FIRST)).hasSize(1);
  }

  @Test
  void aDryRunTellsNobodyAndAsksNothing() {
    park("a1", "b2");

    Bench.Result result =
        bench.run("parked", "retry", "--fingerprint", FakeDesk.GROUP, "--dry-run", "-o", "json");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.json().get("records")).hasSize(2);
    assertThat(result.json().get("records").get(0).get("result").asText())
        .isEqualTo("WOULD_BE_TOLD");
    assertThat(bench.heard(FIRST)).isEmpty();
  }

  @Test
  void aRecordThatWentOnMeanwhileIsNotParkedAnyMore() {
    bench.desk.parkRejected("a1"); // still on the list, but its run has ended

    Bench.Result result = bench.run("parked", "retry", FIRST, "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.out()).contains("not parked any more");
  }

  @Test
  void aNameThatFitsNothingDoesNotKeepTheOthersBack() {
    park("a1");

    Bench.Result result = bench.run("parked", "retry", FIRST, "ghost", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err()).contains("'ghost' is not parked (any more)");
    assertThat(bench.heard(FIRST)).hasSize(1);
  }

  @Test
  void aKindThatNobodyHasMatchesNothing() {
    Bench.Result result = bench.run("parked", "retry", "--fingerprint", "x", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("Nothing waits with fingerprint x.");
  }

  @Test
  void whereTemporalIsLostHalfwayItSaysWhoWasTold() {
    park("a1", "b2");
    bench.loseTemporalAfter(1);

    Bench.Result result =
        bench.run("parked", "retry", "--fingerprint", FakeDesk.GROUP, "--reason", "r", "--yes");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.UNREACHABLE);
    assertThat(result.out())
        .contains(FIRST + "  told")
        .contains(SECOND + "  not told: Temporal did not answer");
    assertThat(result.err()).contains("Run the same command again");
  }

  @Test
  void withoutAWorkerRecordsAreFoundThroughTemporal() {
    try (Bench alone = Bench.withoutWorker()) {
      alone.park(FIRST);
      alone.runs.add(
          new Run(
              FIRST, "AccountCustomerSync", "account-customer", "usmf", "x", Instant.EPOCH, null));

      Bench.Result result = alone.run("parked", "retry", "a1", "--from-temporal", "--reason", "r");

      assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
      assertThat(alone.heard(FIRST)).hasSize(1);
    }
  }

  private void park(String... keys) {
    for (String key : keys) {
      bench.desk.parkRejected(key);
      bench.park("account-customer/usmf/" + key);
    }
  }
}
