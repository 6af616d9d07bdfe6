package io.weft.activities.store;

import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk: what waits for a person. A read model, one row per workflow id. Thread-safe. */
public interface ParkedStore {
  /** Puts work on the desk or renews its reason, keeping the time it first parked. */
  void park(ParkedWork work, Instant now);

  /** Takes work off the desk. Safe to repeat. */
  void close(String workflowId);

  /** What matches all the given words (null matches all), oldest first. */
  List<Parked> list(
      @Nullable String workflowId,
      @Nullable String fingerprint,
      @Nullable String object,
      @Nullable String legalEntity,
      int limit);

  /** What waits under that workflow id. */
  default Optional<Parked> find(String workflowId) {
    return list(workflowId, null, null, null, 1).stream().findFirst();
  }

  /** One row of the desk. */
  record Parked(ParkedWork work, Instant since) {}
}
