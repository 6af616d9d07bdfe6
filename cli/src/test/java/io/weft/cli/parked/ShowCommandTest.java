package io.weft.cli.parked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.cli.Bench;
import io.weft.cli.ExitCodes;
import io.weft.cli.FakeDesk;
import io.weft.workflows.failure.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowCommandTest {
  private static final String ID = "account-customer/usmf/a1";

  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void showsWhatWhyWhatToDoSinceWhenAndWhoIsBlocked() {
    bench.desk.parkDisputed("a1");
    bench.desk.parkDisputed("b2");

    Bench.Result result = bench.run("parked", "show", ID);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .contains("What:    Both sides changed the field")
        .contains("Why:     A decision or a correction is needed")
        .contains("To do:   Choose the side whose value is to hold")
        .contains("Since:   12 minutes ago (20")
        .contains("Blocks:  Further changes of this record")
        .contains("Kind:    " + FakeDesk.DISPUTE + " (2 alike)");
  }

  @Test
  void showsTheDisputedValuesAndTheCommandsThatSettleThem() {
    bench.desk.parkDisputed("a1");

    assertThat(bench.run("parked", "show", ID).out())
        .contains("DISPUTED FIELD    CREATIO SAYS  D365 SAYS")
        .contains("OrganizationName  A             B")
        .contains("  weft parked choose " + ID + " --side creatio --reason \"...\"")
        .contains("  weft parked discard " + ID + " --reason \"...\"");
  }

  @Test
  void findsARecordByItsKeyInAnyCase() {
    bench.desk.parkRejected("a1");

    assertThat(bench.run("parked", "show", "A1").out())
        .startsWith(ID)
        .contains("weft parked amend " + ID + " --set CustomerGroupId=VALUE");
  }

  @Test
  void aNewRecordCanBeLinked() {
    bench.desk.parkNewcomer("US-001");

    assertThat(bench.run("parked", "show", "usmf/US-001").out())
        .contains("This record is not on the other side yet")
        .contains(
            "  weft parked link introduce/account-customer/d365/usmf/US-001 --to KEY --reason");
  }

  @Test
  void aKeyOfTwoRecordsMustBeNamedInFull() {
    bench.desk.parkNewcomer("a1");
    bench.desk.parkRejected("a1");

    Bench.Result result = bench.run("parked", "show", "a1");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("'a1' means 2 records").contains("Name one in full");
  }

  @Test
  void whatIsNotParkedAnyMoreMatchesNothing() {
    Bench.Result result = bench.run("parked", "show", ID);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("'" + ID + "' is not parked (any more)");
  }

  @Test
  void jsonHasTheSame() {
    bench.desk.parkDisputed("a1");

    JsonNode json = bench.run("parked", "show", ID, "-o", "json").json();

    assertThat(json.get("parked").get("problem").get("failure").asText()).isEqualTo("Disputed");
    assertThat(json.get("disputed").get(0).get("rival").asText()).isEqualTo("A");
    assertThat(json.get("alike").asInt()).isEqualTo(1);
    assertThat(json.get("next").get(0).asText()).startsWith("weft parked choose");
    assertThat(json.get("blocks").asText()).isNotEmpty();
  }

  @Test
  void saysHowManyRecordsItHoldsUp() {
    Problem problem = new Problem("Rejected", "No group.", "Add it.", "group-1", null, false);
    bench.desk.parkHoldingUp("a1", problem, 3);

    assertThat(bench.run("parked", "show", ID).out())
        .contains("Holds:   3 records that need this one first; they go on when it does.");
    assertThat(
            bench
                .run("parked", "show", ID, "-o", "json")
                .json()
                .get("parked")
                .get("holdsUp")
                .asInt())
        .isEqualTo(3);
  }
}
