package io.weft.activities.poll;

import io.weft.activities.store.FeedStore.Lease;
import io.weft.workflows.record.LegalEntity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A way to learn what changed in one system. A feed keeps nothing that matters in memory: where it
 * stands is in its token, which moves in one transaction with the hints it found. Thread-safe as
 * far as one reader at a time per lease is concerned.
 */
public interface Feed {
  /**
   * Stable name, stored with the token: {@code <scope>/<object>/<kind>}, where scope is a legal
   * entity, {@code all} or {@code creatio}.
   */
  String name();

  /** How long the feed rests after a complete round. */
  Duration interval();

  /**
   * How long a reader may give no sign of life before another takes over: somewhat longer than its
   * activity may, so that a killed worker leaves no feed unread.
   */
  default Duration hold() {
    return Duration.ofSeconds(75);
  }

  /**
   * Reads on from the lease's token. Safe to repeat: the same token finds the same changes, or
   * newer ones of the same rows. May throw {@link io.weft.activities.failure.RemoteException}.
   *
   * @param beat called between requests
   */
  FeedPage read(Lease lease, Beat beat);

  /** The page is safe in the store. A feed may remember it to repeat itself less; never rely on. */
  default void stored(FeedPage page) {}

  /**
   * Where the feed is to go on from if a load sees to what is there now in that legal entity: every
   * change from now on is told, and what is there is not. Null where nothing has to change.
   *
   * @param token where it stands; null if it was never read
   * @param complete whether it was ever read to its end
   */
  default @Nullable String leaving(@Nullable String token, boolean complete, LegalEntity loaded) {
    return null;
  }

  /** Whether every change from now on is told by a feed that stands there. */
  default boolean follows(@Nullable String token) {
    return true;
  }
}
