package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.workflows.load.LoadPhase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what was measured of a load. */
final class BulkReport {
  private static final int MOST = 8;

  private final LoadGround ground;
  private final Report report;
  private final BulkFigures figures;

  BulkReport(LoadGround ground, Report report, BulkFigures figures) {
    this.ground = ground;
    this.report = report;
    this.figures = figures;
  }

  /**
   * Prints it all.
   *
   * @param bare what the bare loop took; null if it did not run
   */
  void print(Phases phases, BareLoop.@Nullable Measured bare) {
    report.head(Histories.server(ground.temporal()));
    course(phases, bare);
    price();
    memory();
    outcome();
    report.row(
        List.of(
            "%s of %d pairs, half in both systems"
                .formatted(ground.wishes().planOnly() ? "plan" : "load", figures.pairs()),
            rate(figures.pairs(), figures.seconds()),
            cost(figures.cpu()),
            figures.heap().live(),
            figures.heap().resident()));
  }

  private void course(Phases phases, BareLoop.@Nullable Measured bare) {
    report.figure(
        "Records read",
        "%d of both systems, %d pairs %s"
            .formatted(
                figures.records(),
                figures.pairs(),
                ground.wishes().planOnly() ? "to link" : "linked"));
    report.figure(
        "End to end",
        "%s, %s".formatted(time(figures.seconds()), rate(figures.pairs(), figures.seconds())));
    for (LoadPhase phase : LoadPhase.values()) {
      phase(phases, phase);
    }
    if (bare != null) {
      beside(bare, figures.pairs() / figures.seconds());
    }
  }

  private void price() {
    Calls calls = Calls.read(ground.control());
    report.figure(
        "Remote calls",
        "%d reads, %d single writes, %d batches, %d of feeds; %d answered 429"
            .formatted(calls.reads(), calls.writes(), calls.batches(), calls.feeds(), throttled()));
    report.figure("  most often", Calls.most(ground.control(), MOST));
    report.figure("Records written", figures.written().words());
    Histories histories = figures.histories();
    report.figure(
        "Temporal", "%d events of %d runs".formatted(histories.events(), histories.runs()));
    report.figure("CPU of the worker", cost(figures.cpu()));
    report.figure("CPU of sandbox and driver", cost(figures.sandboxCpu()));
  }

  private void memory() {
    report.figure("Memory of the worker", figures.heap().words());
    report.figure("  live heap at its fullest", String.join(", ", figures.heap().largest()));
  }

  private void outcome() {
    figures
        .summary()
        .troubles()
        .forEach(
            group -> report.figure("  " + group.name(), group.records() + ": " + group.what()));
    edits(figures.edits());
    report.figure("Verify", figures.summary().conclusion());
    Doubles doubles = figures.doubles();
    report.figure(
        "Journal", "%d made by Weft, %d doubled".formatted(doubles.made(), doubles.doubled()));
  }

  private void edits(Arrivals edits) {
    if (edits.applied() > 0) {
      report.figure("Edits meanwhile", edits.applied() + " arrived, " + edits.both().words());
      report.figure("  to D365", new Percentiles(edits.toD365()).words());
      report.figure("  to Creatio", new Percentiles(edits.toCreatio()).words());
    }
  }

  private void phase(Phases phases, LoadPhase phase) {
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
        "%s, %s, %d records written in %d calls; Weft at %.0f %% of it"
            .formatted(
                time(took),
                rate(measured.pairs(), took),
                measured.writes(),
                measured.calls(),
                100 * rate / measured.rate()));
  }

  private long throttled() {
    JsonNode traffic = ground.control().get("traffic");
    return traffic.path("creatio").path("statuses").path("429").asLong()
        + traffic.path("d365").path("statuses").path("429").asLong();
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private static String rate(long count, double seconds) {
    return String.format(Locale.ROOT, "%.0f/s", count / Math.max(0.001, seconds));
  }

  private String cost(Duration cpu) {
    return String.format(
        Locale.ROOT,
        "%.1f s, %.1f s per 1,000 pairs",
        cpu.toMillis() / 1000.0,
        cpu.toMillis() / (double) figures.pairs());
  }
}
