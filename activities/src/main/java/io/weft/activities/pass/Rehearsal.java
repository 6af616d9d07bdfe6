package io.weft.activities.pass;

import io.weft.activities.merge.Plan;
import io.weft.activities.object.Planner;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.Link;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Sheet;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pass without writes: what would be sent now, and why. */
public final class Rehearsal {
  private final PassStore store;

  public Rehearsal(PassStore store) {
    this.store = store;
  }

  /** Plans a pair as a pass would. Holds its claims for the moment; stores nothing. */
  public Plan plan(SyncObject object, PairId pair, Attempt attempt) {
    Sheet sheet = store.open(pair, attempt.holder());
    try {
      Link link = sheet.link();
      Snapshot d365 = object.records().d365().read(link.record(Side.D365)).orElse(null);
      Snapshot creatio = object.records().creatio().read(link.record(Side.CREATIO)).orElse(null);
      Both<@Nullable Instant> movedAt =
          new Both<>(creatio == null ? null : creatio.modifiedOn(), attempt.clock().instant());
      return object
          .planner()
          .plan(
              new Planner.Question(
                  link,
                  sheet.bases(),
                  new Both<>(creatio, d365),
                  movedAt,
                  List.of(),
                  new Both<>(Set.of(), Set.of())));
    } finally {
      store.release(sheet);
    }
  }
}
