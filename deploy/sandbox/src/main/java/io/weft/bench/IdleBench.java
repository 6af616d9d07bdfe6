package io.weft.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Nothing changes anywhere: what does looking cost? */
final class IdleBench {
  private static final Duration SETTLE = Duration.ofSeconds(10);

  private final Ground ground;
  private final Report report;

  IdleBench(Ground ground, Report report) {
    this.ground = ground;
    this.report = report;
  }

  /** Measures and prints. */
  void run(Duration time, Duration pollInterval) {
    report.progress("letting everything come to rest");
    rest(SETTLE);
    ground.control().delete("traffic");
    Duration before = ground.worker().cpu();
    long began = System.nanoTime();
    report.progress("doing nothing for " + time.toSeconds() + " s");
    rest(time);
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpu = ground.worker().cpu().minus(before).toMillis() / 1000.0;
    Calls calls = Calls.read(ground.control());
    String percent = String.format(Locale.ROOT, "%.2f %%", 100 * cpu / seconds);
    String perMinute =
        String.format(Locale.ROOT, "%.1f", 60 * (calls.records() + calls.feeds()) / seconds);
    report.head(Histories.server(ground.temporal()));
    report.figure("Pairs", Integer.toString(ground.pairs().all().size()));
    report.figure("Feeds followed every", pollInterval.toSeconds() + " s, three legal entities");
    report.figure("CPU of the worker process", percent + " of one core");
    report.figure("Remote calls", perMinute + " a minute");
    report.figure("Memory of the worker", ground.memory());
    report.row(
        List.of(
            "idle, poll " + pollInterval.toSeconds() + " s",
            percent,
            perMinute + " calls/min",
            ground.megabytes("VmRSS")));
  }

  private static void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
