package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.FeedStatus;
import io.weft.workflows.desk.Answer.Level;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void showsModesCountsSumsFeedsAndWhatWaits() {
    Instant read = Instant.now().minusSeconds(310);
    bench.desk.follows(new FeedStatus("usmf", "usmf/customers", read, Level.OK, null));

    Bench.Result result = bench.run("status");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .contains("OBJECT            ENTITY  MODE     LINKED  OPEN  PARKED")
        .contains("account-customer  usmf    write      1200     3       2")
        .contains("all                                  1240     3       2")
        .contains("hints    9 accepted: 4 applied, 1 already equal, 2 parked, 2 in flight")
        .contains("usmf/customers  5 minutes ago")
        .contains(FakeDesk.GROUP + "  2 waiting, for example: X9");
    assertThat(result.out()).doesNotContain("last read 5 min ago");
    assertThat(result.err()).contains("weft parked list");
  }

  @Test
  void aFeedThatIsSilentFailsAScript() {
    bench.desk.follows(new FeedStatus("usmf", "usmf/customers", null, Level.PROBLEM, "silent"));

    Bench.Result result = bench.run("status");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out()).contains("PROBLEM  usmf/customers  never");
  }

  @Test
  void ofOneObjectShowsItsLinesAndFeedsOnly() {
    Instant read = Instant.now();
    bench.desk.follows(new FeedStatus("usmf", "usmf/contact/scan", read, Level.OK, null));
    bench.desk.follows(new FeedStatus("usmf", "usmf/account-customer/scan", read, Level.OK, null));

    Bench.Result contacts = bench.run("status", "--object", "contact");
    Bench.Result accounts = bench.run("status", "--object", "account-customer");

    assertThat(contacts.out()).contains("usmf/contact/scan").doesNotContain("account-customer");
    assertThat(accounts.out())
        .contains("account-customer  usmf    write      1200     3       2")
        .doesNotContain("usmf/contact/scan");
    assertThat(contacts.err()).contains("weft parked list --object contact");
  }

  @Test
  void jsonHasExactTimes() {
    Instant read = Instant.parse("2026-11-23T08:00:00Z");
    bench.desk.follows(new FeedStatus("usmf", "usmf/customers", read, Level.OK, null));

    JsonNode json = bench.run("-o", "json", "status").json();

    assertThat(json.get("feeds").get(0).get("lastSuccess").asText())
        .isEqualTo("2026-11-23T08:00:00Z");
    assertThat(json.get("objects").get(0).get("linked").asLong()).isEqualTo(1200);
    assertThat(json.get("lines")).hasSize(2);
    assertThat(json.get("parked")).hasSize(1);
  }

  @Test
  void showsWhoWaitsForWhomAndWhatHoldsThemUp() {
    String blocker = "account-customer/usmf/a1";
    Instant since = Instant.now().minusSeconds(130);
    bench.desk.waits(
        new Answer.Waiting(
            List.of(
                new Answer.WaitingLine(
                    "order-sales-order", 3, "order-sales-order/creatio/o1", blocker, since),
                new Answer.WaitingLine("contact", 1, "contact/creatio/c1", blocker, since)),
            List.of(new Answer.HeldUp(blocker, blocker, 4, "Group 'X9' is unknown."))));

    Bench.Result all = bench.run("status");
    Bench.Result contacts = bench.run("status", "--object", "contact");
    JsonNode json = bench.run("status", "-o", "json").json();

    assertThat(all.out())
        .contains(
            "Waiting: 3 records of order-sales-order, e.g. order-sales-order/creatio/o1 waits for "
                + blocker
                + " (2 minutes ago).")
        .contains("Held up by " + blocker + ": 4 records. Group 'X9' is unknown.");
    assertThat(all.err()).contains("weft parked show " + blocker);
    assertThat(contacts.out()).contains("1 record of contact").doesNotContain("3 records of");
    assertThat(json.get("waiting").get(0).get("waitsFor").asText()).isEqualTo(blocker);
    assertThat(json.get("heldUp").get(0).get("records").asLong()).isEqualTo(4);
  }
}
