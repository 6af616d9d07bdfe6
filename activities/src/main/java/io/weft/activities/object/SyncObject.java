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
 * @param document whether the pair is a document of several rows: a single row of a feed,
 *     unchanged, then says nothing about the whole
 * @param state shows how a record stands on the record in Creatio; null for nowhere
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
    boolean document,
    @Nullable StateOnRecord state) {
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
    this(name, mode, records, planner, arrival, lifecycle, horizon, approvals, false, null);
  }

  /** The same, showing how a record stands on the record itself. */
  public SyncObject showing(StateOnRecord shown) {
    return new SyncObject(
        name, mode, records, planner, arrival, lifecycle, horizon, approvals, document, shown);
  }
}
