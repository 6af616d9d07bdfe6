package io.weft.workflows;

import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.sync.ParkActivities;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was parked; fails as often as told. */
public final class FakeParking implements ParkActivities {
  private final List<ParkedWork> parked = new ArrayList<>();
  private int refusals;
  private int waiting;

  /** Fails for good on the next call. */
  public synchronized void refuseOnce() {
    refusals = 1;
  }

  /** So many records wait for whatever is parked from now on. */
  public synchronized void heldUp(int records) {
    waiting = records;
  }

  /** Everything that was parked, again and again included. */
  public synchronized List<ParkedWork> parked() {
    return List.copyOf(parked);
  }

  @Override
  public synchronized Integer parkRecord(ParkedWork work) {
    if (refusals > 0) {
      refusals--;
      throw ApplicationFailure.newNonRetryableFailure("no room", "Full");
    }
    parked.add(work);
    return waiting;
  }
}
