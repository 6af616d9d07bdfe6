package io.weft.activities.poll;

import io.weft.activities.http.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entity set as feeds read it: all of it in the order of its key, or single rows by key. Every
 * method may throw a {@link io.weft.activities.failure.RemoteException} and is safe to repeat.
 */
public interface Table {
  /** What the system calls it, for messages; with its legal entity where it has one. */
  String title();

  RowReader reader();

  /** How many rows there are now. */
  long count();

  /** The next rows in the order of the key; pages neither skip nor end early. */
  Slice slice(@Nullable String after);

  /** The rows of these keys, in any order; fewer where there are none. */
  List<Row> rows(List<String> keys, Beat beat);

  /**
   * Some rows.
   *
   * @param next where to go on; null after the last
   */
  record Slice(List<Row> rows, @Nullable String next) {
    public Slice {
      rows = List.copyOf(rows);
    }
  }
}
