package io.weft.bench;

import io.weft.stage.Await;
import io.weft.stage.NotSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Sales confirm orders at a steady rate: how long, and at what price, until they are in step? */
final class OrdersBench {
  private static final List<String> SYNC = List.of("OrderSalesOrderSync", "Introduction");
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration ARRIVAL = Duration.ofMinutes(2);

  private final Ground ground;
  private final Report report;
  private final Drafts drafts;

  OrdersBench(Ground ground, Report report) {
    this.ground = ground;
    this.report = report;
    this.drafts = new Drafts(ground);
  }

  /**
   * What was measured.
   *
   * @param cpu processor time of the worker
   */
  private record Measured(
      int confirmed,
      OrderArrivals arrivals,
      Duration cpu,
      Calls calls,
      String most,
      Histories histories) {}

  /** Measures and prints; returns whether every order came over whole and once. */
  boolean run(int rate, int lines, Duration time) {
    report.progress("warming up");
    measure(rate, lines, WARM_UP);
    report.progress("confirming for " + time.toSeconds() + " s");
    Measured measured = measure(rate, lines, time);
    print(rate, lines, measured);
    return measured.arrivals().missing() == 0 && measured.arrivals().doubled() == 0;
  }

  private Measured measure(int rate, int lines, Duration time) {
    List<Drafts.Draft> orders = drafts.make(Pace.count(rate, time), lines);
    ground.quiet();
    ground.control().delete("traffic");
    Instant from = Instant.now();
    Duration before = ground.worker().cpu();
    long mark = ground.journal().last();
    Pace.keep(List.of(drafts.confirming(orders, rate)));
    OrderArrivals arrivals = arrived(orders, mark);
    Duration cpu = ground.worker().cpu().minus(before);
    return new Measured(
        orders.size(),
        arrivals,
        cpu,
        Calls.read(ground.control()),
        Calls.most(ground.control(), 16),
        Histories.between(ground.temporal(), SYNC, from, Instant.now()));
  }

  /** Waits until everything is there, or nothing is on its way any more. */
  private OrderArrivals arrived(List<Drafts.Draft> orders, long mark) {
    Await.until(
        ARRIVAL,
        "every order in D365, or nothing in flight",
        () -> read(orders, mark).missing() == 0 || ground.sums().inFlight() == 0);
    ground.quiet();
    return read(orders, mark);
  }

  private OrderArrivals read(List<Drafts.Draft> orders, long mark) {
    return OrderArrivals.of(orders, ground.journal().after(mark));
  }

  private void print(int rate, int lines, Measured measured) {
    OrderArrivals arrivals = measured.arrivals();
    Percentiles numbered = new Percentiles(arrivals.numbered());
    Percentiles complete = new Percentiles(arrivals.complete());
    if (numbered.count() == 0) {
      throw new NotSeen("no order arrived in D365");
    }
    double orders = numbered.count();
    Calls calls = measured.calls();
    String beyond = each(calls.writes() + calls.batches(), orders);
    String events = each(measured.histories().events(), orders);
    String cpu = each(measured.cpu().toMillis(), orders);
    report.head(Histories.server(ground.temporal()));
    report.figure(
        "Orders confirmed", measured.confirmed() + " at " + rate + "/s, of " + lines + " lines");
    report.figure(
        "Arrived whole",
        numbered.count()
            + "; not: "
            + arrivals.missing()
            + "; lines too many in D365: "
            + arrivals.doubled());
    report.say("From the commit of the confirmation in Creatio to the commit in Creatio of ...");
    report.figure("  the sales order's number", numbered.words());
    report.figure("  the last line's lot", complete.words());
    report.figure(
        "Calls per order beyond reads",
        "%s: %s single writes and %s batches (target: at most 8)"
            .formatted(beyond, each(calls.writes(), orders), each(calls.batches(), orders)));
    report.figure("Reads per order, echo included", each(calls.reads(), orders));
    report.figure(
        "History events per order", events + " (" + measured.histories().runs() + " runs)");
    report.figure("Most called", measured.most());
    report.figure("CPU of the worker process", cpu + " s per 1,000 orders");
    report.figure("Memory of the worker", ground.memory());
    report.row(
        List.of(
            rate + "/s of " + lines + " lines",
            "number p50 " + Percentiles.millis(numbered.at(50)),
            "p95 " + Percentiles.millis(numbered.at(95)),
            "p99 " + Percentiles.millis(numbered.at(99)),
            "last line p95 " + Percentiles.millis(complete.at(95)),
            "missing " + arrivals.missing(),
            beyond + " calls beyond reads",
            each(calls.reads(), orders) + " reads",
            events + " events",
            cpu + " s CPU/1,000",
            ground.megabytes("VmHWM")));
  }

  private static String each(long sum, double orders) {
    return String.format(Locale.ROOT, "%.1f", sum / orders);
  }
}
