package io.weft.activities.store;

import io.weft.activities.merge.Base;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  /** The same for several pairs; those without a hint may be left out. */
  default Map<PairId, Long> marks(Collection<PairId> pairs) {
    return pairs.stream().distinct().collect(Collectors.toMap(pair -> pair, this::mark));
  }

  /** The last transaction: audit, bases, hints covered, link, desk; claims freed. */
  Settled settle(Sheet sheet, Settlement done);

  /** As {@link #open} for each of several pairs, in one transaction; in their order. */
  default List<Each<Sheet>> openAll(List<Opening> openings) {
    return openings.stream().map(o -> apart(() -> open(o.pair(), o.holder()))).toList();
  }

  /** As {@link #announce} for each of several sheets, in one transaction; in their order. */
  default List<Each<Sheet>> announceAll(List<Announcement> announcements) {
    return announcements.stream()
        .map(
            a ->
                apart(
                    () -> {
                      announce(a.sheet(), a.intents());
                      return a.sheet();
                    }))
        .toList();
  }

  /** As {@link #confirm} for each of several sheets, in one transaction; in their order. */
  default List<Each<Sheet>> confirmAll(List<Confirmation> confirmations) {
    return confirmations.stream()
        .map(
            c ->
                apart(
                    () -> {
                      confirm(c.sheet(), c.results(), c.bases(), new Both<>(null, null));
                      return c.sheet();
                    }))
        .toList();
  }

  /** As {@link #settle} for each of several sheets, in one transaction; in their order. */
  default List<Each<Settled>> settleAll(List<Ending> endings) {
    return endings.stream().map(e -> apart(() -> settle(e.sheet(), e.done()))).toList();
  }

  /** What the store refuses to one of several. */
  private static <T> Each<T> apart(Supplier<T> work) {
    try {
      return new Each.Stored<>(work.get());
    } catch (StoreException.Unavailable e) {
      throw e;
    } catch (StoreException e) {
      return new Each.LeftOut<>(e);
    }
  }

  /** A pair to be opened. */
  record Opening(PairId pair, Holder holder) {}

  /** What one sheet announces. */
  record Announcement(Sheet sheet, List<Intent> intents) {
    public Announcement {
      intents = List.copyOf(intents);
    }
  }

  /** What one sheet confirms; bases as in {@link #confirm}. */
  record Confirmation(Sheet sheet, List<IntentResult> results, Both<@Nullable Base> bases) {
    public Confirmation {
      results = List.copyOf(results);
    }
  }

  /** How one sheet ends. */
  record Ending(Sheet sheet, Settlement done) {}

  /** Frees the claims of an attempt that stops early; does nothing if it was overtaken. */
  void release(Sheet sheet);
}
