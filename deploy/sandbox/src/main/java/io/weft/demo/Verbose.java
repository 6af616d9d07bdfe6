package io.weft.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How much of the log is shown; without the option warnings alone. */
final class Verbose {
  @Option(names = "--verbose", description = "Show what worker and sandbox log.")
  private boolean on;

  void apply() {
    if (on && LoggerFactory.getLogger("io.weft") instanceof Logger weft) {
      weft.setLevel(Level.INFO);
    }
  }
}
