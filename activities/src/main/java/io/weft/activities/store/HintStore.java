package io.weft.activities.store;

import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import java.util.List;

/** The ledger of hints: what was accepted, whom it was told, how it ended (G1). Thread-safe. */
public interface HintStore {
  /**
   * Stores hints in one transaction: each with one open delivery per live pair of its record, or
   * one to its introduction where it has none; filtered ones closed at once. In the order given. A
   * pair on whose records a pass holds a live claim is not listed for telling: the pass sees the
   * delivery when it settles ({@link Settled#more}), in whichever order the two transactions come.
   */
  List<StoredHint> accept(List<Incoming> hints);

  /** Notes that everyone concerned was told. Safe to repeat. */
  void delivered(StoredHint hint);

  /**
   * Open hints that nobody was told of, or that were told before the given time and are not covered
   * yet (their run may have been ended), oldest first. Every pair with an open delivery is listed,
   * whether or not it was told before; where everyone was told, what is parked is left out (an
   * untold hint wakes what is parked, a told one has done so). Left out while a pass of one of the
   * pairs is at work, which sees it when it settles, and listed at once when that pass has ended
   * without covering it. A hint of a record that is not linked is left out while a load of its
   * object is open, see {@link LoadStore#holdsBack}.
   */
  List<StoredHint> waiting(Instant toldBefore, int limit);

  /**
   * Pairs that have an open intent, or a record still to be made since before the given time, but
   * no live claim; parked pairs left out, whose run is there. Oldest first, intents before records.
   */
  List<PairId> unfinished(Instant before, int limit);

  /**
   * Turns the deliveries that wait for this record's introduction into deliveries to its pairs, in
   * one transaction. Returns the pairs. Safe to repeat.
   */
  List<PairId> introduced(RecordRef record);

  /**
   * The same for records whose pairs the caller works on next: nobody else is told of these hints,
   * unless no pass has covered them after the time for which a run is left alone. Safe to repeat.
   */
  void takenOver(List<RecordRef> records);

  /**
   * Closes the deliveries that wait for this record's introduction, and remembers the digest of the
   * newest, so that the same row found again by a feed is not followed up. Safe to repeat.
   */
  void closeIntroduction(RecordRef record, Disposition as, String why);

  /**
   * The newest hint that waits for this record's introduction, to be asked for before the record is
   * read; 0 if none.
   */
  default long introductionMark(RecordRef record) {
    return Long.MAX_VALUE;
  }

  /**
   * As {@link #closeIntroduction(RecordRef, Disposition, String)}, but leaves open what was stored
   * after the mark: the introduction has not seen what it tells of, and its teller may have died
   * before telling.
   */
  default void closeIntroduction(RecordRef record, long mark, Disposition as, String why) {
    closeIntroduction(record, as, why);
  }

  /** The ledger now. */
  HintCounts counts();
}
