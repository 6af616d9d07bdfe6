package io.weft.activities.parked;

import io.weft.activities.hint.Waiting;
import io.weft.activities.store.ParkedStore;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.sync.ParkActivities;
import java.time.Clock;

/** Keeps the desk's list. */
public final class ParkActivitiesImpl implements ParkActivities {
  private final ParkedStore store;
  private final Waiting waiting;
  private final Clock clock;

  public ParkActivitiesImpl(ParkedStore store, Waiting waiting, Clock clock) {
    this.store = store;
    this.waiting = waiting;
    this.clock = clock;
  }

  @Override
  public Integer parkRecord(ParkedWork work) {
    store.park(work, clock.instant());
    return waiting.heldUp(record(work.record()));
  }

  /** The path is a record's, or a pair's, whose key is its Creatio record's id. */
  private static RecordRef record(String path) {
    String[] parts = path.split("/", 3);
    boolean record = parts.length == 3 && (parts[1].equals("creatio") || parts[1].equals("d365"));
    if (record) {
      return RecordRef.parse(path);
    }
    PairId pair = PairId.parse(path);
    return RecordRef.creatio(pair.object(), pair.key());
  }
}
