package io.weft.activities.load;

import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.value.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What makes two records of one object alike, be they of one system or of two. Thread-safe. */
public interface Likeness {
  /** What a record is recognised by. */
  Features of(Snapshot snapshot);

  /** More records of one side than that share a hash by chance: it leads to none of them. */
  int crowd();

  /**
   * Which of those found for one record is the one, beyond doubt; empty if a person has to say.
   * Looks at all but their proofs.
   */
  OptionalInt choose(List<Alike> all);

  /** A record as it is compared. Costly to make, cheap to use. */
  interface Features {
    /** What people call the record; "" if it has no name. */
    String title();

    /**
     * Hashes of what it may have in common with others of its kind: two records that are the same
     * share at least one, so that nobody has to compare all with all.
     */
    Set<Long> hashes();

    /**
     * Where most of those are that share a hash with it, such as a city, as a number; 0 where that
     * cannot be said. It only saves time: records of one home are gone through together.
     */
    default long home() {
      return 0;
    }

    /** What another record is to this one; empty if it is somebody else. */
    Optional<Alike> compare(Features other);
  }

  /**
   * Two records that are or may be the same.
   *
   * @param basis what it rests on, in a word of the object's own
   * @param score 0 to 100
   */
  record Alike(Grade grade, String basis, int score, Proof proof) {}
}
