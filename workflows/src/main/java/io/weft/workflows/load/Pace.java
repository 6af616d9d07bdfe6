package io.weft.workflows.load;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.failure.Problems;
import io.weft.workflows.load.InitialLoad.Input;
import io.weft.workflows.load.InitialLoad.Progress;
import io.weft.workflows.load.InitialLoad.State;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadActivities.LoadRequest;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.sync.NextRun;
import io.weft.workflows.sync.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * How a load moves: batch after batch while its window is open and nobody stops it. A pause or a
 * cancellation breaks the running batch off, which finishes its records in hand. Trouble parks the
 * load and never ends it; what may heal by itself is tried again every hour.
 *
 * <p>To be made in the {@code @WorkflowInit} constructor.
 */
final class Pace {
  private static final Logger log = Workflow.getLogger(Pace.class);
  private static final int STEPS_PER_RUN = 100;
  private static final Duration HEALING = Duration.ofHours(1);

  /** A batch that did nothing has nothing to do yet, and must not spin. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Input input;
  private final OffPeak offPeak;
  private final Standing standing = new Standing();
  private LoadNote.Doing doing = LoadNote.Doing.RUNNING;
  private @Nullable LoadPhase phase;
  private long handled;
  private long total;
  private @Nullable String note;
  private @Nullable LoadOrder paused;
  private @Nullable LoadOrder cancelled;
  private @Nullable Problem trouble;
  private @Nullable CancellationScope running;
  private boolean nudged;
  private int steps;

  Pace(Input input, LoadActivities work) {
    this.input = input;
    this.offPeak = new OffPeak(input.planOnly() ? null : work::checkWindow);
    Progress progress = input.progress();
    if (progress != null) {
      phase = progress.phase();
      handled = progress.handled();
      total = progress.total();
      paused = progress.paused();
    }
  }

  /** Does something that is done at once; false if the load was cancelled before it succeeded. */
  boolean once(Runnable work) {
    while (isWanted()) {
      if (tried(() -> done(work)) != null) {
        return true;
      }
    }
    return false;
  }

  /** Goes through one phase; false if the load was cancelled before its end. */
  boolean through(LoadPhase wanted, Function<LoadRequest, LoadStep> batch) {
    if (phase != null && wanted.compareTo(phase) < 0) {
      return true; // in an earlier run
    }
    if (wanted != phase) {
      enter(wanted);
    }
    while (isWanted()) {
      continueAsNewWhenDue();
      if (windowIsOpen() && isComplete(batch)) {
        return true;
      }
    }
    return false;
  }

