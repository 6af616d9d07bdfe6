package io.weft.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How much of the log is shown; without the option warnings alone. */
final class Verbose {
  private static final List<String> QUIET =
      List.of(
          "io.weft",
          "io.weft.worker.Registration",
          "io.weft.activities.poll.Follower",
          "io.weft.workflows.sync.Parking");

  @Option(names = "--verbose", description = "Show what worker and sandbox log.")
  private boolean on;

  void apply() {
    if (on) {
      QUIET.forEach(Verbose::loud);
    }
  }

  private static void loud(String name) {
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(Level.INFO);
    }
  }
}
