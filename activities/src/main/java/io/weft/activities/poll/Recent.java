package io.weft.activities.poll;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows reported lately, each with the version reported. Reading with overlap brings the same rows
 * again; this keeps them from being told again. Lost with the process, which does no harm.
 */
final class Recent {
  private static final int MOST = 20_000;

  private final Map<String, String> versions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  synchronized boolean knows(String row, String version) {
    return version.equals(versions.get(row));
  }

  synchronized void remember(Map<String, String> rows) {
    rows.forEach(
        (row, version) -> {
          versions.remove(row);
          versions.put(row, version);
        });
  }

  synchronized void forget() {
    versions.clear();
  }
}
