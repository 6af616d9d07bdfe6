package io.weft.bench;

import io.weft.stage.NotSeen;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.DeskException;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A load from its start to its verdict: how fast, at what price, and is it right? */
final class BulkBench {
  private static final List<String> TYPES =
      List.of("InitialLoad", "AccountCustomerSync", "Introduction");
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Without any progress for so long it is stuck. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LoadGround ground;
  private final Report report;
  private final Desk desk;
  private final HeapWatch heap;
  private final Phases phases = new Phases();
  private final Beside beside;

  /**
   * @param beside people who work meanwhile
   */
  BulkBench(LoadGround ground, Report report, Beside beside) {
    this.beside = beside;
    this.heap = new HeapWatch(ground.worker(), ground.wishes().heap());
    this.ground = ground;
    this.report = report;
    this.desk = new Desk(ground.temporal().client());
  }

  /**
   * Measures and prints; returns whether the load is complete, explained and without doubles.
   *
   * @param bare what the bare loop took; null if it did not run
   */
  boolean run(BareLoop.@Nullable Measured bare) {
    BulkFigures figures = measured();
    new BulkReport(ground, report, figures).print(phases, bare);
    if (!figures.right()) {
      report.say("Not as it must be; files: " + ground.keep());
    }
    return figures.right();
  }

  private BulkFigures measured() {
    Duration before = ground.worker().cpu();
    Duration drivers = own();
    long began = System.nanoTime();
    LoadSummary summary = ended();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Duration cpu = ground.worker().cpu().minus(before);
    Duration sandbox = own().minus(drivers);
    heap.lookNow();
    Histories histories =
        Histories.between(ground.temporal(), TYPES, ground.begun(), Instant.now());
    Doubles doubles = Doubles.in(ground.journal());
    Written written = Written.in(ground.journal());
    return new BulkFigures(
        summary, took, cpu, sandbox, heap, histories, doubles, written, beside.end());
  }

  private static Duration own() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new NotSeen("no processor times"));
  }

  private LoadSummary ended() {
    long handled = -1;
    String phase = "";
    long moved = System.nanoTime();
    while (System.nanoTime() - moved < PATIENCE.toNanos()) {
      Optional<LoadSummary> found = look();
      if (found.isPresent() && found.get().ending() != null) {
        return found.get();
      }
      if (found.isPresent()
          && (found.get().handled() != handled || !phases.reached().equals(phase))) {
        handled = found.get().handled();
        if (found.get().phase() == LoadPhase.APPLY && handled >= Beside.ENOUGH) {
          beside.begin();
        }
        phase = phases.reached();
        moved = System.nanoTime();
        report.progress(
            "%s %d of %d, live heap %s"
                .formatted(phase, handled, found.get().total(), heap.live()));
      }
      if (!beside.isUnderWay()) {
        heap.look(); // the whole worker stands still meanwhile
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    throw new NotSeen(
        "the load does not move any more: %s %d (files: %s)"
            .formatted(phases.reached(), handled, ground.keep()));
  }

  /** Empty as long as no worker has opened it. */
  private Optional<LoadSummary> look() {
    try {
      LoadSummary summary =
          desk.ask(new Question.LoadStatus(ground.load()), Answer.LoadStatus.class, ANSWER)
              .summary();
      LoadPhase phase = summary.phase();
      if (phase != null) {
        phases.see(phase, summary.total(), System.nanoTime());
      }
      return Optional.of(summary);
    } catch (DeskException e) {
      return Optional.empty();
    }
  }
}
