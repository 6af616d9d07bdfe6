package io.weft.activities.load;

import io.weft.activities.store.LoadRecord;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records of one side that share a hash with records of a page: all that is worth comparing. */
final class Neighbours {
  private final Map<Long, Set<Long>> byRecord = new LinkedHashMap<>();
  private final Map<Long, Likeness.Features> own = new LinkedHashMap<>();
  private final Map<Long, LoadRecord> others;
  private final Map<Long, Likeness.Features> features = new LinkedHashMap<>();
  private final Likeness likeness;

  /**
   * The neighbours of a page.
   *
   * @param side where they are looked for
   */
  Neighbours(LoadStores stores, Subject subject, List<LoadRecord> page, Side side) {
    this.likeness = subject.loadable().likeness();
    Set<Long> hashes = new LinkedHashSet<>();
    for (LoadRecord record : page) {
      Likeness.Features mine = likeness.of(record.snapshot());
      own.put(record.sequence(), mine);
      if (record.record().side() == side) {
        features.put(record.sequence(), mine);
      }
      hashes.addAll(mine.hashes());
    }
    Map<Long, Set<Long>> sharing = stores.records().sharing(subject.load(), side, hashes);
    Set<Long> wanted = new LinkedHashSet<>();
    own.forEach(
        (sequence, mine) -> {
          Set<Long> found = new LinkedHashSet<>();
          mine.hashes().forEach(hash -> found.addAll(sharing.getOrDefault(hash, Set.of())));
          byRecord.put(sequence, found);
          wanted.addAll(found);
        });
    this.others = stores.records().records(subject.load(), side, wanted);
  }

  /** Those of one record, in the order of the scan. */
  List<LoadRecord> of(LoadRecord record) {
    List<LoadRecord> found = new ArrayList<>();
    for (Long sequence :
        byRecord.getOrDefault(record.sequence(), Set.of()).stream().sorted().toList()) {
      LoadRecord other = others.get(sequence);
      if (other != null) {
        found.add(other);
      }
    }
    return found;
  }

  /** What a neighbour is to a record of the page. */
  Optional<Likeness.Alike> compare(LoadRecord record, LoadRecord neighbour) {
    Likeness.Features mine = own.get(record.sequence());
    Likeness.Features other =
        features.computeIfAbsent(
            neighbour.sequence(), sequence -> likeness.of(neighbour.snapshot()));
    return mine == null ? Optional.empty() : mine.compare(other);
  }

  /** All neighbours of all records of the page. */
  Iterable<LoadRecord> all() {
    return others.values();
  }
}
