package io.weft.activities.load;

import io.weft.activities.store.LoadRecord;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scanned records as they are compared. A record is the neighbour of many, for whom it need not be
 * read, opened and taken to pieces again and again: the last few thousand are kept. Searches that
 * go through the same homes side by side share them. Verdicts stand while they are kept.
 * Thread-safe.
 */
final class Faces {
  /** Some 35 MB of accounts; a home and its neighbours are some hundred records mostly. */
  private static final int MOST = 10_000;

  private final Source source;
  private final Likeness likeness;
  private final int most;
  private final Map<Place, Face> kept = new LinkedHashMap<>(16, 0.75f, true);

  Faces(Source source, Likeness likeness, int most) {
    this.source = source;
    this.likeness = likeness;
    this.most = most;
  }

  /** Those of a load. */
  static Faces of(LoadStores stores, Subject subject) {
    return new Faces(
        (side, sequences) -> stores.records().records(subject.load(), side, sequences),
        subject.loadable().likeness(),
        MOST);
  }

  /** Where records are read, with their contents. */
  @FunctionalInterface
  interface Source {
    Map<Long, LoadRecord> records(Side side, Collection<Long> sequences);
  }

  private record Place(Side side, long sequence) {}

  /**
   * A record as it is compared.
   *
   * @param record without its contents
   * @param hashes what it may share with others
   */
  record Face(LoadRecord record, Likeness.Features features, Set<Long> hashes) {
    /** What another is to it. */
    Optional<Likeness.Alike> compare(Face other) {
      return features.compare(other.features);
    }
  }

  /** Those of these places, in their order; one that is not there is left out. */
  synchronized Map<Long, Face> of(Side side, Collection<Long> sequences) {
    Map<Long, Face> fresh = missing(side, sequences);
    Map<Long, Face> found = new LinkedHashMap<>();
    for (Long sequence : sequences) {
      Face face = fresh.get(sequence);
      face = face == null ? kept.get(new Place(side, sequence)) : face;
      if (face != null) {
        found.put(sequence, face);
      }
    }
    fresh.forEach((sequence, face) -> kept.put(new Place(side, sequence), face));
    forget();
    return Collections.unmodifiableMap(found);
  }

  private Map<Long, Face> missing(Side side, Collection<Long> sequences) {
    List<Long> wanted = new ArrayList<>();
    for (Long sequence : sequences) {
      if (!kept.containsKey(new Place(side, sequence))) {
        wanted.add(sequence);
      }
    }
    Map<Long, Face> faces = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      source.records(side, wanted).forEach((sequence, record) -> faces.put(sequence, face(record)));
    }
    return faces;
  }

  private Face face(LoadRecord record) {
    Likeness.Features features = likeness.of(record.snapshot());
    return new Face(record.outline(), features, features.hashes());
  }

  /** The longest unused go first. */
  private void forget() {
    Iterator<Map.Entry<Place, Face>> eldest = kept.entrySet().iterator();
    while (kept.size() > most) {
      var unused = eldest.next();
      eldest.remove();
    }
  }
}
