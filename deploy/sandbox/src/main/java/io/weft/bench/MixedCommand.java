package io.weft.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench mixed}. */
@Command(
    name = "mixed",
    mixinStandardHelpOptions = true,
    description = {
      "Accounts, contacts and orders at once: latency of each.",
      "Exit code 1 if something did not arrive, or a line is there twice."
    })
final class MixedCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofSeconds(30);

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--accounts",
      defaultValue = "14",
      description = "Account edits a second, on both sides (${DEFAULT-VALUE}).")
  private int accounts;

  @Option(
      names = "--contacts",
      defaultValue = "4",
      description = "Contacts a second, new or edited (${DEFAULT-VALUE}).")
  private int contacts;

  @Option(
      names = "--orders",
      defaultValue = "2",
      description = "Orders a second (${DEFAULT-VALUE}).")
  private int orders;

  @Option(
      names = "--lines",
      defaultValue = "20",
      description = "Lines of an order (${DEFAULT-VALUE}).")
  private int lines;

  @Option(names = "--seconds", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--pairs", defaultValue = "200", description = "Companies (${DEFAULT-VALUE}).")
  private int pairs;

  MixedCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String command =
        "bench mixed --accounts %d --contacts %d --orders %d --lines %d --seconds %d --pairs %d"
            .formatted(accounts, contacts, orders, lines, seconds, pairs);
    Setting setting = new Setting(environment, spec, command);
    setting.requirePositive("--accounts", accounts);
    setting.requirePositive("--contacts", contacts);
    setting.requirePositive("--orders", orders);
    setting.requirePositive("--lines", lines);
    setting.requirePositive("--seconds", seconds);
    setting.requirePositive("--pairs", pairs);
    setting.requireServer();
    MixedBench.Rates rates = new MixedBench.Rates(accounts, contacts, orders, lines);
    return setting.measure(
        pairs,
        POLL,
        (ground, report) -> new MixedBench(ground, report).run(rates, Duration.ofSeconds(seconds)));
  }
}
