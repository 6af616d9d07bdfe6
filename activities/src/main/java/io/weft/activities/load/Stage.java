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
    LoadPlace place = place();
    while (!place.complete() && shift.goesOn()) {
      place = take(place, shift, step);
    }
    return place.complete();
  }

  /** One step on from a place; returns how far it came. */
  LoadPlace take(LoadPlace from, Shift shift, Step step) {
    shift.piece(() -> step.take(from, LoadMove.from(load, name, from, new LoadTally())));
    return place();
  }

  /** How far it has come. */
  LoadPlace place() {
    return loads.place(load, name);
  }

  boolean isComplete() {
    return place().complete();
  }

  /** Completes a stage of one step, whose work is done. */
  void done() {
    LoadPlace place = place();
    if (!place.complete()) {
      loads.move(LoadMove.from(load, name, place, new LoadTally()).to(place.at(), true, 0));
    }
  }

  /** How many records it has handled. */
  long handled() {
    return place().handled();
  }

  /** The place in a scan, as a number. */
  static long sequence(LoadPlace place) {
    return place.at().isEmpty() ? 0 : Long.parseLong(place.at());
  }
}
