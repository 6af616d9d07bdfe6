package io.weft.activities.poll;

import io.weft.activities.store.FeedStore;
import io.weft.activities.store.FeedStore.Advanced;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One round of one feed: lease it, read page by page, store each page's hints and the token in one
 * transaction, hand the hints over afterwards. Broken off anywhere it goes on from the last page
 * stored. A quiet round is one read and two calls of the store. Thread-safe.
 */
public final class FeedRound {
  /** Time that must be left of a lease for another page. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final FeedStore store;
  private final Consumer<List<StoredHint>> handOver;
  private final Clock clock;

  /**
   * Rounds over a store.
   *
   * @param handOver tells the workflows; called outside of the transaction, must not fail when
   *     Temporal is away, because the hints are safe by then
   */
  public FeedRound(FeedStore store, Consumer<List<StoredHint>> handOver, Clock clock) {
    this.store = store;
    this.handOver = handOver;
    this.clock = clock;
  }

  /**
   * What a round brought.
   *
   * @param leased false if the feed is not due or in other hands; then all else is nothing
   * @param done whether the feed was read to its end
   */
  public record Outcome(
      boolean leased, boolean done, long rows, long echoes, long hints, @Nullable String problem) {
    static final Outcome NOT_DUE = new Outcome(false, false, 0, 0, 0, null);
    static final Outcome BEGUN = new Outcome(true, false, 0, 0, 0, null);

    Outcome and(FeedPage page, Advanced advanced) {
      return new Outcome(
          true,
          page.done(),
          rows + page.read(),
          echoes + advanced.echoes(),
          hints + advanced.hints().size(),
          page.problem() == null ? problem : page.problem());
    }
  }

  /**
   * Runs one round. Throws what the feed or the store throws; the feed then stands where its last
   * stored page left it.
   *
   * @param holder unique per caller: the same feed may be due for several at once
   * @param until when to stop although the feed has more
   */
  public Outcome run(Feed feed, String holder, Instant until, Beat beat) {
    Optional<Lease> lease = store.lease(feed.name(), holder, feed.hold(), feed.interval());
    return lease.isEmpty()
        ? Outcome.NOT_DUE
        : read(feed, lease.get(), until, new LeaseBeat(store, lease.get(), clock, beat));
  }

  private Outcome read(Feed feed, Lease lease, Instant until, Beat beat) {
    Outcome outcome = Outcome.BEGUN;
    Lease at = lease;
    try {
      do {
        beat.beat();
        FeedPage page = feed.read(at, beat);
        Advanced advanced = store.advance(at, page.token(), page.rows(), page.guids(), page.done());
        feed.stored(page);
        outcome = outcome.and(page, advanced);
        at = new Lease(at.feed(), at.holder(), at.fence(), page.token(), at.until());
        if (!advanced.hints().isEmpty()) {
          handOver.accept(advanced.hints());
        }
      } while (!outcome.done() && timeLeft(at, until));
    } catch (StoreException.Overtaken e) {
      // Another reader has the feed now and reads this page again.
      return outcome;
    } catch (RuntimeException e) {
      giveBack(at, e);
      throw e;
    }
    if (!outcome.done()) {
      store.release(at);
    }
    return outcome;
  }

  private boolean timeLeft(Lease lease, Instant until) {
    Instant now = clock.instant();
    return now.isBefore(until) && now.plus(MARGIN).isBefore(lease.until());
  }

  private void giveBack(Lease lease, RuntimeException why) {
    try {
      store.release(lease);
    } catch (StoreException e) {
      why.addSuppressed(e); // the lease ends by itself
    }
  }
}
