package io.weft.activities.desk;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.GovernorState;
import io.weft.activities.poll.Age;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Answer.StatusLine;
import java.time.Duration;
import java.time.Instant;

/**
 * One connection on the status page.
 *
 * @param ping throws what is wrong
 */
public record Connection(String name, Runnable ping, Governor governor) {
  StatusLine line(Instant now) {
    GovernorState state = governor.state();
    Instant heldUntil = state.heldUntil();
    if (heldUntil != null && heldUntil.isAfter(now)) {
      String left = Age.words(Duration.between(now, heldUntil));
      return new StatusLine(
          name, Level.WARNING, "asked us to slow down: nothing is sent for another " + left);
    }
    try {
      ping.run();
    } catch (RemoteException e) {
      return new StatusLine(name, Level.PROBLEM, String.valueOf(e.getMessage()));
    }
    return new StatusLine(name, Level.OK, "answers; " + work(state));
  }

  private static String work(GovernorState state) {
    return state.inFlight()
        + " requests under way, "
        + (state.waitingLive() + state.waitingBulk())
        + " waiting, "
        + state.throttled()
        + " times asked to slow down since the start";
  }
}
