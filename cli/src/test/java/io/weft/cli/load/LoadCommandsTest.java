package io.weft.cli.load;

import static io.weft.cli.FakeLoadDesk.CHOSEN;
import static io.weft.cli.FakeLoadDesk.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.cli.Bench;
import io.weft.cli.ExitCodes;
import io.weft.workflows.client.Starts;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadChoices.Creation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadCommandsTest {
  private static final String RUN = "load/account-customer/usmf/";

  @TempDir Path folder;
  private final Bench bench = Bench.open();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aPlanWaitsShowsItsNumbersAndWritesItsReport() throws Exception {
    bench.loads.closed(1, false, CHOSEN);
    bench.loads.row("a1", "Acme", null);
    bench.loads.row("a2", "=HYPERLINK(\"x\")", "No name.");
    bench.loads.row("a3", "Müller; \"Sons\"", null);
    bench.loads.planAtOnce();

    Bench.Result result =
        bench.run("load", "plan", "account", "--legal-entity", "usmf", "--out", folder.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.err()).contains("Plan account-customer/usmf/2 is started; it writes nothing");
    assertThat(result.out()).contains("Plan account-customer/usmf/2: completed");
    String csv = Files.readString(folder.resolve("account-customer-usmf-2.csv"));
    assertThat(csv)
        .startsWith("\ufeffcreatioKey,creatioName,")
        .contains("a2,\"'=HYPERLINK(\"\"x\"\")\",")
        .contains("\"Müller; \"\"Sons\"\"\"");
    String json = Files.readString(folder.resolve("account-customer-usmf-2.json"));
    assertThat(json).contains("\"csvSha256\" : \"" + sha256(csv)).contains("\"TO_LINK\" : 900");
    assertThat(bench.run("load", "report", "account", "--out", folder.toString()).out())
        .contains("3 rows: ");
    assertThat(bench.run("load", "report", "account").out()).contains("Acme (a1)", "Acme (US-a1)");
  }

  @Test
  void aPlanIsWatchedUntilItIsComplete() {
    bench.loads.openPlan(7);
    new Starts(bench.client(), Visibility.PLAIN).load(id(7), true, CHOSEN);
    bench.whenResting(() -> bench.loads.complete(7));

    Bench.Result result =
        bench.run("load", "status", "account", "--legal-entity", "usmf", "--watch");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.err())
        .contains(
            "rehearse [######------------------] 25 % 250 of 1,000, 620/min, 3 errors of 1 k");
    assertThat(result.out())
        .contains("Plan account-customer/usmf/7: completed")
        .contains("900  to link")
        .contains("NotCustomer")
        .contains("X9")
        .contains("Its load would take about 1 h 5 min at present limits.");
    assertThat(result.err()).contains("weft load review list account-customer --legal-entity usmf");
  }

  @Test
  void onATerminalOneLineMoves() {
    bench.loads.open(7);
    new Starts(bench.client(), Visibility.PLAIN).load(id(7), false, CHOSEN);
    bench.type();
    bench.narrow(80);
    bench.whenResting(() -> bench.loads.complete(7));

    Bench.Result result = bench.run("load", "status", "--watch");

    assertThat(result.err()).contains("\rapply [######-").doesNotContain("\u001b");
    assertThat(result.out()).contains("940 linked, 937 equal, 3 parked, 0 unexplained");
  }

  @Test
  void aParkedLoadEndsTheWatchAsAFailure() {
    bench.loads.open(7);
    new Starts(bench.client(), Visibility.PLAIN).load(id(7), false, because("parked"));

    Bench.Result result = bench.run("load", "status", "account/usmf/7", "--watch");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out()).contains(": Parked").contains("The population has changed: 3 new.");
  }

  @Test
  void allOpenLoadsAreShownWithWhatTheyWaitFor() {
    bench.loads.closed(1, true, CHOSEN);
    bench.loads.open(2);
    bench.loads.open(3);
    new Starts(bench.client(), Visibility.PLAIN).load(id(2), false, because("closed window"));

    Bench.Result result = bench.run("load", "status");

    assertThat(result.exitCode()).as("3 has no run").isEqualTo(ExitCodes.FAILED);
    assertThat(result.out())
        .doesNotContain("usmf/1")
        .contains("account-customer/usmf/2  load  Waiting")
        .contains("account-customer/usmf/3  load  No run");
    assertThat(bench.run("load", "status", "account/usmf/2").out())
        .contains("Its window opens at 2026-11-28 20:00:00 UTC.");
    assertThat(bench.run("load", "status", "--watch").err()).contains("Several are open, name one");
  }

  @Test
  void oneThatClosesBetweenTwoLooksHasEndedWell() {
    bench.loads.closing(7);

    Bench.Result one = bench.run("load", "status", "account/usmf/7");

    assertThat(one.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(one.out()).contains("Load account-customer/usmf/7: completed");
    bench.loads.closing(8);
    Bench.Result all = bench.run("load", "status");
    assertThat(all.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(all.out()).contains("No load is open.");
  }

  @Test
  void theNewestOfAnObjectIsFoundWithoutANumber() {
    bench.loads.closed(1, true, CHOSEN);
    bench.loads.closed(2, false, CHOSEN);

    assertThat(bench.run("load", "status", "account").out())
        .contains("Load account-customer/usmf/2");
    assertThat(bench.run("load", "status", "load/account-customer/usmf/1").out()).contains("Plan ");
    assertThat(bench.run("load", "status", "contact").err())
        .contains("There is no load of contact");
    assertThat(bench.run("load", "list").out())
        .contains("account-customer/usmf/2  load  completed  2026-11-28 08:00:00 UTC");
  }

  @Test
  void aLoadFollowsItsPlanWithThePlansChoices() {
    bench.loads.closed(1, true, CHOSEN);
    bench.type("y");

    Bench.Result result = start("--plan", "1", "--reason", "go-live", "--who", "bob");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.err())
        .contains("(create both, conflicts ask): 900 to link, 50 to create in D365, 0 in Creatio")
        .contains("weft load status account-customer/usmf/2 --watch");
    var input = bench.client().fetchHistory(RUN + 2).getEvents().get(0);
    assertThat(
            input
                .getWorkflowExecutionStartedEventAttributes()
                .getInput()
                .getPayloads(0)
                .getData()
                .toString(StandardCharsets.UTF_8))
        .contains("\"creation\":\"BOTH\",\"policy\":\"ask\",\"plan\":1,")
        .contains("\"who\":\"bob\",\"why\":\"go-live\"");
  }

  @Test
  void contactsAreLoadedLikeAccountsAndSayForWhomTheyWait() {
    bench.loads.waiting(412);
    bench.loads.contacts(1, true);
    bench.type("n");

    String plan = bench.run("load", "status", "contact/usmf/1").out();
    Bench.Result start =
        bench.run(
            "load", "start", "contact", "--legal-entity", "usmf", "--plan", "1", "--reason", "r");

    assertThat(plan)
        .contains("Plan contact/usmf/1: completed", "WAIT FOR", "412", "They need 37 records of")
        .contains("Load account-customer in usmf first.");
    assertThat(start.err()).contains("412 wait for others and are left as they are?");
    assertThat(bench.run("load", "plan", "--help").out())
        .contains("weft load plan contact --legal-entity usmf")
        .contains("Contacts are loaded after their accounts");
  }

  @Test
  void aLoadThatCannotBeginSaysWhy() {
    Bench.Result result =
        start("--create", "none", "--conflicts", "ask", "--reason", "parked", "--yes");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err())
        .contains("account-customer/usmf/1 cannot begin: The population has changed: 3 new. Make")
        .contains("weft load resume account-customer/usmf/1");
  }

  @Test
  void aLoadIsWatchedAsSoonAsItIsOpen() {
    new Starts(bench.client(), Visibility.PLAIN).load(id(5), false, CHOSEN);
    assertThat(bench.run("load", "status", "account/usmf/5").err()).contains("just being opened");
    bench.whenResting(() -> bench.loads.closed(5, false, CHOSEN));

    Bench.Result result = bench.run("load", "status", "account/usmf/5", "--watch");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out()).contains("940 linked, 937 equal, 3 parked, 0 unexplained");
  }

  @Test
  void aLoadIsNotStartedBesideAnotherNorWithoutAnAnswer() {
    assertThat(start("--create", "none", "--conflicts", "ask", "--reason", "r").err())
        .contains("Nobody can be asked here: add --yes");
    bench.loads.open(3);

    Bench.Result result = start("--create", "none", "--conflicts", "ask", "--reason", "r", "--yes");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.err()).contains("Load account-customer/usmf/3 is still open");
  }

  @Test
  void aNumberThatWasTakenMeanwhileIsPassedOver() {
    new Starts(bench.client(), Visibility.PLAIN).load(id(1), false, CHOSEN);

    Bench.Result result =
        start("--create", "to-d365", "--conflicts", "newest-wins", "--reason", "r", "--yes");

    assertThat(result.out()).contains("Load account-customer/usmf/2 is started.");
  }

  @Test
  void aDryRunStartsNothing() {
    Bench.Result result =
        start("--create", "to-creatio", "--conflicts", "d365-wins", "--dry-run", "-o", "json");

    assertThat(result.json().at("/dryRun").asBoolean()).isTrue();
    assertThat(result.json().at("/choices/policy").asText()).isEqualTo("d365-wins");
    assertThat(result.json().at("/load/number").asInt()).isEqualTo(1);
    assertThat(bench.run("load", "pause", "account/usmf/1", "--reason", "r").exitCode())
        .isEqualTo(ExitCodes.NO_MATCH);
  }

  @Test
  void aPlanWithoutChoicesDoesNotDecideForTheAdmin() {
    bench.loads.closed(1, true, new LoadChoices(Creation.BOTH, null, null, false, "ann", "plan"));
    bench.loads.closed(2, false, CHOSEN);

    assertThat(start("--plan", "1", "--reason", "r", "--yes").err())
        .contains("Plan 1 carries no choices: say --create and --conflicts");
    assertThat(start("--plan", "2", "--reason", "r", "--yes").err())
        .contains("is a load and no pl");
    assertThat(start("--plan", "9", "--reason", "r", "--yes").err()).contains("There is no load");
  }

  @Test
  void ordersReachTheRunAndNamedOnesNeedNoWorker() {
    bench.loads.open(3);
    new Starts(bench.client(), Visibility.PLAIN).load(id(3), false, CHOSEN);
    int asked = bench.loads.asked().size();

    Bench.Result result =
        bench.run("load", "pause", "account/usmf/3", "--reason", "month-end", "--who", "bob");

    assertThat(result.out()).contains("Load account-customer/usmf/3 was told: pause.");
    Awaitility.await() // the server keeps a signal back while the run is at work
        .untilAsserted(
            () ->
                assertThat(bench.heard(RUN + 3))
                    .singleElement()
                    .asString()
                    .startsWith("pause {\"who\":\"bob\""));
    assertThat(bench.loads.asked()).hasSize(asked);
    assertThat(bench.run("load", "status", "account/usmf/3").out())
        .contains(": Paused")
        .contains("By bob: month-end");
    bench.run("load", "cancel", "account/usmf/3", "--reason", "wrong", "--yes");
    await().until(() -> bench.heard(RUN + 3).size() == 2);
  }

  @Test
  void resumingStartsALoadWhoseRunWasEndedInTemporal() {
    bench.loads.open(3);
    new Starts(bench.client(), Visibility.PLAIN).load(id(3), false, CHOSEN);
    bench.client().newUntypedWorkflowStub(RUN + 3).terminate("by mistake");
    assertThat(bench.run("load", "status", "account/usmf/3").out())
        .contains("weft load resume account-customer/usmf/3");

    Bench.Result result = bench.run("load", "resume", "account/usmf/3", "--reason", "r");

    assertThat(result.err()).contains("it is started where it stopped");
    assertThat(bench.run("load", "status", "account/usmf/3").out()).contains(": Running");

    bench.client().newUntypedWorkflowStub(RUN + 3).terminate("once more");
    bench.run("load", "cancel", "account/usmf/3", "--reason", "r", "--yes");
    await().until(() -> bench.heard(RUN + 3).size() == 1);
    assertThat(bench.heard(RUN + 3).get(0)).startsWith("cancel ");
  }

  @Test
  void aClosedLoadTakesNoOrders() {
    bench.loads.closed(3, false, CHOSEN);

    Bench.Result result = bench.run("load", "pause", "account/usmf/3", "--reason", "r");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    assertThat(result.err()).contains("is closed already: 940 linked, 937 equal");
  }

  @Test
  void undoingALinkNeedsAReasonAndAPair() {
    String pair = "account-customer/usmf/6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f";

    assertThat(bench.run("link", "undo", pair, "--reason", "wrong").out()).contains("no pair any");
    assertThat(bench.run("link", "undo", pair, "--dry-run").err()).contains("A dry run");
    assertThat(bench.run("link", "undo", "account-customer/usmf/404", "--reason", "r").exitCode())
        .isEqualTo(ExitCodes.NO_MATCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "load plan orders --legal-entity usmf | There is no 'orders': expected account",
        "load plan account --legal-entity us-mf | --legal-entity 'us-mf': one to four",
        "load plan account | Missing required option: '--legal-entity=LE'",
        "load plan account --legal-entity usmf --create both | --conflicts is missing",
        "load plan account --legal-entity usmf --conflicts ask | --create is missing",
        "load plan account --legal-entity usmf --conflicts me | expected one of [creatio-wins, d365",
        "load start account --legal-entity usmf --plan 1 | A reason is missing",
        "load start account --legal-entity usmf --reason r | --create and --conflicts are missing",
        "load start account --legal-entity usmf --plan 0 --reason r | --plan 0: the number of a plan",
        "load status account/usmf/3/4 | names no load: write account-customer/usmf/3",
        "load status account/usmf/x | names no load",
        "load status orders | There is no 'orders'",
        "load pause account/usmf/3 | A reason is missing",
        "load status account/usmf --legal-entity usmf | names a legal entity already",
        "load list --object customers | expected one of account-customer",
        "load review accept account --legal-entity usmf --reason r | Which pairs? Name their ids",
        "load review accept account 1 --evidence x --legal-entity usmf --reason r | exclude each",
        "load review decide account --legal-entity usmf --reason r | decide takes them from a file",
        "link undo US-001 --reason r | 'US-001' is no pair",
      })
  void isToldInWordsBeforeAnythingIsAsked(String command, String message) {
    bench.forbidConnecting();

    Bench.Result result = bench.run(command.split(" "));

    assertThat(result.err()).contains(message).doesNotContain("Exception");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  private Bench.Result start(String... more) {
    String[] all = new String[more.length + 5];
    System.arraycopy(
        new String[] {"load", "start", "account", "--legal-entity", "usmf"}, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    return bench.run(all);
  }

  private static LoadChoices because(String why) {
    return new LoadChoices(Creation.BOTH, "ask", null, false, "ann", why);
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(text.getBytes(StandardCharsets.UTF_8));
    return java.util.HexFormat.of().formatHex(digest);
  }
}
