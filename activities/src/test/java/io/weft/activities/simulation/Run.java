package io.weft.activities.simulation;

import io.weft.activities.failure.TypedFailure;
import io.weft.activities.introduction.AwaitedTwin;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.BatchPass.BatchOutcome;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Link;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.introduction.IntroductionRequest;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Plays Temporal: runs what was told until everything rests, whatever happens on the way. */
final class Run {
  static final String LOAD = "load";
  private static final int TURNS = 120;
  private static final int ATTEMPTS = 60;
  private static final Duration START_TO_CLOSE = Duration.ofSeconds(60);
  private static final Duration HEARTBEAT = Duration.ofSeconds(16);

  final World world;
  final Set<String> parked = new LinkedHashSet<>();
  boolean atRest;
  private String working = "";
  private String runId = "run-0";
  private int runs;
  private int attempts;
  private int nesting;
  private boolean terminated;
  private boolean aside;
  private Instant lastDeadline = Instant.MAX;
  private Instant outerMustEnd = Instant.MAX;

  Run(World world) {
    this.world = world;
    world.points.doer(this::happen);
  }

  /** Runs everything until nothing is told, waiting or on its way. */
  void toRest() {
    for (int turn = 0; turn < TURNS; turn++) {
      if (!world.told.isEmpty()) {
        String next = world.told.iterator().next();
        world.told.remove(next);
        perform(next);
      } else if (!world.unread.isEmpty()) {
        world.feed();
      } else if (world.somethingIsOnItsWay() || !quiet()) {
        world.clock.advance(Duration.ofSeconds(30));
        world.landDue();
        backlog();
      } else {
        atRest = true;
        return;
      }
    }
  }

  /** While somebody is at work, what he is to see is not listed as waiting. */
  private boolean quiet() {
    return !world.stores.isAnybodyAtWork(world.clock.peek())
        && world.hints.waiting(world.clock.peek().plusSeconds(3600), 10).stream()
            .allMatch(this::isParked)
        && world.hints.unfinished(world.clock.peek().plusSeconds(3600), 10).stream()
            .allMatch(pair -> parked.contains(pair.path()));
  }

  private boolean isParked(StoredHint hint) {
    return hint.unknown()
        ? parked.contains("introduce/" + hint.hint().record().path())
        : hint.pairs().stream().allMatch(pair -> parked.contains(pair.path()));
  }

  private void backlog() {
    Instant before = world.clock.peek().minusSeconds(20);
    world.tell(world.hints.waiting(before, 10));
    world.hints.unfinished(before, 10).forEach(pair -> world.told.add(pair.path()));
  }

  private void perform(String workflow) {
    working = workflow;
    runId = "run-" + ++runs;
    terminated = false;
    if (workflow.startsWith("introduce/")) {
      introduce(workflow);
    } else if (workflow.equals(LOAD)) {
      load();
    } else {
      PassRequest request = new PassRequest(PairId.parse(workflow), List.of());
      PassOutcome outcome = retried(a -> world.pass.run(world.plug(), request, a));
      parked.remove(workflow);
      ended(workflow, outcome);
    }
  }

  private void ended(String workflow, PassOutcome outcome) {
    if (outcome instanceof PassOutcome.NeedsPerson) {
      parked.add(workflow);
    } else if (outcome instanceof PassOutcome.Settled settled && settled.more()) {
      world.told.add(workflow);
    } else if (outcome instanceof PassOutcome.Ended over && over.successor() != null) {
      world.told.add(over.successor().path());
    }
  }

  /** Brings all pairs in step at once; those that could not be are tried again later. */
  private void load() {
    List<PairId> pairs =
        world.stores.links().list(null, null, 10).stream()
            .filter(link -> !link.state().hasEnded())
            .map(Link::pair)
            .toList();
    List<BatchOutcome> outcomes = retried(a -> world.batch.run(world.plug(), pairs, a));
    if (outcomes == null) {
      world.told.add(LOAD);
      return;
    }
    for (BatchOutcome outcome : outcomes) {
      if (outcome instanceof BatchOutcome.Done done) {
        parked.remove(done.pair().path());
        ended(done.pair().path(), done.outcome());
      } else {
        world.points.note("not yet: " + outcome);
        world.clock.advance(Duration.ofSeconds(5));
        world.told.add(LOAD);
      }
    }
  }

  private void introduce(String workflow) {
    IntroductionRequest request = new IntroductionRequest(record(workflow), List.of());
    IntroductionOutcome outcome = retried(a -> world.introducer.introduce(request, a));
    if (outcome instanceof IntroductionOutcome.Introduced done) {
      done.pairs().forEach(pair -> world.told.add(pair.path()));
    } else if (outcome instanceof IntroductionOutcome.NeedsPerson) {
      parked.add(workflow);
    }
  }

