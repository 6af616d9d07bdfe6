package io.weft.activities.store;

import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work of a load, pair by pair, and what became of it. Thread-safe. */
public interface LoadPairStore {
  /**
   * Adds pairs, numbered on, and sets the verdicts of the records that they are made from. One that
   * is there already, by both keys, stays as it was. Counts each as {@code pair/<kind>} and {@code
   * begun/<state>}. Throws {@link StoreException.Overtaken} as {@link LoadMove} says.
   */
  void add(LoadMove move, Side side, List<Judgement> judgements, List<NewPair> pairs);

  /** The first pairs in that state and between these numbers, in the order of their numbers. */
  List<LoadPair> list(Load load, LoadPair.State state, Span span, int limit);

  /**
   * Spans that have all pairs in that state, each about as many: at most so many spans, fewer where
   * there are fewer pairs.
   */
  List<Span> parts(Load load, LoadPair.State state, int number);

  /** All pairs, in the order of their numbers. */
  List<LoadPair> page(Load load, long after, int limit);

  /** How many pairs have that state. */
  long count(Load load, LoadPair.State state);

  /**
   * Notes what became of pairs that were worked on: called once their writes are settled, never
   * before. Of one that another attempt has finished meanwhile nothing changes. Counts each as
   * {@code outcome/<outcome>}, and its trouble as {@code trouble/<fingerprint>}; how fast it goes
   * shows at the place {@code applied}.
   */
  void finish(Load load, List<Finished> finished);

  /** Gives pairs that were put off another try. Returns how many. */
  long tryAgain(Load load);

  /** Notes what a plan says about pairs: see {@link #finish}; the pairs stay to be done. */
  void rehearsed(LoadMove move, List<Finished> planned);

  /** Pairs that wait for a review, the most alike first, after the given score and number. */
  List<LoadPair> reviews(Load load, int score, long after, int limit);

  /** The most alike of the pairs of this record that wait for a review. */
  Optional<LoadPair> review(Load load, Side side, String key);

  /** The pairs of these review ids, by id; see {@link ReviewId}. */
  Map<String, LoadPair> reviewed(Load load, Collection<String> reviewIds);

  /**
   * Carries a person's decision over to a pair that waits for it: accepted, it is to be done as
   * {@link LoadPair.Kind#SURE}, and its rivals, which have one of its records, are rejected.
   * Returns whether it waited.
   */
  boolean decided(Load load, long sequence, boolean accepted);

  /**
   * By pair: digests of both rows as the last pass found them to agree; null for a side on which
   * anything is in doubt. Pairs that no pass has settled are not there.
   */
  Map<PairId, Both<@Nullable String>> agreed(Collection<PairId> pairs);

  /** Numbers that are above one and below another. */
  record Span(long above, long below) {}

  /** A pair to be added. */
  record NewPair(
      @Nullable String creatioKey,
      @Nullable String d365Key,
      LoadPair.Kind kind,
      LoadPair.State state,
      int score,
      @Nullable String evidence) {}

  /**
   * What became of a pair.
   *
   * @param state DONE, or LATER to have it tried again
   * @param trouble null where there was none
   */
  record Finished(
      long sequence, LoadPair.State state, LoadPair.Outcome outcome, @Nullable Problem trouble) {}
}
