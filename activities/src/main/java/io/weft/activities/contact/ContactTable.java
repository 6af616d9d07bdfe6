package io.weft.activities.contact;

import io.weft.activities.http.Row;
import io.weft.activities.poll.Beat;
import io.weft.activities.poll.RowReader;
import io.weft.activities.poll.Table;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Contacts or contact persons of a load: whoever reads them will ask for their customers, which are
 * looked up for all rows of an answer together.
 *
 * @param meet told of all rows that are read
 */
record ContactTable(Table all, Consumer<List<Row>> meet) implements Table {
  @Override
  public String title() {
    return all.title();
  }

  @Override
  public RowReader reader() {
    return all.reader();
  }

  @Override
  public long count() {
    return all.count();
  }

  @Override
  public Slice slice(@Nullable String after) {
    Slice slice = all.slice(after);
    meet.accept(slice.rows());
    return slice;
  }

  @Override
  public List<Row> rows(List<String> keys, Beat beat) {
    List<Row> rows = all.rows(keys, beat);
    meet.accept(rows);
    return rows;
  }
}
