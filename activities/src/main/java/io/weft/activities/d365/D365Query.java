package io.weft.activities.d365;

import io.weft.activities.value.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a set. Without {@link #top} the ERP pages by itself (10 000 rows) and names the
 * next page; with it there is no link, and the caller goes on by {@link #skip} while pages are
 * full.
 *
 * @param orderBy the full key, or paging skips and repeats rows while data changes
 * @param top 0 for no limit
 */
public record D365Query(
    Columns columns,
    @Nullable D365Filter filter,
    List<String> orderBy,
    int top,
    int skip,
    boolean total) {
  public D365Query {
    if (top < 0 || skip < 0) {
      throw new IllegalArgumentException("top " + top + ", skip " + skip + ": not below zero");
    }
    orderBy = List.copyOf(orderBy);
  }

  /** These columns of all rows of every company. */
  public static D365Query of(Columns columns) {
    return new D365Query(columns, null, List.of(), 0, 0, false);
  }

  public D365Query where(D365Filter wanted) {
    return new D365Query(columns, wanted, orderBy, top, skip, total);
  }

  public D365Query orderBy(String... fields) {
    return new D365Query(columns, filter, List.of(fields), top, skip, total);
  }

  public D365Query top(int rows) {
    return new D365Query(columns, filter, orderBy, rows, skip, total);
  }

  public D365Query skip(int rows) {
    return new D365Query(columns, filter, orderBy, top, rows, total);
  }

  /** Also counts all rows that match. */
  public D365Query counted() {
    return new D365Query(columns, filter, orderBy, top, skip, true);
  }
}
