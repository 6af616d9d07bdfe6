package io.weft.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench idle}. */
@Command(
    name = "idle",
    mixinStandardHelpOptions = true,
    description = "Nothing changes: what following the feeds costs.")
final class IdleCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(names = "--seconds", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--poll-seconds",
      defaultValue = "5",
      description = "Between two looks at a feed (${DEFAULT-VALUE}).")
  private int pollSeconds;

  @Option(names = "--pairs", defaultValue = "200", description = "Companies (${DEFAULT-VALUE}).")
  private int pairs;

  IdleCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String command =
        "bench idle --seconds %d --poll-seconds %d --pairs %d"
            .formatted(seconds, pollSeconds, pairs);
    Setting setting = new Setting(environment, spec, command);
    setting.requirePositive("--seconds", seconds);
    setting.requirePositive("--poll-seconds", pollSeconds);
    setting.requirePositive("--pairs", pairs);
    setting.requireServer();
    Duration poll = Duration.ofSeconds(pollSeconds);
    return setting.measure(
        pairs,
        poll,
        (ground, report) -> {
          new IdleBench(ground, report).run(Duration.ofSeconds(seconds), poll);
          return true;
        });
  }
}
