package io.weft.activities.desk;

import io.weft.activities.hint.HandOver;
import io.weft.activities.store.HintCounts;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Load;
import io.weft.activities.store.ParkedStore;
import io.weft.activities.store.ParkedStore.Parked;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Answer.StatusLine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How things stand: objects, ledger, connections, feeds, and what waits for a person. */
public final class Status {
  private static final int KINDS = 10;
  private static final int ALL = 100_000;

  private final ObjectBoard objects;
  private final Ground ground;
  private final List<Connection> connections;
  private final FeedBoard feeds;
  private final Clock clock;

  public Status(
      ObjectBoard objects,
      Ground ground,
      List<Connection> connections,
      FeedBoard feeds,
      Clock clock) {
    this.objects = objects;
    this.ground = ground;
    this.connections = List.copyOf(connections);
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * What everything stands on.
   *
   * @param loads the loads and plans that are open
   */
  public record Ground(
      HintStore hints,
      ParkedStore parked,
      WaitingBoard waiting,
      HandOver handOver,
      Supplier<List<Load>> loads) {}

  Answer report() {
    List<Parked> parked = ground.parked().list(null, null, null, null, ALL);
    List<StatusLine> lines = new ArrayList<>();
    lines.add(ledger());
    lines.add(temporal());
    ground.loads().get().forEach(load -> lines.add(open(load)));
    connections.forEach(connection -> lines.add(connection.line(clock.instant())));
    feeds
        .feeds(null)
        .forEach(
            feed ->
                lines.add(new StatusLine("feed " + feed.feed(), feed.level(), feeds.words(feed))));
    lines.addAll(kinds(parked));
    return new Answer.StatusReport(
        objects.lines(parked), lines, ground.waiting().read().report(parked));
  }

  /** How the feeds stand. */
  FeedBoard feeds() {
    return feeds;
  }

  private StatusLine ledger() {
    HintCounts counts = ground.hints().counts();
    boolean whole = Ledger.lost(counts) == 0;
    return new StatusLine(
        "hints",
        whole ? Level.OK : Level.PROBLEM,
        Ledger.words(counts) + (whole ? "" : "; the sums do not agree"));
  }

  private static StatusLine open(Load load) {
    return new StatusLine(
        load.id().path(),
        Level.OK,
        load.planOnly()
            ? "is being planned; nothing waits for it"
            : "is open: new records of "
                + load.id().object()
                + " in "
                + load.id().legalEntity()
                + " wait for the load");
  }

  private StatusLine temporal() {
    return ground.handOver().isAway()
        ? new StatusLine(
            "Temporal", Level.PROBLEM, "takes no hints: they wait in the store until it does")
        : new StatusLine("Temporal", Level.OK, "takes hints");
  }

  /** The commonest reasons for waiting, so that those alike can be mended as one. */
  private static List<StatusLine> kinds(List<Parked> parked) {
    Map<String, List<Parked>> byKind = new LinkedHashMap<>();
    for (Parked row : parked) {
      String fingerprint = row.work().problem().fingerprint();
      byKind.computeIfAbsent(fingerprint, f -> new ArrayList<>()).add(row);
    }
    return byKind.entrySet().stream()
        .sorted(Comparator.comparingInt(kind -> -kind.getValue().size()))
        .limit(KINDS)
        .map(
            kind ->
                new StatusLine(
                    "parked " + kind.getKey(),
                    Level.WARNING,
                    kind.getValue().size()
                        + " waiting, for example: "
                        + kind.getValue().get(0).work().problem().what()))
        .toList();
  }
}
