package io.weft.activities.store;

import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The population of a load: what was scanned on both sides, page by page, and what was made of it.
 * Methods with a {@link LoadMove} throw {@link StoreException.Overtaken}, and store nothing, if the
 * stage was moved by another. Thread-safe.
 */
public interface LoadRecordStore {
  /** The hashes of a load are gathered slice by slice: a power of two. */
  int SLICES = 64;

  /** Adds a page of one side. A record that was scanned before stays as it was. */
  void add(LoadMove move, Side side, List<Scanned> page);

  /** Records of a side in the order of the scan, without their contents. */
  List<LoadRecord> page(Load load, Side side, long after, int limit);

  /** Where the records of a side are, those of one home together. */
  List<Home> byHome(Load load, Side side, Home after, int limit);

  /** Some records of a side, by their place in the scan. */
  Map<Long, LoadRecord> records(Load load, Side side, Collection<Long> sequences);

  /** The same without their contents, which are most of a record. */
  Map<Long, LoadRecord> outlines(Load load, Side side, Collection<Long> sequences);

  /** Some records of a side, by key. */
  Map<String, LoadRecord> named(Load load, Side side, Collection<String> keys);

  /** The links that records of a side have in the load's legal entity, by record key. */
  Map<String, Link> links(Load load, Side side, Collection<String> keys);

  /**
   * Makes a slice of the hashes known to {@link #sharing}, but for those that more records of one
   * side share than that, so that none is led by them. Done for all slices before anybody asks.
   *
   * @param slice from 0 to {@link #SLICES} - 1
   */
  void gather(LoadMove move, int slice, int most);

  /** Records of a side that share one of these hashes, by hash, each once; crowds left out. */
  Map<Long, List<Long>> sharing(Load load, Side side, Collection<Long> hashes);

  /** Sets verdicts of records of one side, and stores what was found for them. */
  void judge(LoadMove move, Side side, List<Judgement> judgements, List<Finding> findings);

  /** What was found for records of a side, by their place in the scan. */
  Map<Long, List<Finding>> findings(Load load, Side side, Collection<Long> sequences);

  /** How the population of a load differs from that of its plan. */
  Difference difference(Load plan, Load load, int examples);

  /** A place where records are gone through by their home. */
  record Home(long home, long sequence) {
    /** Before all of them. */
    public static final Home FIRST = new Home(Long.MIN_VALUE, 0);
  }

  /**
   * A record as it was read.
   *
   * @param title what people call it
   * @param home where alike records mostly are
   * @param hashes of what alike records have in common
   */
  record Scanned(
      Snapshot snapshot,
      String digest,
      String title,
      LoadVerdict verdict,
      @Nullable String note,
      long home,
      Collection<Long> hashes) {
    public Scanned {
      hashes = List.copyOf(hashes);
    }
  }

  /**
   * A verdict for the record at that place. Of two clusters it has the lower; a null leaves it as
   * it is.
   */
  record Judgement(
      long sequence, LoadVerdict verdict, @Nullable String note, @Nullable Long cluster) {}

  /**
   * Two records that are or may be the same, by their places.
   *
   * @param basis what it rests on, in a word of the object's own
   * @param score how much alike, 0 to 100
   */
  record Finding(long d365, long creatio, Grade grade, String basis, int score, String evidence) {}

  /** How sure a finding is. Stored: never rename one. */
  enum Grade {
    /** Little speaks for it: it is nothing where one of the two has a partner for sure. */
    FAINT,
    DOUBTFUL,
    SURE,
    /** A number says so, not a name. */
    NUMBERED,
    /** A person says so. */
    DECIDED;

    /** Whether the two may be linked by themselves. */
    public boolean isSure() {
      return compareTo(SURE) >= 0;
    }
  }

  /**
   * What changed since the plan.
   *
   * @param examples keys, each with the side and what happened
   */
  record Difference(long added, long gone, long changed, List<String> examples) {
    public Difference {
      examples = List.copyOf(examples);
    }

    public boolean isNone() {
      return added + gone + changed == 0;
    }
  }
}
