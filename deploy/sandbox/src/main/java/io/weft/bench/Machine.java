package io.weft.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Where and when something was measured.
 *
 * @param load work that was waiting for the cores before anything began; negative if not known
 */
record Machine(int cores, String system, String java, LocalDate date, double load) {
  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version"),
        LocalDate.now(ZoneOffset.UTC),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** What else went on: figures of a busy machine are no promise. */
  String busy() {
    return load < 0
        ? "load before: not known"
        : String.format(Locale.ROOT, "load before: %.1f on %d cores", load, cores);
  }

  /** {@code 2026-11-23; 2 cores, Linux amd64, JDK 17.0.15}. */
  String words() {
    return date + "; " + cores + " cores, " + system + ", JDK " + java;
  }
}
