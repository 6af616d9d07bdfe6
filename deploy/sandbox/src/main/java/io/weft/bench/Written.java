package io.weft.bench;

import io.weft.stage.Journal;
import io.weft.stage.Write;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many records Weft wrote, by set and kind, as the journal has it. */
final class Written {
  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts what a load of accounts writes. */
  static Written in(Journal journal) {
    Written written = new Written();
    journal.each("creatio", "Account", written::see);
    journal.each("creatio", "AccountCommunication", written::see);
    journal.each("d365", "CustomersV3", written::see);
    return written;
  }

  /** Shows it one write; each is shown once, in any order. */
  void see(Write write) {
    if (write.byWeft()) {
      counts.merge(write.set() + " " + write.operation(), 1L, Long::sum);
    }
  }

  /** All together. */
  long all() {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  /** As it is told. */
  String words() {
    return all()
        + counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", ": ", ""));
  }
}
