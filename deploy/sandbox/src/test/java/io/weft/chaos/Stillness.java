package io.weft.chaos;

import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A load that was told to pause, and when it was told to go on.
 *
 * @param from when the order was given
 * @param until when it was taken back
 */
record Stillness(Instant from, Instant until) {
  /**
   * How long after the order the load still wrote, by the journal. Whose a write is says the last
   * row of the audit about the same record that was announced before it: live work goes on during a
   * pause.
   *
   * @param audit all rows, in their order
   * @param loads the ids of those that the load's runs wrote
   */
  Duration stillWrote(List<Write> journal, List<Entry> audit, Set<Long> loads) {
    long last =
        journal.stream()
            .filter(Write::isOurs)
            .filter(write -> write.at() >= micros(from) && write.at() < micros(until))
            .filter(write -> isOf(write, audit, loads))
            .mapToLong(Write::at)
            .max()
            .orElse(micros(from));
    return Duration.ofMillis((last - micros(from)) / 1000);
  }

  private static boolean isOf(Write write, List<Entry> audit, Set<Long> loads) {
    return audit.stream()
        .filter(row -> row.system() == write.system() && row.key().equals(write.key()))
        .filter(row -> row.at() <= write.at())
        .max(Comparator.comparingLong(Entry::at))
        .map(row -> loads.contains(row.id()))
        .orElse(true);
  }

  private static long micros(Instant moment) {
    return Duration.between(Instant.EPOCH, moment).toNanos() / 1000;
  }
}
