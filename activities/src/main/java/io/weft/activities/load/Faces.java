package io.weft.activities.load;

import io.weft.activities.store.LoadRecord;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
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
 * read, opened and taken to pieces again and again: the last few thousand of each side are kept.
 * Searches that go through the same homes side by side share them, see {@link Abreast}: of two that
 * want the same records the second waits for the first, and has them. Verdicts stand while they are
 * kept. Thread-safe.
 */
final class Faces {
  /** Of each side: some 21 MB of accounts. A large city and its neighbours are a few thousand. */
  private static final int MOST = 6_000;

  /** Read with their contents, which are needed no more as soon as they are taken to pieces. */
  private static final int AT_A_TIME = 500;

  private final Both<Shelf> shelves;

  Faces(Source source, Likeness likeness, int most) {
    this.shelves =
        new Both<>(
            new Shelf(Side.CREATIO, source, likeness, most),
            new Shelf(Side.D365, source, likeness, most));
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
  Map<Long, Face> of(Side side, Collection<Long> sequences) {
    return shelves.of(side).of(sequences);
  }

  /** Those of one side. */
  private static final class Shelf {
    private final Side side;
    private final Source source;
    private final Likeness likeness;
    private final int most;
    private final Map<Long, Face> kept = new LinkedHashMap<>(16, 0.75f, true);

    Shelf(Side side, Source source, Likeness likeness, int most) {
      this.side = side;
      this.source = source;
      this.likeness = likeness;
      this.most = most;
    }

    synchronized Map<Long, Face> of(Collection<Long> sequences) {
      Map<Long, Face> fresh = missing(sequences);
      Map<Long, Face> found = new LinkedHashMap<>();
      for (Long sequence : sequences) {
        Face face = fresh.get(sequence);
        face = face == null ? kept.get(sequence) : face;
        if (face != null) {
          found.put(sequence, face);
        }
      }
      kept.putAll(fresh);
      forget();
      return Collections.unmodifiableMap(found);
    }

    private Map<Long, Face> missing(Collection<Long> sequences) {
      List<Long> wanted = sequences.stream().filter(one -> !kept.containsKey(one)).toList();
      Map<Long, Face> faces = new LinkedHashMap<>();
      for (List<Long> some : Pieces.of(wanted, AT_A_TIME)) {
        source.records(side, some).forEach((at, record) -> faces.put(at, face(record)));
      }
      return faces;
    }

    private Face face(LoadRecord record) {
      Likeness.Features features = likeness.of(record.snapshot());
      return new Face(record.outline(), features, features.hashes());
    }

    /** The longest unused go first. */
    private void forget() {
      Iterator<Map.Entry<Long, Face>> eldest = kept.entrySet().iterator();
      while (kept.size() > most) {
        var unused = eldest.next();
        eldest.remove();
      }
    }
  }
}
