package io.weft.activities.load;

import io.weft.workflows.load.LoadId;
import java.util.Collections;

/** Looks again at pairs that D365 has sent an event about: see {@link Echoes}. Thread-safe. */
final class SecondLooks {
  private final LoadId load;
  private final Echoes echoes;
  private final Steps steps;

  SecondLooks(Subject subject, Tools tools, Steps steps) {
    this.load = subject.load().id();
    this.echoes = tools.echoes();
    this.steps = steps;
  }

  /** Brings some of them in step; what is not covered by that is asked for again. */
  void look(Shift shift) {
    var unused = steps.run(echoes.take(load, Pieces.LONG), shift);
  }

  /** So many times as many, side by side. */
  void look(Shift shift, Crew crew, int times) {
    crew.all(
        Collections.nCopies(times, shift),
        one -> {
          look(one);
          return true;
        });
  }
}
