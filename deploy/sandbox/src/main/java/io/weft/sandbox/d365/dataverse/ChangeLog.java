package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.erp.RowChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What changed in one set, ordered by version: each living row once, under its newest version, and
 * each deleted one. A poll costs what changed, not what exists. Safe for many threads.
 */
final class ChangeLog {
  /** A living row and where to find it. */
  record Living(long recId, String key, long version) {}

  private final NavigableMap<Long, Living> byRecId = new TreeMap<>();
  private final NavigableMap<Long, Long> changed = new TreeMap<>();
  private final NavigableMap<Long, Long> deleted = new TreeMap<>();
  private final Map<Long, Long> gone = new HashMap<>();

  /** Notes a change; a late word of a row that is gone already is ignored. */
  synchronized void note(RowChange change, long version) {
    long recId = Hidden.recId(change.row());
    Living old = byRecId.get(recId);
    if (old != null) {
      changed.remove(old.version());
    }
    if (change.after() == null) {
      byRecId.remove(recId);
      gone.put(recId, version);
      deleted.put(version, recId);
    } else if (!gone.containsKey(recId)) {
      byRecId.put(recId, new Living(recId, change.row().key(), version));
      changed.put(version, recId);
    }
  }

  /** Returns living rows after a record id, in the order of ids. */
  synchronized List<Living> living(long afterRecId, int limit) {
    return first(byRecId.tailMap(afterRecId, false).values(), limit);
  }

  /** Returns rows that changed after one version and up to another, by version. */
  synchronized List<Living> changed(long after, long upTo, int limit) {
    List<Living> found = new ArrayList<>();
    for (Long recId : between(changed, after, upTo)) {
      Living living = byRecId.get(recId);
      if (living != null && found.size() < limit) {
        found.add(living);
      }
      if (found.size() >= limit) {
        break;
      }
    }
    return found;
  }

  /** Returns the versions and record ids of rows deleted after one version, up to another. */
  synchronized NavigableMap<Long, Long> deleted(long after, long upTo) {
    return new TreeMap<>(after >= upTo ? Map.of() : deleted.subMap(after, false, upTo, true));
  }

  /** Returns how many rows changed or went. */
  synchronized int count(long after, long upTo) {
    return between(changed, after, upTo).size() + between(deleted, after, upTo).size();
  }

  /** Returns the row of an id, if it lives. */
  synchronized Optional<Living> find(long recId) {
    return Optional.ofNullable(byRecId.get(recId));
  }

  private static Collection<Long> between(
      NavigableMap<Long, Long> versions, long after, long upTo) {
    return after >= upTo ? List.of() : versions.subMap(after, false, upTo, true).values();
  }

  private static List<Living> first(Iterable<Living> all, int limit) {
    List<Living> found = new ArrayList<>();
    for (Living living : all) {
      if (found.size() >= limit) {
        break;
      }
      found.add(living);
    }
    return found;
  }
}