  private static RecordRef record(String workflow) {
    String[] parts = workflow.split("/");
    return parts[2].equals("creatio")
        ? RecordRef.creatio(SimObject.NAME, parts[3])
        : RecordRef.d365(SimObject.NAME, new LegalEntity(parts[3]), parts[4]);
  }

  /** Attempts until one comes through; null if the run was terminated. */
  private <T> T retried(Function<Attempt, T> work) {
    for (int i = 0; i < ATTEMPTS && !terminated; i++) {
      if (nesting > 0 && world.clock.peek().isAfter(outerMustEnd)) {
        world.told.add(working); // the old attempt has to be let go on before its horizon
        return null;
      }
      try {
        return work.apply(attempt());
      } catch (StoreException.Claimed | AwaitedTwin e) {
        pause(e);
        if (aside || (e instanceof AwaitedTwin && !world.told.isEmpty())) {
          world.told.add(working); // nothing changes before the one it waits for goes on
          return null;
        }
      } catch (Crash e) {
        world.points.note("the worker dies");
        world.clock.advance(HEARTBEAT);
      } catch (RuntimeException e) {
        pause(e);
      }
    }
    return null;
  }

  private void pause(RuntimeException e) {
    if (!(e instanceof TypedFailure failure)) {
      throw e;
    }
    world.points.note("attempt failed: " + e.getMessage());
    Duration wait = failure.retryAfter();
    world.clock.advance(wait == null ? Duration.ofSeconds(5) : wait);
  }

  private Attempt attempt() {
    Instant deadline = world.clock.peek().plus(START_TO_CLOSE).minusSeconds(5);
    String id = "attempt-" + ++attempts;
    lastDeadline = deadline;
    Holder holder = new Holder(working + "/" + runId, runId, id, deadline.plusSeconds(10));
    return new Attempt(holder, deadline, world.clock, () -> {});
  }

  private void happen(Mischief mischief) {
    switch (mischief.kind()) {
      case TWIN -> twin(HEARTBEAT);
      case LATE_TWIN -> twin(START_TO_CLOSE.plusSeconds(1));
      case EDIT -> edit(mischief, false);
      case REVERT -> edit(mischief, true);
      case FEED -> world.feed();
      case OTHER_RUN -> otherRun();
      case MERGE -> world.merge();
      case TERMINATE -> {
        terminated = true;
        throw new Crash("terminated");
      }
      default -> throw new IllegalStateException(mischief.toString());
    }
  }

  /** Temporal gave this attempt up and starts the next one, which runs through; then we go on. */
  private void twin(Duration after) {
    if (nesting > 0) {
      return;
    }
    nesting++;
    outerMustEnd = lastDeadline.plus(Remote.latest());
    world.clock.advance(after);
    String mine = working;
    if (mine.equals(LOAD)) {
      load();
    } else if (!mine.startsWith("introduce/") && !mine.isEmpty()) {
      PassRequest request = new PassRequest(PairId.parse(mine), List.of());
      ended(mine, retried(a -> world.pass.run(world.plug(), request, a)));
    } else if (!mine.isEmpty()) {
      introduce(mine);
    }
    world.points.note("the twin goes on");
    nesting--;
  }

  /** Something else that was told runs on another thread, while this attempt takes its time. */
  private void otherRun() {
    Optional<String> other = world.told.stream().filter(w -> !w.equals(working)).findFirst();
    if (nesting > 0 || other.isEmpty()) {
      return;
    }
    String mine = working;
    String myRun = runId;
    boolean mineTerminated = terminated;
    nesting++;
    aside = true;
    outerMustEnd = lastDeadline.plus(Remote.latest());
    world.told.remove(other.get());
    world.points.note("meanwhile " + other.get());
    perform(other.get());
    world.points.note("back to " + mine);
    aside = false;
    nesting--;
    working = mine;
    runId = myRun;
    terminated = mineTerminated;
  }

  private void edit(Mischief mischief, boolean revert) {
    Side side = mischief.side();
    String field = side == Side.CREATIO ? "a" : "x";
    List<RecordRef> all = List.copyOf(world.remote(side).all().keySet());
    if (all.isEmpty()) {
      return;
    }
    RecordRef record = all.get(0);
    String value = revert ? world.valueBefore(record, field) : mischief.value();
    world.edit(record, field, value, revert);
  }
}
