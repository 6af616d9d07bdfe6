package io.weft.activities.load;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.store.Bulk;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadPhase;

/** Where loads are worked on: a phase at a time, for as long as a shift goes on. Thread-safe. */
public final class Room {
  private final Opening opening;
  private final Tools tools;

  public Room(Opening opening, Tools tools) {
    this.opening = opening;
    this.tools = tools;
  }

  /**
   * Goes on with a phase. Safe to repeat, and beside its own timed-out twin.
   *
   * @throws LoadRefused if the load cannot go on as it is
   * @throws LoadHeldUp if nothing may be written at present
   * @throws RemoteException if a system does not answer and nothing was done
   */
  public LoadStep work(LoadPhase phase, LoadId load, Shift shift, Steps.Who who) {
    Subject subject = opening.subject(load);
    tools.echoes().begin(load);
    try {
      LoadStep step = Bulk.work(() -> step(phase, subject, shift, who));
      shift.end();
      return step;
    } finally {
      new Mail(subject, tools).leaveToOrdinaryWork(tools.echoes().end(load));
    }
  }

  private LoadStep step(LoadPhase phase, Subject subject, Shift shift, Steps.Who who) {
    return switch (phase) {
      case SCAN -> new Scan(tools.stores(), subject, tools.crew()).run(shift);
      case MATCH -> new Match(tools.stores(), subject, tools.crew()).run(shift);
      case REHEARSE -> new Rehearse(subject, tools, who).run(shift);
      case APPLY -> new Apply(subject, tools, who).run(shift);
      case VERIFY -> new Verify(subject, tools, who).run(shift);
    };
  }
}
