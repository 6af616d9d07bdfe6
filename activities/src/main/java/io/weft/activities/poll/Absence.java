package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Provisional;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Linked records that are no longer there, found by comparing keys. Deliberately timid: an absence
 * counts only after a scan that is proven complete, after a second look at each record, and never
 * for more than 1 % of the records (at least 5) at once, because lost rights and a forgotten
 * company look just like deletions.
 *
 * @param keys the set as a key-only table
 * @param legalEntity whose links are meant; null for a side without legal entities
 */
record Absence(
    Table keys,
    LinkStore links,
    SyncObjectName object,
    Side side,
    @Nullable LegalEntity legalEntity) {
  private static final int AT_LEAST = 5;
  private static final int PERCENT = 100;
  private static final int LINKS_AT_ONCE = 1000;

  /** What came of a look. */
  record Found(List<RecordRef> gone, long read, @Nullable String problem) {}

  /** Reads all keys. The links are listed first, so whatever is made meanwhile is no absence. */
  Found look(Beat beat) {
    Map<String, RecordRef> missing = linked();
    int linked = missing.size();
    if (linked == 0) {
      return new Found(List.of(), 0, null);
    }
    long before = keys.count();
    long read = strikeOut(missing, beat);
    long after = keys.count();
    String doubt = doubt(linked, missing.size(), read, Math.min(before, after));
    if (doubt == null) {
      strikeOutFound(missing, beat);
    }
    return new Found(doubt == null ? List.copyOf(missing.values()) : List.of(), read, doubt);
  }

  private Map<String, RecordRef> linked() {
    Map<String, RecordRef> linked = new LinkedHashMap<>();
    for (LinkState state : List.of(LinkState.LIVE, LinkState.OUT_OF_SCOPE)) {
      PairId last = null;
      List<Link> page;
      do {
        page = links.list(state, last, LINKS_AT_ONCE);
        for (Link link : page) {
          last = link.pair();
          note(link, linked);
        }
      } while (page.size() == LINKS_AT_ONCE);
    }
    return linked;
  }

  private void note(Link link, Map<String, RecordRef> linked) {
    boolean ours =
        link.pair().object() == object
            && (legalEntity == null || legalEntity.equals(link.pair().legalEntity()));
    if (ours) {
      RecordRef record = link.record(side);
      if (side == Side.CREATIO || !Provisional.is(record.key())) {
        linked.put(form(record), record);
      }
    }
  }

  private long strikeOut(Map<String, RecordRef> missing, Beat beat) {
    long read = 0;
    String after = null;
    do {
      beat.beat();
      Table.Slice slice = keys.slice(after);
      strike(missing, slice.rows());
      read += slice.rows().size();
      after = slice.next();
    } while (after != null);
    return read;
  }

  private void strikeOutFound(Map<String, RecordRef> missing, Beat beat) {
    List<String> asked = new ArrayList<>();
    missing.values().forEach(record -> asked.add(record.key()));
    strike(missing, keys.rows(asked, beat));
  }

  private void strike(Map<String, RecordRef> missing, List<Row> rows) {
    for (Row row : rows) {
      missing.remove(form(keys.reader().ref(row)));
    }
  }

  private @Nullable String doubt(int linked, int missing, long read, long expected) {
    if (read < expected || read == 0) {
      return "Read "
          + read
          + " of "
          + expected
          + " rows of "
          + keys.title()
          + ": not a complete list, so nothing was taken as deleted. Check the rights of the"
          + " integration user.";
    }
    int allowed = Math.max(AT_LEAST, linked / PERCENT);
    if (missing > allowed) {
      return missing
          + " of "
          + linked
          + " linked records are no longer visible in "
          + keys.title()
          + ", more than the "
          + allowed
          + " that may vanish at once: nothing was done. Check the rights of the integration user"
          + " and whether somebody deleted records in bulk.";
    }
    return null;
  }

  /** Both systems compare keys without case. */
  private static String form(RecordRef record) {
    return record.key().toLowerCase(Locale.ROOT);
  }
}
