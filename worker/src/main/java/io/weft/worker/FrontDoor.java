package io.weft.worker;

import io.weft.activities.hint.Backlog;
import io.weft.activities.hint.GroupedWriter;
import io.weft.activities.hint.HandOver;
import io.weft.activities.hint.Intake;
import io.weft.activities.hint.Rhythm;
import io.weft.activities.load.Echoes;
import io.weft.activities.poll.Owners;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.LinkStore;
import io.weft.worker.gateway.Gateway;
import io.weft.worker.gateway.Health;
import io.weft.worker.gateway.LastSeen;
import io.weft.worker.gateway.Metrics;
import io.weft.workflows.pass.Hint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The way of a hint from the wire to its workflow: gateway, intake, hand-over, backlog. Works from
 * the start, whether Temporal is connected or not.
 */
public final class FrontDoor {
  private static final long STORE_PATIENCE_MILLIS = 5_000;
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration REQUESTS_UNDER_WAY = Duration.ofSeconds(15);

  private final LateRuns runs = new LateRuns();
  private final Echoes echoes;
  private final ExecutorService telling = Threads.handOver();
  private final ExecutorService asking = Threads.single("owners");
  private final ScheduledExecutorService scheduler = Threads.scheduler();
  private final GroupedWriter writer;
  private final Intake intake;
  private final HandOver handOver;
  private final Backlog backlog;
  private final Gateway gateway;

  FrontDoor(
      WeftSettings settings,
      Stores stores,
      Metrics metrics,
      List<Health.Probe> probes,
      Owners owners,
      Clock clock) {
    HintStore hints = stores.all().hints();
    LinkStore links = stores.all().links();
    LastSeen lastSeen = new LastSeen(clock);
    this.writer = new GroupedWriter(hints::accept, STORE_PATIENCE_MILLIS);
    this.intake = new Intake(writer, settings.objects(), metrics);
    this.echoes = new Echoes(clock);
    this.handOver =
        new HandOver(
            hints,
            runs,
            settings.objects(),
            new LoadHolds(stores.all().loads()::holdsBack, echoes),
            telling);
    this.backlog = new Backlog(hints, handOver, clock, Rhythm.standard());
    metrics.ledger(hints::counts);
    metrics.lastSeen(lastSeen, "creatio");
    metrics.lastSeen(lastSeen, "d365");
    this.gateway =
        new Gateway(
            settings.gateway(),
            new Gateway.Parts(
                intake,
                handOver,
                new OwnerLookUp(owners, this::arrived, metrics, settings.objects(), asking, clock),
                links::byGuid,
                lastSeen,
                new Health(probes, clock),
                metrics,
                clock));
  }

  /** As a request's hints do. */
  private void arrived(List<Hint> hints) {
    handOver.soon(intake.accept(hints));
  }

  /** Begins to take hints; returns the port. */
  public int open() {
    int port = gateway.start();
    backlog.start(scheduler);
    return port;
  }

  /** Where the runs are told, once Temporal is connected. */
  public LateRuns runs() {
    return runs;
  }

  /** For loads, which see to events themselves. */
  Echoes echoes() {
    return echoes;
  }

  /** For feeds and everyone else who brings hints. */
  public Intake intake() {
    return intake;
  }

  /** For feeds and introductions, which tell the runs themselves. */
  public HandOver handOver() {
    return handOver;
  }

  /** The first steps of the end: nothing new comes in. */
  public void closing(Drain drain) {
    drain
        .then("refuse", SHORT, gateway::refuse)
        .then("gateway", REQUESTS_UNDER_WAY, gateway::close)
        .then("owners", SHORT, () -> Threads.end(asking, SHORT))
        .then("backlog", SHORT, this::stopBacklog);
  }

  /** A later step of the end: what is on its way to the store or to a run gets there. */
  public void closed(Drain drain) {
    drain
        .then("hand-over", SHORT, () -> Threads.end(telling, SHORT))
        .then("hint-writer", SHORT, writer::close);
  }

  private void stopBacklog() throws InterruptedException {
    backlog.stop();
    Threads.end(scheduler, SHORT);
  }
}
