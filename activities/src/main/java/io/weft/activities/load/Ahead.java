package io.weft.activities.load;

import io.weft.activities.poll.Table;
import io.weft.activities.poll.Table.Slice;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table read from page to page: while one is being worked on, the next is on its way already. Two
 * pages are in memory, not more. Not thread-safe.
 */
final class Ahead {
  private final Crew crew;
  private final Table table;
  private @Nullable Begun begun;

  /** A page that is being read, and the place it comes after. */
  private record Begun(String after, Supplier<Slice> page) {}

  Ahead(Crew crew, Table table) {
    this.crew = crew;
    this.table = table;
  }

  /**
   * The page after that place. Safe to repeat: what was read ahead is given once.
   *
   * @param after null for the first page
   * @throws RuntimeException as {@link Table#slice}, once for each time it was read
   */
  Slice slice(@Nullable String after) {
    Slice slice = page(after);
    String next = slice.next();
    if (next != null) {
      begun = new Begun(next, crew.early(() -> table.slice(next)));
    }
    return slice;
  }

  private Slice page(@Nullable String after) {
    Begun expected = begun;
    begun = null;
    return expected != null && Objects.equals(expected.after(), after)
        ? expected.page().get()
        : table.slice(after);
  }
}
