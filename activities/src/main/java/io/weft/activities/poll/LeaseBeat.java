package io.weft.activities.poll;

import io.weft.activities.store.FeedStore;
import io.weft.activities.store.FeedStore.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a feed with its reader for as long as the reader gives signs of life. So a lease can be
 * short, and the feed of a killed worker is soon read by another. Not for several threads.
 */
final class LeaseBeat implements Beat {
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final FeedStore store;
  private final Lease lease;
  private final Clock clock;
  private final Beat beat;
  private Instant renewed;

  LeaseBeat(FeedStore store, Lease lease, Clock clock, Beat beat) {
    this.store = store;
    this.lease = lease;
    this.clock = clock;
    this.beat = beat;
    this.renewed = clock.instant();
  }

  @Override
  public void beat() {
    beat.beat();
    Instant now = clock.instant();
    if (!now.isBefore(renewed.plus(EVERY))) {
      store.renew(lease);
      renewed = now;
    }
  }
}
