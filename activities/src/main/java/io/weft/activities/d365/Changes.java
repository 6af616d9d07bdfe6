package io.weft.activities.d365;

import io.weft.activities.http.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a change feed: rows that are new or changed (which of both is not told), then those
 * deleted, of which only the GUID is known.
 *
 * @param next the page after this one, to be asked for with {@link DataverseClient#since}; null on
 *     the last
 * @param delta where the feed goes on next time; only on the last page
 */
public record Changes(
    List<Row> changed, List<String> deleted, @Nullable String next, @Nullable String delta) {
  public Changes {
    changed = List.copyOf(changed);
    deleted = List.copyOf(deleted);
  }
}
