package io.weft.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench gateway}. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description = {
      "Webhooks at a rate: time to the 202, and whether every hint is in the store.",
      "Exit code 1 if one is not, or was not answered with 202."
    })
final class GatewayCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofSeconds(30);

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "Webhooks a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(names = "--seconds", defaultValue = "30", description = "How long (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--pairs", defaultValue = "200", description = "Companies (${DEFAULT-VALUE}).")
  private int pairs;

  GatewayCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String command =
        "bench gateway --rate %d --seconds %d --pairs %d".formatted(rate, seconds, pairs);
    Setting setting = new Setting(environment, spec, command);
    setting.requirePositive("--rate", rate);
    setting.requirePositive("--seconds", seconds);
    setting.requirePositive("--pairs", pairs);
    setting.requireServer();
    return setting.measure(
        pairs,
        POLL,
        (ground, report) ->
            new GatewayBench(ground, report).run(rate, Duration.ofSeconds(seconds)));
  }
}
