package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Pages of {@code odata.track-changes}: first all rows, later what changed and what went. */
final class DeltaFeed {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Erp erp;
  private final ChangeLogs logs;

  DeltaFeed(Erp erp, ChangeLogs logs) {
    this.erp = erp;
    this.logs = logs;
  }

  /** What a page is asked for: the set, its address, the columns, the size. */
  record Page(EntitySet set, String address, String context, List<String> select, int size) {}

  /** Where a walk through the feed stands; travels in links as text. */
  record Position(boolean full, long from, long upTo, long last, boolean deletions) {
    static Position parse(String text) {
      String[] parts = text.split("~");
      return new Position(
          parts[0].equals("f"),
          Long.parseLong(parts[1]),
          Long.parseLong(parts[2]),
          Long.parseLong(parts[3]),
          parts[4].equals("d"));
    }

    String text() {
      return (full ? "f" : "c")
          + "~"
          + from
          + "~"
          + upTo
          + "~"
          + last
          + "~"
          + (deletions ? "d" : "r");
    }

    Position at(long newLast, boolean nowDeletions) {
      return new Position(full, from, upTo, newLast, nowDeletions);
    }
  }

  /** Returns where a walk over all rows begins. */
  Position start() {
    return new Position(true, 0, logs.version(), 0, false);
  }

  /** Returns where a walk over the changes since a version begins. */
  Position since(long version) {
    return new Position(false, version, logs.version(), version, false);
  }

  /** Returns a page and the link that leads on. */
  Map<String, @Nullable Object> page(Page page, Position at) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    Position next = at.full() ? all(page, at, rows) : changes(page, at, rows);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("@odata.context", page.context() + (at.full() ? "" : "/$delta"));
    String columns =
        page.select().isEmpty() ? "" : "$select=" + String.join(",", page.select()) + "&";
    if (next == null) {
      json.put(
          "@odata.deltaLink",
          page.address() + "?" + columns + "$deltatoken=" + encoded(token(at.upTo())));
    } else {
      json.put(
          "@odata.nextLink", page.address() + "?" + columns + "$skiptoken=" + encoded(next.text()));
    }
    json.put("value", rows);
    return json;
  }

  private @Nullable Position all(Page page, Position at, List<Map<String, @Nullable Object>> rows) {
    List<ChangeLog.Living> living = logs.of(page.set()).living(at.last(), page.size());
    add(page, living, rows);
    return living.size() < page.size() ? null : at.at(living.get(living.size() - 1).recId(), false);
  }

  private @Nullable Position changes(
      Page page, Position at, List<Map<String, @Nullable Object>> rows) {
    long deletedAfter = at.last();
    if (!at.deletions()) {
      List<ChangeLog.Living> changed =
          logs.of(page.set()).changed(at.last(), at.upTo(), page.size());
      add(page, changed, rows);
      if (changed.size() >= page.size()) {
        return at.at(changed.get(changed.size() - 1).version(), false);
      }
      deletedAfter = at.from();
    }
    return deletions(page, at, deletedAfter, rows);
  }

  private @Nullable Position deletions(
      Page page, Position at, long after, List<Map<String, @Nullable Object>> rows) {
    NavigableMap<Long, Long> deleted = logs.of(page.set()).deleted(after, at.upTo());
    for (Map.Entry<Long, Long> entry : deleted.entrySet()) {
      if (rows.size() >= page.size()) {
        return at.at(entry.getKey() - 1, true);
      }
      rows.add(gone(page, entry.getValue()));
    }
    return null;
  }

  private void add(
      Page page, List<ChangeLog.Living> living, List<Map<String, @Nullable Object>> rows) {
    List<Property> chosen = VirtualJson.chosen(page.set(), page.select());
    erp.read(
        () -> {
          for (ChangeLog.Living entry : living) {
            Row row = erp.table(page.set()).find(entry.key());
            if (row != null && Hidden.recId(row) == entry.recId()) {
              rows.add(VirtualJson.row(page.set(), row, entry.version(), page.select(), chosen));
            }
          }
          return rows.size();
        });
  }

  private static Map<String, @Nullable Object> gone(Page page, long recId) {
    String root = page.context().substring(0, page.context().indexOf('#') + 1);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("@odata.context", root + page.set().virtualSet() + "/$deletedEntity");
    json.put("id", VirtualId.of(page.set(), recId).toString());
    json.put("reason", "deleted");
    return json;
  }

  private String token(long version) {
    return version + "!" + TIME.format(erp.site().world().trueTime());
  }

  /**
   * Returns the version in a token, or nothing if its time is over.
   *
   * @throws IllegalArgumentException if it is no token
   */
  @Nullable Long version(String token) {
    int mark = token.indexOf('!');
    if (mark < 0) {
      throw new IllegalArgumentException("'" + token + "' is no delta token.");
    }
    long version = Long.parseLong(token.substring(0, mark));
    Instant given = TIME.parse(token.substring(mark + 1), Instant::from);
    Instant oldest =
        erp.site().world().trueTime().minus(erp.settings().seconds("deltaRetentionSeconds"));
    return given.isBefore(oldest) || logs.expired(version) ? null : version;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
