package io.weft.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench live}. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    description = "User edits on both sides: latency, calls, history, CPU, memory.")
final class LiveCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofSeconds(30);

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(names = "--rate", defaultValue = "20", description = "Edits a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(names = "--seconds", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--pairs", defaultValue = "200", description = "Companies (${DEFAULT-VALUE}).")
  private int pairs;

  LiveCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String command = "bench live --rate %d --seconds %d --pairs %d".formatted(rate, seconds, pairs);
    Setting setting = new Setting(environment, spec, command);
    setting.requirePositive("--rate", rate);
    setting.requirePositive("--seconds", seconds);
    setting.requirePositive("--pairs", pairs);
    setting.requireServer();
    return setting.measure(
        pairs,
        POLL,
        (ground, report) -> {
          new LiveBench(ground, report).run(rate, Duration.ofSeconds(seconds));
          return true;
        });
  }
}
