package io.weft.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when something was measured. */
record Machine(int cores, String system, String java, LocalDate date) {
  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version"),
        LocalDate.now(ZoneOffset.UTC));
  }

  /** {@code 2026-11-23; 2 cores, Linux amd64, JDK 17.0.15}. */
  String words() {
    return date + "; " + cores + " cores, " + system + ", JDK " + java;
  }
}
