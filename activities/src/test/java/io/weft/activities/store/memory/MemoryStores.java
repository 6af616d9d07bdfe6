package io.weft.activities.store.memory;

import io.weft.activities.store.AuditStore;
import io.weft.activities.store.FactStore;
import io.weft.activities.store.FeedStore;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.ParkedStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.WaiterStore;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * All stores over one state in memory, one lock around every call. Making one costs next to
 * nothing.
 */
public final class MemoryStores {
  private final MemoryHints hints;
  private final MemoryLinks links;
  private final MemoryPasses passes;
  private final MemoryDesk desk;
  private final MemoryAudit audit;
  private final MemoryFeeds feeds;
  private final MemoryState state;
  private final MemoryFacts facts = new MemoryFacts();
  private final MemoryWaiters waiters = new MemoryWaiters();

  /** Stores whose introductions are named {@code introduce/<object>/<side>/[le/]<key>}. */
  public MemoryStores(Clock clock) {
    this(clock, record -> "introduce/" + record.path(), object -> 1);
  }

  public MemoryStores(
      Clock clock,
      Function<RecordRef, String> introductionId,
      ToIntFunction<SyncObjectName> mappingVersion) {
    state = new MemoryState(clock, introductionId, mappingVersion);
    hints = new MemoryHints(state);
    links = new MemoryLinks(state);
    passes = new MemoryPasses(state);
    desk = new MemoryDesk(state);
    audit = new MemoryAudit(state);
    feeds = new MemoryFeeds(state);
  }

  /** Whether anybody's claim lives at that time. */
  public boolean isAnybodyAtWork(Instant now) {
    return state.claims.values().stream().anyMatch(claim -> claim.isLive(now));
  }

  public HintStore hints() {
    return hints;
  }

  public LinkStore links() {
    return links;
  }

  public PassStore passes() {
    return passes;
  }

  public ParkedStore parked() {
    return desk;
  }

  public WaiterStore waiters() {
    return waiters;
  }

  public AuditStore audit() {
    return audit;
  }

  public FeedStore feeds() {
    return feeds;
  }

  public FactStore facts() {
    return facts;
  }
}
