package io.weft.activities.load;

import io.weft.activities.load.Faces.Face;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Records of one side that share a hash with records of a page: all that is worth comparing. */
final class Neighbours {
  private final Map<Long, Set<Long>> byRecord = new LinkedHashMap<>();
  private final Map<Long, Face> others;

  private Neighbours(Collection<Face> page, Map<Long, Set<Long>> sharing, Faces faces, Side side) {
    Set<Long> wanted = new LinkedHashSet<>();
    for (Face face : page) {
      Set<Long> found = new TreeSet<>();
      face.hashes().forEach(hash -> found.addAll(sharing.getOrDefault(hash, Set.of())));
      byRecord.put(face.record().sequence(), found);
      wanted.addAll(found);
    }
    this.others = faces.of(side, wanted);
  }

  /**
   * The neighbours of a page.
   *
   * @param side where they are looked for
   */
  static Neighbours of(
      LoadStores stores, Subject subject, Faces faces, Collection<Face> page, Side side) {
    Set<Long> hashes = new LinkedHashSet<>();
    page.forEach(face -> hashes.addAll(face.hashes()));
    return new Neighbours(
        page, stores.records().sharing(subject.load(), side, hashes), faces, side);
  }

  /** Those of one record, in the order of the scan. */
  List<Face> of(Face face) {
    List<Face> found = new ArrayList<>();
    for (Long sequence : byRecord.getOrDefault(face.record().sequence(), Set.of())) {
      Face other = others.get(sequence);
      if (other != null) {
        found.add(other);
      }
    }
    return found;
  }

  /** All neighbours of all records of the page. */
  Iterable<Face> all() {
    return others.values();
  }
}
