package io.weft.activities.desk;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.GovernorState;
import io.weft.activities.poll.Age;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Answer.StatusLine;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection on the status page.
 *
 * @param ping throws what is wrong; null for one that cannot simply be asked
 */
public record Connection(String name, @Nullable Runnable ping, Governor governor) {
  StatusLine line(Instant now) {
    GovernorState state = governor.state();
    Instant heldUntil = state.heldUntil();
    if (heldUntil != null && heldUntil.isAfter(now)) {
      String left = Age.words(Duration.between(now, heldUntil));
      String held = "asked us to slow down: nothing is sent for another " + left;
      return new StatusLine(name, Level.WARNING, held + "; " + work(state));
    }
    try {
      return ping == null ? unasked(state) : asked(ping);
    } catch (RemoteException e) {
      return new StatusLine(name, Level.PROBLEM, e.getMessage() + "; " + work(governor.state()));
    }
  }

  private StatusLine asked(Runnable asking) {
    asking.run();
    return new StatusLine(name, Level.OK, "answers; " + work(governor.state()));
  }

  private StatusLine unasked(GovernorState state) {
    return state.breaker() == GovernorState.Breaker.CLOSED
        ? new StatusLine(name, Level.OK, work(state))
        : new StatusLine(name, Level.PROBLEM, "does not answer; " + work(state));
  }

  private static String work(GovernorState state) {
    GovernorState.Counts counts = state.counts();
    return "reads %d of %d, writes %d of %d, %.0f/s; waiting: live %d, bulk %d; throttled %d x, %s"
            .formatted(
                state.reads().taken(),
                state.reads().limit(),
                state.writes().taken(),
                state.writes().limit(),
                state.perSecond(),
                state.waitingLive(),
                state.waitingBulk(),
                counts.throttled(),
                Age.words(counts.throttledTime()))
        + " in all; breaker "
        + breaker(state.breaker());
  }

  private static String breaker(GovernorState.Breaker breaker) {
    return switch (breaker) {
      case CLOSED -> "closed";
      case OPEN -> "open: one request asks every ten seconds";
      case PROBING -> "open: one request is asking";
    };
  }
}
