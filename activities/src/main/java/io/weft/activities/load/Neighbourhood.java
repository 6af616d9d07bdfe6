package io.weft.activities.load;

import io.weft.activities.store.LoadRecord;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the neighbours of a page are; they are fetched for a portion of it at a time. */
final class Neighbourhood {
  /** Some twenty megabytes, of each of the searches that go on side by side. */
  private static final int MOST = 5_000;

  private final LoadStores stores;
  private final Subject subject;
  private final List<LoadRecord> page;
  private final Side side;
  private final Map<Long, Likeness.Features> own = new LinkedHashMap<>();
  private final Map<Long, Set<Long>> byRecord = new LinkedHashMap<>();

  /**
   * The neighbourhood of a page.
   *
   * @param side where neighbours are looked for
   */
  Neighbourhood(LoadStores stores, Subject subject, List<LoadRecord> page, Side side) {
    this.stores = stores;
    this.subject = subject;
    this.page = page;
    this.side = side;
    Likeness likeness = subject.loadable().likeness();
    Set<Long> hashes = new LinkedHashSet<>();
    for (LoadRecord record : page) {
      Likeness.Features mine = likeness.of(record.snapshot());
      own.put(record.sequence(), mine);
      hashes.addAll(mine.hashes());
    }
    Map<Long, Set<Long>> sharing = stores.records().sharing(subject.load(), side, hashes);
    own.forEach((sequence, mine) -> byRecord.put(sequence, found(mine, sharing)));
  }

  private static Set<Long> found(Likeness.Features mine, Map<Long, Set<Long>> sharing) {
    Set<Long> found = new LinkedHashSet<>();
    mine.hashes().forEach(hash -> found.addAll(sharing.getOrDefault(hash, Set.of())));
    return found;
  }

  /** The page, cut so that the neighbours of each portion fit into memory. */
  List<List<LoadRecord>> portions() {
    return Portions.of(page, this::near, MOST);
  }

  /** Fetches the neighbours of a portion. */
  Neighbours of(List<LoadRecord> portion) {
    Set<Long> wanted = new LinkedHashSet<>();
    portion.forEach(record -> wanted.addAll(near(record)));
    Map<Long, LoadRecord> others = stores.records().records(subject.load(), side, wanted);
    return new Neighbours(this, subject.loadable().likeness(), others);
  }

  /** Where the neighbours of a record of the page are in the scan. */
  Set<Long> near(LoadRecord record) {
    return byRecord.getOrDefault(record.sequence(), Set.of());
  }

  /** A record of the page as it is compared. */
  Likeness.Features features(LoadRecord record) {
    Likeness.Features mine = own.get(record.sequence());
    if (mine == null) {
      throw new IllegalArgumentException(record.record().path() + " is not of the page");
    }
    return mine;
  }
}
