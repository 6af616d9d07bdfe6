package io.weft.workflows.poll;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.failure.Problems;
import io.weft.workflows.poll.PollActivities.FeedLine;
import io.weft.workflows.poll.PollActivities.PollReport;
import io.weft.workflows.poll.PollActivities.ResetRequest;
import io.weft.workflows.sync.ActivityProfiles;
import io.weft.workflows.sync.NextRun;
import io.weft.workflows.sync.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * One long turn after the other, for ever, under the orders of an operator. A pause breaks a turn
 * off and lasts until it is lifted, over any number of runs; a reset is carried out before the next
 * turn, also during a pause. Trouble never ends it: it is shown, and tried again.
 *
 * <p>To be made in the {@code @WorkflowInit} constructor.
 */
final class Turns implements PollSignals {
  private static final Logger log = Workflow.getLogger(Turns.class);
  private static final int TURNS_PER_RUN = 50;
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

  private final PollActivities desk =
      Workflow.newActivityStub(
          PollActivities.class,
          ActivityProfiles.named(ActivityProfiles.STORE, "Forget how far the feeds were read"));
  private final String scope;
  private final Duration length;
  private final Standing standing = new Standing();
  private final Deque<PollOrder> resets = new ArrayDeque<>();
  private @Nullable PollOrder paused;
  private @Nullable Problem trouble;
  private @Nullable CancellationScope running;
  private @Nullable Instant lastTurn;
  private long turns;
  private List<FeedLine> feeds;
  private PollNote.Doing doing = PollNote.Doing.RESTING;
  private int turnsThisRun;
  private boolean nudged;

  Turns(String scope, long seconds, PollProgress progress) {
    this.scope = scope;
    this.length = Duration.ofSeconds(seconds);
    this.paused = progress.paused();
    this.lastTurn = progress.lastTurn();
    this.turns = progress.turns();
    this.feeds = progress.feeds();
    Workflow.registerListener(this);
  }

  /**
   * Returns only by continuing as new, or by the run's cancellation.
   *
   * @param turn one turn; may throw {@link ActivityFailure}
   * @param next the input of the next run
   */
  void takeForEver(Supplier<PollReport> turn, Function<PollProgress, Object> next) {
    while (true) {
      resets();
      continueAsNewWhenDue(next);
      if (paused != null) {
        waitForResume();
      } else {
        rest(take(turn));
      }
    }
  }

  @Override
  public void pause(PollOrder order) {
    paused = order;
    breakOff();
  }

  @Override
  public void resume(PollOrder order) {
    log.info("Told to go on by {}", order.who());
    paused = null;
    nudged = true;
  }

  @Override
  public void reset(PollOrder order) {
    resets.add(order);
    breakOff(); // or the running turn would move on what is about to be forgotten
  }

  @Override
  public PollState state() {
    return new PollState(
        doing.title(),
        paused,
        trouble == null ? null : trouble.what() + " " + trouble.remedy(),
        lastTurn,
        turns,
        feeds);
  }

  private void breakOff() {
    if (running != null) {
      show(PollNote.Doing.PAUSING);
      running.cancel("told by an operator");
    }
  }

  private void resets() {
    while (!resets.isEmpty()) {
      PollOrder order = resets.peek();
      try {
        desk.resetFeeds(new ResetRequest(scope, order.who(), order.why()));
      } catch (ActivityFailure failure) {
        troubled(failure);
      }
      resets.remove();
    }
  }

  private void continueAsNewWhenDue(Function<PollProgress, Object> next) {
    if (turnsThisRun >= TURNS_PER_RUN || Workflow.getInfo().isContinueAsNewSuggested()) {
      Workflow.await(Workflow::isEveryHandlerFinished);
      PollProgress progress = new PollProgress(turns, lastTurn, paused, feeds);
      Workflow.continueAsNew(NextRun.options(), next.apply(progress));
    }
  }

  private void waitForResume() {
    standing.waiting();
    show(PollNote.Doing.PAUSED);
    Workflow.await(() -> paused == null || !resets.isEmpty());
  }

  /** Returns how long to rest before the next turn. */
  private Duration take(Supplier<PollReport> turn) {
    nudged = false;
    if (trouble == null) {
      standing.running();
    }
    long began = Workflow.currentTimeMillis();
    running = Workflow.newCancellationScope(() -> finished(turn.get()));
    show(PollNote.Doing.FOLLOWING);
    try {
      running.run();
    } catch (ActivityFailure failure) {
      return troubled(failure) ? AFTER_TROUBLE : Duration.ZERO;
    } finally {
      running = null;
    }
    Duration took = Duration.ofMillis(Workflow.currentTimeMillis() - began);
    // A turn fills its time; one that comes back early has nothing to do and must not spin.
    return took.multipliedBy(2).compareTo(length) < 0 ? length.minus(took) : Duration.ZERO;
  }

  private void finished(PollReport report) {
    feeds = report.feeds();
    lastTurn = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    turns++;
    turnsThisRun++;
    trouble = null;
    standing.running();
  }

  /** Returns false if there is no trouble: the turn was broken off, as ordered. */
  private boolean troubled(ActivityFailure failure) {
    if (failure.getCause() instanceof CanceledFailure) {
      if (CancellationScope.current().isCancelRequested()) {
        throw failure; // not the turn, the whole run is to end
      }
      return false;
    }
    trouble = Problems.of(failure);
    log.warn("Turn failed: {} ({})", trouble.failure(), trouble.fingerprint());
    standing.parked(trouble.fingerprint());
    turnsThisRun++;
    return true;
  }

  private void rest(Duration rest) {
    if (rest.isZero()) {
      return;
    }
    show(trouble == null ? PollNote.Doing.RESTING : PollNote.Doing.TROUBLED);
    Workflow.await(rest, () -> nudged || paused != null || !resets.isEmpty());
  }

  private void show(PollNote.Doing now) {
    doing = now;
    Workflow.setCurrentDetails(PollNote.text(scope, doing, state()));
  }
}
