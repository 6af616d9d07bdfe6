package io.weft.activities.store;

import io.weft.activities.merge.Base;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a pass. Every one after {@link #open} is conditional on the sheet's fences
 * and the link's version: an overtaken attempt changes nothing and gets {@link
 * StoreException.Overtaken}. Thread-safe.
 */
public interface PassStore {
  /**
   * Claims both records, fences raised, and takes stock. A claim of the same holder id, or one that
   * has ended, is taken over; another live one throws {@link StoreException.Claimed}. Throws
   * IllegalArgumentException if there is no such pair.
   */
  Sheet open(PairId pair, Holder holder);

  /** Stores intents before their requests leave. Safe to repeat with the same ids. */
  void announce(Sheet sheet, List<Intent> intents);

  /**
   * Closes intents and sets bases in one transaction. Each closed intent becomes its one audit row.
   *
   * <p>Where the attempt was overtaken but its result says APPLIED for an intent that somebody else
   * closed meanwhile otherwise, the audit row is corrected, the written fields become unknown in
   * the target's base, a new hint is left, and only then Overtaken is thrown. An intent that is
   * still open is left to the new holder.
   */
  void confirm(
      Sheet sheet,
      List<IntentResult> results,
      Both<@Nullable Base> bases,
      Both<@Nullable String> digests);

  /** The newest hint stored for this pair so far; 0 if none. Needs no claim. */
  long mark(PairId pair);

  /** The last transaction: audit, bases, hints covered, link, desk; claims freed. */
  Settled settle(Sheet sheet, Settlement done);

  /** Frees the claims of an attempt that stops early; does nothing if it was overtaken. */
  void release(Sheet sheet);
}
