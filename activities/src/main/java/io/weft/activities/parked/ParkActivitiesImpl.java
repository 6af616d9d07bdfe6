package io.weft.activities.parked;

import io.weft.activities.store.ParkedStore;
import io.weft.workflows.sync.ParkActivities;
import java.time.Clock;

/** Keeps the desk's list. */
public final class ParkActivitiesImpl implements ParkActivities {
  private final ParkedStore store;
  private final Clock clock;

  public ParkActivitiesImpl(ParkedStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void parkRecord(ParkedWork work) {
    store.park(work, clock.instant());
  }
}
