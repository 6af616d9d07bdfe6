package io.weft.activities.creatio;

import io.weft.activities.http.Row;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a query goes on: after the last row's time and id, so that rows changing meanwhile move no
 * others. A cursor is {@code time|id}.
 *
 * <p>Creatio may keep times finer than it shows them. Then the last row comes again, and a page
 * full of rows of one shown moment would come for ever: such a moment is walked by offset instead,
 * with the cursor {@code time|+offset}. Rows may repeat, none is left out.
 */
record Keyset(@Nullable String time, String id, int offset) {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

  static Keyset parse(String cursor) {
    int bar = cursor.indexOf('|');
    String time = cursor.substring(0, Math.max(bar, 0));
    String rest = cursor.substring(bar + 1);
    boolean byOffset = rest.matches("\\+\\d{1,9}");
    if (!(time.isEmpty() || TIME.matcher(time).matches())
        || !(byOffset || CreatioFilter.isGuid(rest))) {
      throw new IllegalArgumentException("'" + cursor + "' is no cursor of a Creatio query");
    }
    String moment = time.isEmpty() ? null : time;
    return byOffset
        ? new Keyset(moment, "", Integer.parseInt(rest.substring(1)))
        : new Keyset(moment, rest, 0);
  }

  CreatioFilter filter() {
    if (time == null) {
      return CreatioFilter.compare("Id", "gt", id);
    }
    if (id.isEmpty()) {
      return CreatioFilter.compare("ModifiedOn", "ge", time);
    }
    return CreatioFilter.any(
        CreatioFilter.compare("ModifiedOn", "gt", time),
        CreatioFilter.all(
            CreatioFilter.compare("ModifiedOn", "eq", time),
            CreatioFilter.compare("Id", "gt", id)));
  }

  /** The cursor after a full page; {@code before} is the one that gave the page. */
  static String after(@Nullable Keyset before, CreatioQuery.Order order, List<Row> rows) {
    Row last = rows.get(rows.size() - 1);
    String id = String.valueOf(last.text("Id"));
    if (order == CreatioQuery.Order.ID) {
      return "|" + id;
    }
    String time = String.valueOf(last.text("ModifiedOn"));
    return before != null && time.equals(before.time()) && before.stuck(rows)
        ? time + "|+" + before.offsetAfter(rows)
        : time + "|" + id;
  }

  private boolean stuck(List<Row> rows) {
    return id.isEmpty() || rows.stream().anyMatch(row -> id.equalsIgnoreCase(row.text("Id")));
  }

  private int offsetAfter(List<Row> rows) {
    return id.isEmpty() ? offset + rows.size() : 0;
  }
}
