package io.weft.bench;

import io.weft.stage.Await;
import io.weft.stage.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** All objects at once, at steady rates: does one hold the others up? */
final class MixedBench {
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final int MOST = 16;
  private static final List<String> TYPES =
      List.of("AccountCustomerSync", "ContactSync", "OrderSalesOrderSync", "Introduction");
  private static final Duration ARRIVAL = Duration.ofMinutes(2);

  private final Ground ground;
  private final Report report;
  private final Edits edits;
  private final Persons persons;
  private final Drafts drafts;

  MixedBench(Ground ground, Report report) {
    this.ground = ground;
    this.report = report;
    this.edits = new Edits(ground.users(), ground.pairs());
    this.persons = new Persons(ground.users(), ground.pairs());
    this.drafts = new Drafts(ground);
  }

  /** So many a second. */
  record Rates(int accounts, int contacts, int orders, int lines) {}

  /** What was done, by kind. */
  private record Done(
      List<Edits.Edit> accounts, List<Edits.Edit> contacts, List<Drafts.Draft> orders) {}

  /** When it arrived, by kind. */
  private record Arrived(Arrivals accounts, Arrivals contacts, OrderArrivals orders) {
    int missing() {
      return accounts.missing() + contacts.missing() + orders.missing();
    }
  }

  /** Measures and prints; returns whether everything arrived. */
  boolean run(Rates rates, Duration time) {
    report.progress("linking contacts");
    persons.meet();
    report.progress("warming up");
    measure(rates, WARM_UP);
    report.progress("working for " + time.toSeconds() + " s");
    Duration before = ground.worker().cpu();
    Instant from = Instant.now();
    ground.control().delete("traffic");
    Arrived arrived = measure(rates, time);
    print(rates, time, arrived, ground.worker().cpu().minus(before));
    report.figure("Runs", Histories.words(ground.temporal(), TYPES, from));
    report.figure("Most called", Calls.most(ground.control(), MOST));
    return arrived.missing() == 0 && arrived.orders().doubled() == 0;
  }

  private Arrived measure(Rates rates, Duration time) {
    List<Drafts.Draft> orders = drafts.make(Pace.count(rates.orders(), time), rates.lines());
    Edits.Typing accounts = edits.typing(Edits.Where.BOTH, rates.accounts(), time);
    Edits.Typing contacts = persons.typing(rates.contacts(), time);
    ground.quiet();
    long mark = ground.journal().last();
    Pace.keep(List.of(accounts.beat(), contacts.beat(), drafts.confirming(orders, rates.orders())));
    return arrived(new Done(accounts.edits(), contacts.edits(), orders), mark);
  }

  /** Waits until everything is there, or nothing is on its way any more. */
  private Arrived arrived(Done done, long mark) {
    Await.until(
        ARRIVAL,
        "everything on the other side, or nothing in flight",
        () -> read(done, mark).missing() == 0 || ground.sums().inFlight() == 0);
    ground.quiet();
    return read(done, mark);
  }

  private Arrived read(Done done, long mark) {
    List<Write> writes = ground.journal().after(mark);
    return new Arrived(
        Arrivals.of(done.accounts(), writes),
        Arrivals.of(done.contacts(), writes),
        OrderArrivals.of(done.orders(), writes));
  }

  private void print(Rates rates, Duration time, Arrived arrived, Duration cpu) {
    Percentiles accounts = arrived.accounts().both();
    Percentiles contacts = arrived.contacts().both();
    Percentiles numbered = new Percentiles(arrived.orders().numbered());
    Percentiles complete = new Percentiles(arrived.orders().complete());
    String load =
        String.format(Locale.ROOT, "%.0f %% of one core", 100.0 * cpu.toMillis() / time.toMillis());
    report.head(Histories.server(ground.temporal()));
    report.figure(
        "Each second",
        "%d account edits on both sides in turn, %d contacts (half of them new), %d orders of %d lines"
            .formatted(rates.accounts(), rates.contacts(), rates.orders(), rates.lines()));
    report.figure(
        "Not seen to arrive",
        "accounts %d, contacts %d, orders %d; order lines too many: %d"
            .formatted(
                arrived.accounts().missing(),
                arrived.contacts().missing(),
                arrived.orders().missing(),
                arrived.orders().doubled()));
    report.figure("Accounts, commit to commit", accounts.words() + " (target: p99 1 s)");
    report.figure("Contacts, commit to commit", contacts.words());
    report.figure("Orders, to their number", numbered.words());
    report.figure("Orders, to the last line's lot", complete.words());
    report.figure("CPU of the worker process", load);
    report.figure("Memory of the worker", ground.memory());
    report.row(
        List.of(
            "mixed %d+%d+%d/s".formatted(rates.accounts(), rates.contacts(), rates.orders()),
            "accounts " + accounts.words(),
            "contacts " + contacts.words(),
            "orders " + numbered.words(),
            "missing " + arrived.missing(),
            load,
            ground.megabytes("VmHWM")));
  }
}
