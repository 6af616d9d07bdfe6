package io.weft.chaos;

import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A load that was told to pause, and when it was told to go on.
 *
 * @param from when the order was given
 * @param until when it was taken back
 */
record Stillness(Instant from, Instant until) {
  private record Target(Place system, String key) {}

  /**
   * How long after the order the load still wrote, by the journal. Whose a write is says the audit:
   * live work goes on during a pause.
   *
   * @param audit the rows of the load's runs
   */
  Duration stillWrote(List<Write> journal, List<Entry> audit) {
    Set<Target> targets = new LinkedHashSet<>();
    for (Entry entry : audit) {
      if (entry.system() != null && entry.at() >= micros(from)) {
        targets.add(new Target(Objects.requireNonNull(entry.system()), entry.key()));
      }
    }
    long last =
        journal.stream()
            .filter(Write::isOurs)
            .filter(write -> targets.contains(new Target(write.system(), write.key())))
            .mapToLong(Write::at)
            .filter(at -> at >= micros(from) && at < micros(until))
            .max()
            .orElse(micros(from));
    return Duration.ofMillis((last - micros(from)) / 1000);
  }

  private static long micros(Instant moment) {
    return Duration.between(Instant.EPOCH, moment).toNanos() / 1000;
  }
}
