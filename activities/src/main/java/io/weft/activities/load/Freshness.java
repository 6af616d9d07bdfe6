package io.weft.activities.load;

import io.weft.activities.http.Row;
import io.weft.activities.poll.Beat;
import io.weft.activities.poll.Table;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Scanned;
import io.weft.activities.store.LoadTally;
import io.weft.activities.store.LoadVerdict;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether records are still what they were when they were scanned, which may be hours ago: nothing
 * is linked or made on the word of a record that has changed since.
 */
final class Freshness {
  private final LoadStores stores;
  private final Subject subject;

  Freshness(LoadStores stores, Subject subject) {
    this.stores = stores;
    this.subject = subject;
  }

  /** What a record is now. */
  sealed interface Now {
    /** As it was scanned. */
    record Same(Snapshot snapshot) implements Now {}

    /** Still in scope, with other values. */
    record Changed(Snapshot snapshot) implements Now {}

    /** No longer in the load's scope. */
    record NotOurs(String why) implements Now {}

    /** Deleted, or hidden from the integration user. */
    record Gone() implements Now {}
  }

  /** Records of one side, by key. */
  Map<String, Now> look(Side side, Collection<String> keys) {
    Map<String, LoadRecord> scanned = stores.records().named(subject.load(), side, keys);
    Map<String, Now> now = new LinkedHashMap<>();
    keys.forEach(key -> now.put(key, new Now.Gone()));
    scanned.forEach(
        (key, record) -> {
          if (cannotBeAsked(side, key)) {
            now.put(key, new Now.Same(record.snapshot()));
          }
        });
    Table table = subject.loadable().tables().of(side);
    Sieve sieve = new Sieve(subject, side);
    for (Row row : table.rows(List.copyOf(keys), Beat.none())) {
      LoadRecord before = scanned.get(sieve.ref(row).key());
      if (before != null) {
        now.put(before.record().key(), now(sieve, row, before));
      }
    }
    return now;
  }

  /** A star is always a wildcard in F&amp;O. */
  private static boolean cannotBeAsked(Side side, String key) {
    return side == Side.D365 && key.indexOf('*') >= 0;
  }

  private static Now now(Sieve sieve, Row row, LoadRecord before) {
    return sieve
        .unchanged(row, before.digest())
        .<Now>map(Now.Same::new)
        .orElseGet(() -> changed(sieve.sift(row, new LoadTally())));
  }

  private static Now changed(Scanned now) {
    return now.verdict() == LoadVerdict.SCANNED
        ? new Now.Changed(now.snapshot())
        : new Now.NotOurs(String.valueOf(now.note()));
  }
}
