package io.weft.worker.gateway;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.GovernorState;
import io.weft.activities.hint.Tally;
import io.weft.activities.http.CallCounts;
import io.weft.activities.store.FeedStore;
import io.weft.activities.store.HintCounts;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus is told. All names begin with {@code weft_} or {@code temporal_}. Thread-safe.
 */
public final class Metrics implements Tally, AutoCloseable {
  private static final double TEMPORAL_INTERVAL_SECONDS = 10;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Clock clock;

  public Metrics(Clock clock) {
    this.clock = clock;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Everything, in Prometheus' text form. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void count(Origin origin, What what, int number) {
    if (number > 0) {
      registry
          .counter("weft.hints.received", "origin", word(origin), "result", word(what))
          .increment(number);
    }
  }

  /** A pass that ended. */
  public void passed(SyncObjectName object, String outcome, Duration took) {
    registry.timer("weft.passes", "object", object.slug(), "outcome", outcome).record(took);
  }

  /** The ledger of hints, asked for at each scrape but at most every ten seconds. */
  public void ledger(Supplier<HintCounts> counts) {
    Supplier<HintCounts> kept = new Kept<>(counts, Duration.ofSeconds(10), clock)::get;
    ledger("accepted", kept, HintCounts::accepted);
    ledger("applied", kept, HintCounts::applied);
    ledger("equal", kept, HintCounts::equal);
    ledger("superseded", kept, HintCounts::superseded);
    ledger("filtered", kept, HintCounts::filtered);
    ledger("discarded", kept, HintCounts::discarded);
    ledger("parked", kept, HintCounts::parked);
    ledger("in_flight", kept, HintCounts::inFlight);
  }

  private void ledger(
      String disposition, Supplier<HintCounts> counts, ToDoubleFunction<HintCounts> number) {
    Gauge.builder("weft.hints.ledger", () -> number.applyAsDouble(counts.get()))
        .tag("disposition", disposition)
        .register(registry);
  }

  /**
   * How a connection's governor stands.
   *
   * @param system the connection as people know it, in lower case
   */
  public void governor(String system, Governor governor) {
    Tags of = Tags.of("system", system);
    gauge("weft.governor.in_flight", of, governor, GovernorState::inFlight);
    gauge("weft.governor.permits", of.and("kind", "read"), governor, s -> s.reads().limit());
    gauge("weft.governor.permits", of.and("kind", "write"), governor, s -> s.writes().limit());
    gauge("weft.governor.rate", of, governor, GovernorState::perSecond);
    gauge("weft.governor.waiting_live", of, governor, GovernorState::waitingLive);
    gauge("weft.governor.waiting_bulk", of, governor, GovernorState::waitingBulk);
    gauge("weft.governor.held", of, governor, this::heldSeconds);
    gauge("weft.governor.away", of, governor, Metrics::away);
    counter("weft.governor.throttled", of, governor, GovernorState.Counts::throttled);
    counter("weft.governor.refused", of, governor, GovernorState.Counts::refused);
    counter("weft.governor.opened", of, governor, GovernorState.Counts::opened);
    counter("weft.governor.throttled_seconds", of, governor, Metrics::throttledSeconds);
  }

  private static int away(GovernorState state) {
    return state.breaker() == GovernorState.Breaker.CLOSED ? 0 : 1;
  }

  private static double throttledSeconds(GovernorState.Counts counts) {
    return counts.throttledTime().toMillis() / 1000.0;
  }

  private double heldSeconds(GovernorState state) {
    Instant until = state.heldUntil();
    return until == null
        ? 0
        : Math.max(0, Duration.between(clock.instant(), until).toMillis()) / 1000.0;
  }

  private void gauge(
      String name, Tags tags, Governor governor, ToDoubleFunction<GovernorState> number) {
    Gauge.builder(name, governor, g -> number.applyAsDouble(g.state()))
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private void counter(
      String name, Tags tags, Governor governor, ToDoubleFunction<GovernorState.Counts> number) {
    FunctionCounter.builder(name, governor, g -> number.applyAsDouble(g.state().counts()))
        .tags(tags)
        .register(registry);
  }

  /** How many requests went to a system. */
  public void calls(Side side, CallCounts counts) {
    String system = side.name().toLowerCase(Locale.ROOT);
    calls("read", system, counts, c -> c.counts(side).reads());
    calls("write", system, counts, c -> c.counts(side).writes());
  }

  private void calls(
      String kind, String system, CallCounts counts, ToDoubleFunction<CallCounts> number) {
    FunctionCounter.builder("weft.calls", counts, number)
        .tag("system", system)
        .tag("kind", kind)
        .register(registry);
  }

  /** Seconds since each source was last heard of. */
  public void lastSeen(LastSeen lastSeen, String source) {
    Gauge.builder("weft.gateway.silence", () -> silence(lastSeen.times().get(source)))
        .tag("source", source)
        .baseUnit("seconds")
        .register(registry);
  }

  /** Seconds since the feed that is furthest behind last succeeded. */
  public void feeds(FeedStore feeds) {
    Kept<Number> oldest = new Kept<>(() -> oldest(feeds), Duration.ofSeconds(10), clock);
    Gauge.builder("weft.feeds.oldest", oldest::get).baseUnit("seconds").register(registry);
  }

  private double oldest(FeedStore feeds) {
    return feeds.states().stream()
        .mapToDouble(state -> silence(state.lastSuccess()))
        .filter(age -> !Double.isNaN(age))
        .max()
        .orElse(Double.NaN);
  }

  private double silence(@Nullable Instant last) {
    return last == null ? Double.NaN : Duration.between(last, clock.instant()).toMillis() / 1000.0;
  }

  /** Where Temporal's client and workers put their own metrics. */
  public Scope temporal() {
    return new RootScopeBuilder()
        .reporter(new MicrometerClientStatsReporter(registry))
        .reportEvery(com.uber.m3.util.Duration.ofSeconds(TEMPORAL_INTERVAL_SECONDS));
  }

  /** Begins to time a request of a source. */
  Watch request(String source) {
    return new Watch(source, registry.config().clock().monotonicTime());
  }

  /** Times one request, from its first byte to the end of its answer. */
  final class Watch implements AutoCloseable {
    private final String source;
    private final long began;
    private String result = "refused";

    private Watch(String source, long began) {
      this.source = source;
      this.began = began;
    }

    void accepted() {
      result = "accepted";
    }

    @Override
    public void close() {
      Timer.builder("weft.gateway.requests")
          .tag("source", source)
          .tag("result", result)
          .publishPercentiles(0.5, 0.99)
          .register(registry)
          .record(registry.config().clock().monotonicTime() - began, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void close() {
    registry.close();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
