package io.weft.activities.poll;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the rows of a page once it is stored, not before: until then they must come again. */
final class Reported {
  private final Recent recent = new Recent();
  private @Nullable FeedPage page;
  private Map<String, String> rows = Map.of();

  boolean knows(String row, String version) {
    return recent.knows(row, version);
  }

  synchronized void read(FeedPage newPage, Map<String, String> newRows) {
    page = newPage;
    rows = new LinkedHashMap<>(newRows);
  }

  synchronized void stored(FeedPage storedPage) {
    if (storedPage.equals(page)) {
      recent.remember(rows);
      page = null;
    }
  }

  void forget() {
    recent.forget();
  }
}
