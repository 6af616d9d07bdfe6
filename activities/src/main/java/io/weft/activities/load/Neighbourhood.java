package io.weft.activities.load;

import io.weft.activities.load.Faces.Face;
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

  private static final long[] NOBODY = {};

  private final Faces faces;
  private final Side side;
  private final List<Face> page;
  private final Map<Long, long[]> byRecord = new LinkedHashMap<>();

  private Neighbourhood(Faces faces, Side side, List<Face> page, Map<Long, List<Long>> sharing) {
    this.faces = faces;
    this.side = side;
    this.page = page;
    for (Face face : page) {
      byRecord.put(face.record().sequence(), near(face, sharing));
    }
  }

  private static long[] near(Face face, Map<Long, List<Long>> sharing) {
    return face.hashes().stream()
        .flatMap(hash -> sharing.getOrDefault(hash, List.of()).stream())
        .mapToLong(Long::longValue)
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * The neighbourhood of a page: records that share a hash with one of it.
   *
   * @param side where they are looked for
   */
  static Neighbourhood of(
      LoadStores stores, Subject subject, Faces faces, List<Face> page, Side side) {
    Set<Long> hashes = new LinkedHashSet<>();
    page.forEach(face -> hashes.addAll(face.hashes()));
    return new Neighbourhood(
        faces, side, page, stores.records().sharing(subject.load(), side, hashes));
  }

  /** The page, cut so that the neighbours of each portion fit into memory. */
  List<List<Face>> portions() {
    return Portions.of(page, this::near, MOST);
  }

  /** Fetches the neighbours of a portion. */
  Neighbours of(List<Face> portion) {
    Set<Long> wanted = new LinkedHashSet<>();
    portion.forEach(face -> wanted.addAll(near(face)));
    return new Neighbours(this, faces.of(side, wanted));
  }

  /** Where the neighbours of a record of the page are, in the order of the scan. */
  Set<Long> near(Face face) {
    Set<Long> found = new LinkedHashSet<>();
    for (long one : byRecord.getOrDefault(face.record().sequence(), NOBODY)) {
      found.add(one);
    }
    return found;
  }
}
