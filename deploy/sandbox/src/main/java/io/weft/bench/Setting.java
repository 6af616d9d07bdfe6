package io.weft.bench;

import io.weft.stage.Ending;
import io.weft.stage.NotSeen;
import io.weft.stage.TemporalSites;
import io.weft.workflows.client.CannotConnect;
import io.weft.workflows.desk.DeskException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What all benchmarks have in common: checks of the arguments, a ground, a report. */
record Setting(Map<String, String> environment, CommandSpec spec, String command) {
  private static final int DONE = 0;
  private static final int FAILED = 1;

  /** Throws ParameterException unless a server is named. */
  void requireServer() {
    if (!TemporalSites.isNamed(environment)) {
      throw new ParameterException(
          spec.commandLine(),
          "TEMPORAL_ADDRESS is not set: name the host:port of a Temporal server to measure with");
    }
  }

  /** Throws ParameterException unless a number is above nothing. */
  void requirePositive(String option, int number) {
    requireAtLeast(1, option, number);
  }

  /** Throws ParameterException for a number below this. */
  void requireAtLeast(int least, String option, int number) {
    if (number < least) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '%s': %d or more is expected".formatted(option, least));
    }
  }

  /** Opens the ground, measures, closes; returns an exit code. */
  int measure(int pairs, Duration pollInterval, BiFunction<Ground, Report, Boolean> bench) {
    Report report = new Report(spec.commandLine().getOut(), command, Machine.here());
    report.progress("linking " + pairs + " pairs");
    try (Ending ending = Ending.ofThisThread();
        Ground ground = Ground.open(environment, pairs, pollInterval)) {
      return bench.apply(ground, report) ? DONE : FAILED;
    } catch (CannotConnect | NotSeen | DeskException | IllegalStateException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return FAILED;
    }
  }
}
