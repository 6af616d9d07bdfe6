package io.weft.activities.object;

import io.weft.workflows.record.Both;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The plug of one sync object in one legal entity: where its records are, how they are planned, how
 * newcomers arrive and how pairs end. The pass and the introduction know nothing else of it.
 *
 * @param horizon per side: how long after an attempt's deadline a request may still land
 * @param approvals whether D365 may put a write up for approval instead of applying it
 * @param whole of a document of several rows, how all of it is read at once: a single row of a
 *     feed, unchanged, says nothing about the whole; null for a single record
 * @param state shows how a record stands on the record in Creatio; null for nowhere
 * @param asks whether what both sides say differently is left to a person for good, as a load may:
 *     no later pass settles it by the settings' policy
 */
public record SyncObject(
    SyncObjectName name,
    Mode mode,
    Both<Records> records,
    Planner planner,
    Arrival arrival,
    Lifecycle lifecycle,
    Both<Duration> horizon,
    boolean approvals,
    @Nullable Both<Records> whole,
    @Nullable StateOnRecord state,
    boolean asks) {
  /** A single record. */
  public SyncObject(
      SyncObjectName name,
      Mode mode,
      Both<Records> records,
      Planner planner,
      Arrival arrival,
      Lifecycle lifecycle,
      Both<Duration> horizon,
      boolean approvals) {
    this(name, mode, records, planner, arrival, lifecycle, horizon, approvals, null, null, false);
  }

  /** The same, showing how a record stands on the record itself. */
  public SyncObject showing(StateOnRecord shown) {
    return new SyncObject(
        name, mode, records, planner, arrival, lifecycle, horizon, approvals, whole, shown, asks);
  }

  /** The same, leaving to a person for good what both sides say differently. */
  public SyncObject asking(boolean lastingly) {
    return new SyncObject(
        name, mode, records, planner, arrival, lifecycle, horizon, approvals, whole, state,
        lastingly);
  }

  /** Whether the pair is a document of several rows, brought in step part by part. */
  public boolean document() {
    return whole != null;
  }
}
