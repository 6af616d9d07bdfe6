package io.weft.activities.creatio;

import io.weft.activities.value.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a set, page by page. Pages are always ordered and always limited: without {@code
 * $top} Creatio cuts at 20 000 rows and says nothing.
 *
 * @param after {@link io.weft.activities.http.Page#next} of the page before; null for the first
 * @param total whether to count all rows that match
 */
public record CreatioQuery(
    Columns columns,
    @Nullable CreatioFilter filter,
    List<Expand> expand,
    Order order,
    int top,
    @Nullable String after,
    boolean total) {
  /** In what order pages come, each row in a fixed place. */
  public enum Order {
    /** Oldest change first, then by id: for following changes. */
    MODIFIED_ON,
    /** By id: for comparing key sets. */
    ID
  }

  public CreatioQuery {
    if (top < 1 || top > 20_000) {
      throw new IllegalArgumentException("a page of " + top + " rows: 1 to 20000 expected");
    }
    expand = List.copyOf(expand);
  }

  /** These columns of all rows, 200 at a time, oldest change first. */
  public static CreatioQuery of(Columns columns) {
    return new CreatioQuery(columns, null, List.of(), Order.MODIFIED_ON, 200, null, false);
  }

  public CreatioQuery where(CreatioFilter wanted) {
    return new CreatioQuery(columns, wanted, expand, order, top, after, total);
  }

  public CreatioQuery with(Expand... related) {
    return new CreatioQuery(columns, filter, List.of(related), order, top, after, total);
  }

  public CreatioQuery by(Order wanted) {
    return new CreatioQuery(columns, filter, expand, wanted, top, after, total);
  }

  public CreatioQuery top(int rows) {
    return new CreatioQuery(columns, filter, expand, order, rows, after, total);
  }

  /** The page after the one that gave this cursor; null for the first. */
  public CreatioQuery after(@Nullable String cursor) {
    return new CreatioQuery(columns, filter, expand, order, top, cursor, total);
  }

  /** Also counts all rows that match. */
  public CreatioQuery counted() {
    return new CreatioQuery(columns, filter, expand, order, top, after, true);
  }
}
