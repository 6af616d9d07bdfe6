package io.weft.activities.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows, in the order of the query; rows may repeat on later pages.
 *
 * @param next opaque; what the client takes to give the page after this one, null on the last
 * @param total how many rows match in all, where the query asked for it
 */
public record Page(List<Row> rows, @Nullable String next, @Nullable Long total) {
  public Page {
    rows = List.copyOf(rows);
  }

  /** The rows of all of these, in order. */
  public static List<Row> rows(List<Page> pages) {
    return pages.stream().flatMap(page -> page.rows().stream()).toList();
  }
}
