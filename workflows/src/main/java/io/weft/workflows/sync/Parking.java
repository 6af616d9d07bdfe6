package io.weft.workflows.sync;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Where a record waits that cannot proceed: visible in lists, on the run's page and on the desk,
 * with the reason in words, and without any limit of time. An instruction or a new hint ends the
 * wait. Trouble that may heal by itself is also tried again on a timer that grows; it stays in the
 * lists meanwhile, or it would vanish from them for as long as a try lasts.
 */
final class Parking {
  private static final Logger log = Workflow.getLogger(Parking.class);
  private static final Duration FIRST_TRY = Duration.ofMinutes(15);
  private static final Duration LAST_TRY = Duration.ofHours(1);

  private final ParkActivities desk =
      Workflow.newActivityStub(
          ParkActivities.class,
          ActivityProfiles.named(ActivityProfiles.STORE, "Put it on the list of parked records"));
  private final Subject subject;
  private final Inbox inbox;
  private final Standing standing;
  private Duration nextTry = FIRST_TRY;
  private @Nullable Instant since;

  Parking(Subject subject, Inbox inbox, Standing standing) {
    this.subject = subject;
    this.inbox = inbox;
    this.standing = standing;
  }

  /** Returns when there is a reason to try again; the reason is in the inbox. */
  void waitOut(Problem problem) {
    enter(problem);
    if (problem.healsItself() && !toldInTime()) {
      inbox.lookAgain();
      nextTry = nextTry.compareTo(LAST_TRY) < 0 ? nextTry.multipliedBy(2) : LAST_TRY;
    } else {
      Workflow.await(inbox::hasWork);
      standing.running();
      Workflow.setCurrentDetails("Trying again.");
    }
  }

  /** To be called when work went well: the next trouble is a new one. */
  void forget() {
    standing.running();
    if (since != null) {
      since = null;
      nextTry = FIRST_TRY;
      Workflow.setCurrentDetails("");
    }
  }

  private void enter(Problem problem) {
    Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    since = since == null ? now : since;
    log.warn("Parked: {} ({})", problem.failure(), problem.fingerprint());
    standing.parked(problem.fingerprint());
    note(problem, since, now, 0);
    Integer heldUp = record(problem);
    if (heldUp != null && heldUp > 0) {
      note(problem, since, now, heldUp);
    }
  }

  private void note(Problem problem, Instant from, Instant tried, int heldUp) {
    String id = Workflow.getInfo().getWorkflowId();
    Workflow.setCurrentDetails(ParkingNote.text(subject, problem, id, from, tried, heldUp));
  }

  private @Nullable Integer record(Problem problem) {
    try {
      return desk.parkRecord(
          new ParkedWork(
              Workflow.getInfo().getWorkflowId(),
              subject.object(),
              subject.legalEntity(),
              subject.record(),
              problem));
    } catch (ActivityFailure e) {
      if (e.getCause() instanceof CanceledFailure) {
        throw e;
      }
      // The run itself still shows the problem, and can be found and released by its state.
      log.error("The list of parked records did not take this one", e);
      return null;
    }
  }

  private boolean toldInTime() {
    return Workflow.await(nextTry, inbox::hasWork);
  }
}
