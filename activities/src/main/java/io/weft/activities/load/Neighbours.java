package io.weft.activities.load;

import io.weft.activities.store.LoadRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records of one side that share a hash with records of a portion of a page: all that is worth
 * comparing.
 */
final class Neighbours {
  private final Neighbourhood around;
  private final Likeness likeness;
  private final Map<Long, LoadRecord> others;
  private final Map<Long, Likeness.Features> features = new LinkedHashMap<>();

  Neighbours(Neighbourhood around, Likeness likeness, Map<Long, LoadRecord> others) {
    this.around = around;
    this.likeness = likeness;
    this.others = others;
  }

  /** Those of one record of the portion, in the order of the scan. */
  List<LoadRecord> of(LoadRecord record) {
    List<LoadRecord> found = new ArrayList<>();
    for (Long sequence : around.near(record).stream().sorted().toList()) {
      LoadRecord other = others.get(sequence);
      if (other != null) {
        found.add(other);
      }
    }
    return found;
  }

  /** What a neighbour is to a record of the portion. */
  Optional<Likeness.Alike> compare(LoadRecord record, LoadRecord neighbour) {
    Likeness.Features other =
        features.computeIfAbsent(
            neighbour.sequence(), sequence -> likeness.of(neighbour.snapshot()));
    return around.features(record).compare(other);
  }

  /** All neighbours of all records of the portion. */
  Iterable<LoadRecord> all() {
    return others.values();
  }
}
