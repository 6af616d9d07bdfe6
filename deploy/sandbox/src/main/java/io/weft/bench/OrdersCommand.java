package io.weft.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench orders}. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = {
      "Orders confirmed in Creatio: time to the sales order's number and to its last line, calls.",
      "Exit code 1 if one did not come over whole, or a line is there twice."
    })
final class OrdersCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofSeconds(30);

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(names = "--rate", defaultValue = "2", description = "Orders a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--lines",
      defaultValue = "20",
      description = "Lines of an order (${DEFAULT-VALUE}).")
  private int lines;

  @Option(names = "--seconds", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--pairs", defaultValue = "200", description = "Companies (${DEFAULT-VALUE}).")
  private int pairs;

  OrdersCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String command =
        "bench orders --rate %d --lines %d --seconds %d --pairs %d"
            .formatted(rate, lines, seconds, pairs);
    Setting setting = new Setting(environment, spec, command);
    setting.requirePositive("--rate", rate);
    setting.requirePositive("--lines", lines);
    setting.requirePositive("--seconds", seconds);
    setting.requirePositive("--pairs", pairs);
    setting.requireServer();
    return setting.measure(
        pairs,
        POLL,
        (ground, report) ->
            new OrdersBench(ground, report).run(rate, lines, Duration.ofSeconds(seconds)));
  }
}
