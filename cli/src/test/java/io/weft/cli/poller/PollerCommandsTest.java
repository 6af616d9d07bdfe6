package io.weft.cli.poller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.cli.Bench;
import io.weft.cli.ExitCodes;
import io.weft.workflows.desk.Answer.FeedStatus;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Question;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerCommandsTest {
  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void startsAPollerForEveryEntityInUse() {
    Bench.Result result = bench.run("poller", "start", "--reason", "go live", "--who", "ann");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .containsPattern("usmf +done")
        .containsPattern("demf +done")
        .containsPattern("creatio-sweep/creatio +done")
        .doesNotContain("dat ");
    assertThat(bench.run("poller", "start", "usmf", "--reason", "again").out())
        .contains("usmf    runs already");
  }

  @Test
  void doesNotStartAPollerForAnEntityWithoutWork() {
    Bench.Result result = bench.run("poller", "start", "dat", "usmf", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("no object switched on in legal entity 'dat'", "usmf, demf");
    assertThat(bench.run("poller", "pause", "usmf", "--reason", "r").exitCode())
        .isEqualTo(ExitCodes.NO_MATCH);
  }

  @Test
  void aPauseShowsWhoAndWhyUntilItIsLifted() {
    bench.run("poller", "start", "usmf", "--reason", "r");

    Bench.Result paused =
        bench.run("poller", "pause", "usmf", "--reason", "D365 update", "--who", "ann");

    assertThat(paused.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(bench.run("poller", "status", "usmf").out())
        .contains("usmf    Paused  2 minutes ago      7  paused by ann: D365 update");
    bench.run("poller", "resume", "usmf", "--reason", "done");
    assertThat(bench.run("poller", "status", "usmf").out()).contains("usmf    Following");
  }

  @Test
  void aSweepIsNamedByItsConnection() {
    bench.run("poller", "start", "creatio-sweep/creatio", "--reason", "r");

    Bench.Result status = bench.run("poller", "status", "creatio-sweep/creatio");

    assertThat(status.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(status.out())
        .contains("creatio-sweep/creatio  Troubled  never")
        .contains("Creatio refused the sign-in.");
    bench.run("poller", "reset", "creatio-sweep/creatio", "--reason", "r");
    assertThat(bench.heard("creatio-sweep/creatio"))
        .singleElement()
        .asString()
        .startsWith("reset ");
  }

  @Test
  void statusOfAllShowsThoseThatDoNotRun() {
    bench.run("poller", "start", "usmf", "--reason", "r");
    bench.desk.follows(
        new FeedStatus(
            "usmf", "usmf/customers", Instant.parse("2026-11-23T08:00:00Z"), Level.OK, null));

    Bench.Result result = bench.run("poller", "status");
    JsonNode json = bench.run("poller", "status", "-o", "json").json();

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out())
        .containsPattern("demf +Not running")
        .contains("weft poller start demf --reason", "usmf/customers");
    assertThat(json.get("pollers").get(0).get("details").get("turns").asInt()).isEqualTo(7);
    assertThat(json.get("pollers").get(1).get("state").asText()).isEqualTo("Not running");
    assertThat(json.get("feeds").get(0).get("lastSuccess").asText())
        .isEqualTo("2026-11-23T08:00:00Z");
  }

  @Test
  void allAreToldAfterAYes() {
    bench.run("poller", "start", "--reason", "r");
    bench.type("yes");

    Bench.Result result = bench.run("poller", "pause", "--reason", "r");

    assertThat(result.err()).contains("Pause all 3 (usmf, demf, creatio-sweep/creatio)? [y/N]");
    assertThat(bench.heard("poller/usmf")).singleElement().asString().startsWith("pause ");
    assertThat(bench.heard("poller/demf")).singleElement().asString().startsWith("pause ");
  }

  @Test
  void aScriptMustSayYesForAll() {
    bench.run("poller", "start", "--reason", "r");

    Bench.Result result = bench.run("poller", "reset", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("add --yes");
    assertThat(bench.heard("poller/usmf")).isEmpty();
  }

  @Test
  void whereNoPollerRunsAWorkerForgets() {
    Bench.Result result =
        bench.run("poller", "reset", "usmf", "--reason", "restored", "--who", "ann");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(bench.desk.asked()).containsExactly(new Question.Reset("usmf", "ann", "restored"));
  }

  @Test
  void oneObjectsFeedsAreForgottenByAWorkerWhereverTheyLook() {
    bench.run("poller", "reset", "--object", "contact", "--reason", "r", "--who", "ann");
    bench.run(
        "poller",
        "reset",
        "usmf",
        "creatio-sweep/creatio",
        "--object",
        "order-sales-order",
        "--reason",
        "r",
        "--who",
        "ann");
    Bench.Result dry = bench.run("poller", "reset", "--object", "contact", "--dry-run");

    assertThat(dry.out()).contains("contact").contains("would be done");
    assertThat(bench.desk.asked())
        .containsExactly(
            new Question.Reset("contact", "ann", "r"),
            new Question.Reset("usmf/order-sales-order/", "ann", "r"),
            new Question.Reset("creatio/order-sales-order/", "ann", "r"));
  }

  @Test
  void aScopeWithoutFeedsMatchesNothing() {
    Bench.Result result = bench.run("poller", "reset", "zz", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("'zz' has no feeds");
  }

  @Test
  void aDryRunStartsAndTellsNothing() {
    Bench.Result start = bench.run("poller", "start", "usmf", "--dry-run");
    Bench.Result pause = bench.run("poller", "pause", "usmf", "--dry-run");

    assertThat(start.out()).contains("usmf    would be done");
    assertThat(pause.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(pause.err()).contains("None of them runs");
  }

  @Test
  void namedPollersNeedNoWorker() {
    bench.run("poller", "start", "usmf", "--reason", "r");
    int asked = bench.desk.asked().size();

    bench.run("poller", "pause", "usmf", "--reason", "r");

    assertThat(bench.desk.asked()).hasSize(asked);
  }
}
