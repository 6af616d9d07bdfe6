package io.weft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxInFilesTest {
  /** So many that some tables are longer than what stays in memory of each. */
  private static final SandboxOptions SEEDED = SandboxOptions.defaults().seeded(400, 400, 0.5);

  @TempDir private Path directory;

  @Test
  void holdsWhatOneInMemoryHolds() {
    try (Sandbox memory = Sandbox.start(SEEDED);
        Sandbox files = Sandbox.start(SEEDED.in(directory))) {
      for (String system : new String[] {"creatio", "d365"}) {
        for (Table table : memory.world().tables(system)) {
          assertThat(rows(files.world().table(system, table.name())))
              .as(table.name())
              .isEqualTo(rows(table));
        }
      }
      assertThat(files.world().table("creatio", "AccountCommunication").size())
          .isGreaterThan(1_000);
      assertThat(files.world().journal().after(0))
          .extracting(SandboxInFilesTest::words)
          .isEqualTo(
              memory.world().journal().after(0).stream().map(entry -> words(entry)).toList());
    }
    assertThat(directory).isEmptyDirectory();
  }

  private static Map<String, Map<String, Object>> rows(Table table) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    table.rows().forEach(row -> rows.put(row.key(), timeless(row.own())));
    return rows;
  }

  private static String words(JournalEntry entry) {
    return entry.operation() + entry.set() + entry.key() + timeless(entry.after());
  }

  /** Both began at different moments. */
  private static Map<String, Object> timeless(Map<String, ?> values) {
    Map<String, Object> timeless = new LinkedHashMap<>(values);
    timeless.values().removeIf(Instant.class::isInstance);
    return timeless;
  }
}
