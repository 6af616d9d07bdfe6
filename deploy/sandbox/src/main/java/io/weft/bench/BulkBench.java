package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.NotSeen;
import io.weft.stage.ProcessWorker;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.DeskException;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A load from its start to its verdict: how fast, at what price, and is it right? */
final class BulkBench {
  private static final List<String> TYPES =
      List.of("InitialLoad", "AccountCustomerSync", "Introduction");
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private static final int MOST = 8;

  /** Without any progress for so long it is stuck. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LoadGround ground;
  private final Report report;
  private final Desk desk;
  private final BareLoop.@Nullable Measured bare;
  private final Phases phases = new Phases();
  private final Beside beside;

  /**
   * @param beside people who work meanwhile
   * @param bare what a bare loop took, if one ran
   */
  BulkBench(LoadGround ground, Report report, Beside beside, BareLoop.@Nullable Measured bare) {
    this.bare = bare;
    this.beside = beside;
    this.ground = ground;
    this.report = report;
    this.desk = new Desk(ground.temporal().client());
  }

  /** Measures and prints; returns whether the load is complete, explained and without doubles. */
  boolean run() {
    Duration before = ground.worker().cpu();
    Duration drivers = own();
    long began = System.nanoTime();
    LoadSummary summary = ended();
    double seconds = (System.nanoTime() - began) / 1e9;
    Duration cpu = ground.worker().cpu().minus(before);
    Duration sandbox = own().minus(drivers);
    Histories histories =
        Histories.between(ground.temporal(), TYPES, ground.begun(), Instant.now());
    Doubles doubles = Doubles.of(ground.journal().after(0));
    Arrivals arrivals = beside.end();
    print(summary, seconds, cpu, sandbox, histories, doubles, arrivals);
    boolean right =
        doubles.doubled() == 0
            && summary.count(LoadCount.UNEXPLAINED) == 0
            && summary.ending() == Ending.COMPLETED;
    if (!right) {
      report.say("Not as it must be; files: " + ground.keep());
    }
    return right;
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
        report.progress(phase + " " + handled + " of " + found.get().total());
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

  private void print(
      LoadSummary summary,
      double seconds,
      Duration cpu,
      Duration sandbox,
      Histories histories,
      Doubles doubles,
      Arrivals edits) {
    long records = summary.count(LoadCount.SCANNED_CREATIO) + summary.count(LoadCount.SCANNED_D365);
    long pairs = Math.max(1, summary.count(LoadCount.LINKED));
    Calls calls = Calls.read(ground.control());
    report.head(Histories.server(ground.temporal()));
    report.figure("Records read", records + " of both systems, " + pairs + " pairs linked");
    report.figure("End to end", "%s, %s".formatted(time(seconds), rate(pairs, seconds)));
    for (LoadPhase phase : LoadPhase.values()) {
      phase(phase);
    }
    if (bare != null) {
      beside(bare, pairs / seconds);
    }
    report.figure(
        "Remote calls",
        "%d reads, %d single writes, %d batches, %d of feeds; %d answered 429"
            .formatted(calls.reads(), calls.writes(), calls.batches(), calls.feeds(), throttled()));
    report.figure("  most often", Calls.most(ground.control(), MOST));
    report.figure(
        "Temporal", "%d events of %d runs".formatted(histories.events(), histories.runs()));
    report.figure("CPU of the worker", cost(cpu, pairs));
    report.figure("CPU of sandbox and driver", cost(sandbox, pairs));
    report.figure(
        "Memory of the worker", "%s at most (heap limit %s)".formatted(peak(), ProcessWorker.HEAP));
    summary
        .troubles()
        .forEach(
            group -> report.figure("  " + group.name(), group.records() + ": " + group.what()));
    if (edits.applied() > 0) {
      report.figure("Edits meanwhile", edits.applied() + " arrived, " + edits.both().words());
    }
    report.figure("Verify", summary.conclusion());
    report.figure(
        "Journal", "%d made by Weft, %d doubled".formatted(doubles.made(), doubles.doubled()));
    report.row(
        List.of(
            "load of %d pairs, half in both systems".formatted(pairs),
            rate(pairs, seconds),
            cost(cpu, pairs),
            peak()));
  }

  private void phase(LoadPhase phase) {
    double seconds = phases.time(phase).toMillis() / 1000.0;
    long total = phases.total(phase);
    if (total > 0) {
      report.figure(
          "  " + phase.name().toLowerCase(Locale.ROOT),
          "%s for %d, %s".formatted(time(seconds), total, rate(total, seconds)));
    }
  }

  private void beside(BareLoop.Measured measured, double rate) {
    double took = measured.time().toMillis() / 1000.0;
    report.figure(
        "Bare loop",
        "%s, %s in %d calls; Weft at %.0f %% of it"
            .formatted(
                time(took),
                rate(measured.pairs(), took),
                measured.calls(),
                100 * rate / measured.rate()));
  }

  private long throttled() {
    JsonNode traffic = ground.control().get("traffic");
    return traffic.path("creatio").path("statuses").path("429").asLong()
        + traffic.path("d365").path("statuses").path("429").asLong();
  }

  private String peak() {
    var memory = ground.worker().memory("VmHWM");
    return memory.isPresent() ? memory.getAsLong() / 1024 + " MB" : "unknown";
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private static String rate(long count, double seconds) {
    return String.format(Locale.ROOT, "%.0f/s", count / Math.max(0.001, seconds));
  }

  private static String cost(Duration cpu, long pairs) {
    return String.format(
        Locale.ROOT,
        "%.1f s, %.1f s per 1,000 pairs",
        cpu.toMillis() / 1000.0,
        cpu.toMillis() / (double) pairs);
  }
}
