package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadStore;
import io.weft.activities.store.LoadTally;

/**
 * One stage of a load, worked off step by step: each step reads on from where the last one was
 * stored, and is stored in one transaction with its work.
 */
final class Stage {
  private final LoadStore loads;
  private final Load load;
  private final String name;

  Stage(LoadStore loads, Load load, String name) {
    this.loads = loads;
    this.load = load;
    this.name = name;
  }

  /** One step: does the work after that place, and stores it with the move it makes. */
  @FunctionalInterface
  interface Step {
    void take(LoadPlace place, LoadMove move);
  }

  /** Takes steps while the shift goes on; returns whether the stage is complete. */
  boolean work(Shift shift, Step step) {
    LoadPlace place = loads.place(load, name);
    while (!place.complete() && shift.goesOn()) {
      LoadPlace from = place;
      shift.piece(() -> step.take(from, LoadMove.from(load, name, from, new LoadTally())));
      place = loads.place(load, name);
    }
    return place.complete();
  }

  boolean isComplete() {
    return loads.place(load, name).complete();
  }

  /** Completes a stage of one step, whose work is done. */
  void done() {
    LoadPlace place = loads.place(load, name);
    if (!place.complete()) {
      loads.move(LoadMove.from(load, name, place, new LoadTally()).to(place.at(), true, 0));
    }
  }

  /** How many records it has handled. */
  long handled() {
    return loads.place(load, name).handled();
  }

  /** The place in a scan, as a number. */
  static long sequence(LoadPlace place) {
    return place.at().isEmpty() ? 0 : Long.parseLong(place.at());
  }
}