  /** Does what must be done, whoever paused or cancelled the load meanwhile. */
  void toTheEnd(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (ActivityFailure failure) {
        if (CancellationScope.current().isCancelRequested()) {
          throw failure;
        }
        park(Problems.of(failure), () -> nudged);
      }
    }
  }

  /** The load is closed. */
  void ended(Ending ending) {
    trouble = null;
    standing.running();
    show(ending == Ending.COMPLETED ? LoadNote.Doing.COMPLETED : LoadNote.Doing.CANCELLED);
  }

  /** Why and on whose word the load was cancelled; null if nobody did. */
  @Nullable String whyCancelled() {
    return cancelled == null ? null : cancelled.why() + " (" + cancelled.who() + ")";
  }

  void pause(LoadOrder order) {
    paused = order;
    breakOff(LoadNote.Doing.PAUSING);
  }

  void resume(LoadOrder order) {
    log.info("Told to go on by {}", order.who());
    paused = null;
    nudged = true;
  }

  void cancel(LoadOrder order) {
    cancelled = order;
    breakOff(LoadNote.Doing.CANCELLING);
  }

  State state() {
    return new State(
        doing.title(),
        phase,
        handled,
        total,
        cancelled == null ? paused : cancelled,
        doing == LoadNote.Doing.WAITING ? offPeak.opensAt() : null,
        trouble == null ? neverOpens() : trouble.what() + " " + trouble.remedy());
  }

  private @Nullable String neverOpens() {
    return doing == LoadNote.Doing.WAITING && offPeak.opensAt() == null ? OffPeak.NEVER : null;
  }

  private void breakOff(LoadNote.Doing now) {
    if (running != null) {
      show(now);
      running.cancel("told by an operator");
    }
  }

  /** Waits out a pause; false if the load is to end. */
  private boolean isWanted() {
    if (paused != null && cancelled == null) {
      standing.waiting();
      show(LoadNote.Doing.PAUSED);
      Workflow.await(() -> paused == null || cancelled != null);
    }
    nudged = false;
    return cancelled == null;
  }

  private void enter(LoadPhase next) {
    phase = next;
    handled = 0;
    total = 0;
    note = null;
  }

  private void continueAsNewWhenDue() {
    if (steps >= STEPS_PER_RUN || Workflow.getInfo().isContinueAsNewSuggested()) {
      Workflow.await(Workflow::isEveryHandlerFinished);
      LoadPhase now = phase == null ? LoadPhase.SCAN : phase;
      Progress progress = new Progress(now, handled, total, paused);
      Workflow.continueAsNew(
          NextRun.options(), new Input(input.load(), input.planOnly(), input.choices(), progress));
    }
  }

  private boolean windowIsOpen() {
    if (offPeak.isDue(now()) && tried(() -> offPeak.look(request(), now())) == null) {
      return false;
    }
    if (offPeak.isOpen()) {
      return true;
    }
    standing.waiting();
    show(LoadNote.Doing.WAITING);
    Workflow.await(offPeak.rest(now()), this::isTold);
    offPeak.forget();
    return false;
  }

  private boolean isComplete(Function<LoadRequest, LoadStep> batch) {
    LoadStep step = tried(() -> batch.apply(request()));
    if (step == null) {
      return false;
    }
    boolean idle = step.handled() == handled && step.total() == total;
    handled = step.handled();
    total = step.total();
    note = step.note();
    show(doing);
    if (idle && !step.complete()) {
      Workflow.await(IDLE, this::isTold);
    }
    return step.complete();
  }

  /**
   * One try; null if it was broken off or failed, and then whatever was to be waited for is over.
   */
  private <T> @Nullable T tried(Supplier<T> work) {
    Taken<T> taken = new Taken<>();
    CancellationScope scope = Workflow.newCancellationScope(() -> taken.result = work.get());
    running = scope;
    standing.running();
    show(LoadNote.Doing.RUNNING);
    steps++;
    try {
      scope.run();
      trouble = null;
      return taken.result;
    } catch (ActivityFailure failure) {
      running = null;
      troubled(failure, scope);
      return null;
    } finally {
      running = null;
    }
  }

  private void troubled(ActivityFailure failure, CancellationScope scope) {
    if (CancellationScope.current().isCancelRequested()) {
      throw failure; // not the batch, the whole run is to end
    }
    if (!scope.isCancelRequested()) {
      park(Problems.of(failure), this::isTold);
    }
  }

  private void park(Problem problem, Supplier<Boolean> told) {
    trouble = problem;
    nudged = false;
    log.warn("Parked: {} ({})", problem.failure(), problem.fingerprint());
    standing.parked(problem.fingerprint());
    show(LoadNote.Doing.PARKED);
    if (problem.healsItself()) {
      Workflow.await(HEALING, told);
    } else {
      Workflow.await(told);
    }
  }

  private boolean isTold() {
    return nudged || paused != null || cancelled != null;
  }

  private LoadRequest request() {
    return new LoadRequest(input.load(), offPeak.closesAtMillis());
  }

  private void show(LoadNote.Doing now) {
    doing = now;
    Workflow.setCurrentDetails(LoadNote.text(input, doing, state(), note));
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  /** What a scope brought back. */
  private static final class Taken<T> {
    private @Nullable T result;
  }
}
