package io.weft.activities.store;

import io.weft.workflows.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where each feed stands. Hints and a feed's token move in one transaction. Thread-safe. */
public interface FeedStore {
  /**
   * Leases a feed that is due (its last success is older than the interval, or it was reset) and
   * that nobody else holds.
   */
  Optional<Lease> lease(String feed, String holder, Duration hold, Duration interval);

  /**
   * Moves a feed on, in one transaction with the hints it found: rows whose digest equals the base
   * digest of an idle pair (no open delivery, no open intent, no claim), and rows of records left
   * out before with the same digest, are dropped as nothing new. Throws {@link
   * StoreException.Overtaken} if the lease has gone to another.
   *
   * @param guids Dataverse GUIDs seen, to be remembered for deletions
   * @param done whether the round is complete, so that the feed rests until its next interval
   */
  Advanced advance(
      Lease lease,
      @Nullable String token,
      List<Incoming> rows,
      Map<String, RecordRef> guids,
      boolean done);

  /**
   * Holds on to a lease for another while: its reader lives. Safe to repeat. Throws {@link
   * StoreException.Overtaken} if the lease has gone to another.
   */
  void renew(Lease lease);

  /** Gives a lease back without moving the feed. */
  void release(Lease lease);

  /**
   * Puts a feed somewhere else, whoever reads it now, if it still stands where it was seen. Returns
   * whether it did.
   *
   * @param seen its token as it was seen; null for none
   * @param rest whether it rests for its interval now; else it stays as due as it was
   */
  boolean place(String feed, @Nullable String seen, String token, boolean rest);

  /** Forgets the tokens of all feeds whose name starts so. */
  void reset(String prefix);

  List<State> states();

  /** A feed in hand. */
  record Lease(String feed, String holder, long fence, @Nullable String token, Instant until) {}

  /** What a round brought: the hints stored, and how many rows were nothing new. */
  record Advanced(List<StoredHint> hints, long echoes) {
    public Advanced {
      hints = List.copyOf(hints);
    }
  }

  /** One feed on screen. */
  record State(
      String feed, @Nullable String token, @Nullable Instant lastSuccess, long rows, long hints) {}
}
