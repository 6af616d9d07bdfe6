package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong before anything is asked: nobody connects for it. */
class UsageTest {
  private final Bench bench = Bench.open();

  @BeforeEach
  void nobodyConnects() {
    bench.forbidConnecting();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nope | There is no command 'nope' here: expected one of doctor, status, sync",
        "parked releas | There is no command 'releas' here: expected one of list, show",
        "status --colour | Unknown option: '--colour'",
        "status -o yaml | expected one of [text, json]",
        "status --timeout 0 | --timeout 0: 1 to 3600 seconds expected",
        "status --timeout soon | 'soon' is not an int",
        "sync | Missing required parameters: 'KIND', 'RECORD'",
        "sync account 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f | A reason is missing",
        "sync orders 1 --reason x | There is no 'orders': expected account, customer, contact, d365-",
        "sync orders 1 --reason x | or an object (account-customer, contact, product, opportunity-",
        "sync order 1 --reason x | as in weft sync order 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f.",
        "sync sales-order 000901 --reason x | write weft sync sales-order usmf/000901.",
        "sync order-sales-order 000901 --reason x | usmf/000901, or the id of a Creatio record.",
        "sync customer 1 --legal-entity us-mf --reason x | --legal-entity 'us-mf': one to four",
        "sync account 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f --legal-entity usmf --reason x | has no"
            + " legal entity: leave --legal-entity out",
        "status --object customers | expected one of account-customer, contact, product",
        "poller reset --object orders --reason x | expected one of account-customer, contact",
        "poller reset --object contact | A reason is missing",
        "sync account US-001 --reason x | 'US-001' is no id of a Creatio record",
        "sync customer US-001 --reason x | write weft sync customer usmf/US-001",
        "sync customer usmf/ --reason x | write weft sync customer usmf/US-001",
        "sync customer toolong/1 --reason x | write weft sync customer usmf/US-001",
        "audit show a --limit 0 | --limit 0: 1 to 1000 lines expected",
        "parked list --object customer | expected one of account-customer, contact, product",
        "parked list --legal-entity us-mf | one to four letters or digits expected",
        "parked list --fingerprint a'b | copy it from weft parked list",
        "parked show | Name one record: weft parked list shows them",
        "parked show a b | Name one record: weft parked list shows them",
        "parked retry a | A reason is missing: say why with --reason",
        "parked retry --reason x | Which records? Name them, or choose all alike",
        "parked retry a --object contact --reason x | not both: it is not clear which are meant",
        "parked amend a --reason x | Which value? Write --set Field=value",
        "parked amend a --set Fax --reason x | --set 'Fax': write --set Field=value",
        "parked amend a --set =1 --reason x | --set '=1': write --set Field=value",
        "parked amend a --set A=1 --set A=2 --reason x | names the field A twice",
        "parked link a --reason x | Which partner? Write its key on the other side: --to KEY.",
        "parked link a b --to c --reason x | Name one record: a partner belongs to one",
        "parked link --object contact --to c --reason x | Name one record",
        "parked choose a --reason x | Which side is right? Write --side creatio or --side d365.",
        "parked choose a --side left --reason x | There is no side 'left': write --side creatio",
        "poller pause usmf | A reason is missing",
        "poller pause us-mf --reason x | neither a legal entity (one to four letters or digits",
        "poller start us-mf --reason x | neither a legal entity",
        "map preview order | Missing required parameter: 'RECORD'",
        "map preview orders 1 | There is no 'orders': expected account, customer",
        "map preview order 1 | as in weft map preview order 6f1c0e7a",
        "map preview customer 1 --legal-entity us-mf | --legal-entity 'us-mf': one to four",
        "map check nowhere/weft.yaml | 'nowhere/weft.yaml' is not there or cannot be read: name",
        "completion fish | expected one of [bash, zsh]",
        "help parked fly | There is no command 'fly' here",
      })
  void isToldInWords(String command, String message) {
    Bench.Result result = bench.run(command.split(" "));

    assertThat(result.err()).contains(message).doesNotContain("Exception");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aBlankReasonIsNoReason() {
    Bench.Result result = bench.run("poller", "pause", "usmf", "--reason", "  ", "--who", "ann");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("it goes to the audit with your name (ann)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "parked", "poller", "load", "load review", "link", "audit", "map"})
  void aCommandWithoutItsVerbShowsTheVerbs(String command) {
    Bench.Result result = command.isEmpty() ? bench.run() : bench.run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains("Usage: weft").contains("Commands:");
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doctor",
        "status",
        "sync",
        "parked list",
        "parked show",
        "parked retry",
        "parked amend",
        "parked link",
        "parked choose",
        "parked discard",
        "poller status",
        "poller start",
        "poller pause",
        "poller resume",
        "poller reset",
        "load plan",
        "load start",
        "load status",
        "load list",
        "load pause",
        "load resume",
        "load cancel",
        "load report",
        "load review list",
        "load review accept",
        "load review reject",
        "load review decide",
        "link undo",
        "audit show",
        "map check",
        "map preview",
        "completion"
      })
  void everyCommandHasHelpAndTakesTheOptionsOfAll(String command) {
    Bench.Result asked = bench.run((command + " --help").split(" "));
    Bench.Result named = bench.run(("help " + command).split(" "));

    assertThat(asked.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(asked.out())
        .startsWith("Usage: weft " + command)
        .contains("--output", "--verbose", "--address", "--namespace", "--timeout");
    assertThat(named.out()).isEqualTo(asked.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync",
        "parked retry",
        "parked amend",
        "parked link",
        "parked choose",
        "parked discard",
        "poller start",
        "poller pause",
        "poller resume",
        "poller reset",
        "load start",
        "load pause",
        "load resume",
        "load cancel",
        "load review accept",
        "load review reject",
        "load review decide",
        "link undo"
      })
  void everyChangingCommandTakesAReasonANameAndADryRun(String command) {
    assertThat(bench.run((command + " --help").split(" ")).out())
        .contains("--reason=WHY", "--who=NAME", "--dry-run");
  }

  @Test
  void versionSaysWhichBuildAndJava() {
    Bench.Result result = bench.run("--version");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out()).contains("weft ", "Java ");
  }

  @Test
  void theExitCodesAreInTheHelp() {
    assertThat(bench.run("--help").out())
        .contains("0  done", "1  failed", "2  wrong usage", "3  Temporal", "4  nothing", "5  no w");
    assertThat(
            List.of(
                ExitCodes.DONE,
                ExitCodes.FAILED,
                ExitCodes.USAGE,
                ExitCodes.UNREACHABLE,
                ExitCodes.NO_MATCH,
                ExitCodes.NO_ANSWER))
        .containsExactly(0, 1, 2, 3, 4, 5);
  }
}
