package io.weft.bench;

import io.weft.stage.Await;
import io.weft.stage.NotSeen;
import io.weft.stage.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** People edit on both sides at a steady rate: how long, and at what price, until it is there? */
final class LiveBench {
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration ARRIVAL = Duration.ofMinutes(2);
  private static final List<String> SYNC = List.of("AccountCustomerSync");
  private static final int COUNTED_RATE = 5;
  private static final Duration COUNTED = Duration.ofSeconds(10);

  private final Ground ground;
  private final Report report;
  private final Edits edits;

  LiveBench(Ground ground, Report report) {
    this.ground = ground;
    this.report = report;
    this.edits = new Edits(ground.users(), ground.pairs());
  }

  /**
   * What was measured.
   *
   * @param cpu processor time of the worker
   */
  private record Measured(int typed, Arrivals arrivals, Duration cpu, Histories histories) {}

  /** Measures and prints; throws NotSeen if nothing arrived at all. */
  void run(int rate, Duration time) {
    report.progress("warming up");
    drive(Edits.Where.BOTH, rate, WARM_UP);
    report.progress("editing for " + time.toSeconds() + " s");
    Measured measured = measure(rate, time);
    report.progress("counting calls, one direction at a time");
    String toD365 = calls(Edits.Where.CREATIO);
    String toCreatio = calls(Edits.Where.D365);
    print(rate, measured, toD365, toCreatio);
  }

  private Measured measure(int rate, Duration time) {
    Instant from = Instant.now();
    Duration before = ground.worker().cpu();
    long mark = ground.journal().last();
    List<Edits.Edit> typed = edits.drive(Edits.Where.BOTH, rate, time);
    Arrivals arrivals = arrived(typed, mark);
    Duration cpu = ground.worker().cpu().minus(before);
    Histories histories = Histories.between(ground.temporal(), SYNC, from, Instant.now());
    return new Measured(typed.size(), arrivals, cpu, histories);
  }

  private Arrivals drive(Edits.Where where, int rate, Duration time) {
    long mark = ground.journal().last();
    return arrived(edits.drive(where, rate, time), mark);
  }

  /** Waits until everything is there, or nothing is on its way any more. */
  private Arrivals arrived(List<Edits.Edit> typed, long mark) {
    Await.until(
        ARRIVAL,
        "every edit on the other side, or nothing in flight",
        () -> read(typed, mark).missing() == 0 || ground.sums().inFlight() == 0);
    ground.quiet();
    return read(typed, mark);
  }

  private Arrivals read(List<Edits.Edit> typed, long mark) {
    List<Write> writes = ground.journal().after(mark);
    return Arrivals.of(typed, writes);
  }

  /** Calls for one applied change, with only one side being edited. */
  private String calls(Edits.Where where) {
    ground.control().delete("traffic");
    Arrivals arrivals = drive(where, COUNTED_RATE, COUNTED);
    Calls calls = Calls.read(ground.control());
    if (arrivals.applied() == 0) {
      throw new NotSeen("no edit in " + where + " arrived on the other side");
    }
    double changes = arrivals.applied();
    return String.format(
        Locale.ROOT,
        "%.1f (Creatio %.1f, D365 %.1f)",
        calls.records() / changes,
        calls.creatio() / changes,
        calls.d365() / changes);
  }

  private void print(int rate, Measured measured, String toD365, String toCreatio) {
    Arrivals arrivals = measured.arrivals();
    Percentiles all = arrivals.both();
    if (all.count() == 0) {
      throw new NotSeen("no edit arrived on the other side");
    }
    double changes = all.count();
    String events = String.format(Locale.ROOT, "%.1f", measured.histories().events() / changes);
    String cpu = String.format(Locale.ROOT, "%.1f", measured.cpu().toMillis() / changes);
    report.head(Histories.server(ground.temporal()));
    report.figure("Edits", measured.typed() + " at " + rate + "/s, alternately on both sides");
    report.figure("Arrived", all.count() + "; not seen to arrive: " + arrivals.missing());
    report.figure("Commit to commit", all.words());
    report.figure("  Creatio to D365", new Percentiles(arrivals.toD365()).words());
    report.figure("  D365 to Creatio", new Percentiles(arrivals.toCreatio()).words());
    report.figure("Calls per change, to D365", toD365);
    report.figure("Calls per change, to Creatio", toCreatio);
    report.figure(
        "History events per change", events + " (" + measured.histories().runs() + " runs)");
    report.figure("CPU of the worker process", cpu + " s per 1,000 changes");
    report.figure("Memory of the worker", ground.memory());
    report.row(
        List.of(
            rate + "/s",
            Percentiles.millis(all.at(50)),
            Percentiles.millis(all.at(95)),
            Percentiles.millis(all.at(99)),
            Percentiles.millis(all.max()),
            "missing " + arrivals.missing(),
            toD365,
            toCreatio,
            events + " events",
            cpu + " s CPU/1,000",
            ground.megabytes("VmHWM")));
  }
}
