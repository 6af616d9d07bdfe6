package io.weft.worker;

import io.weft.activities.hint.Runs;
import io.weft.activities.poll.Owners;
import io.weft.activities.settings.Environment;
import io.weft.activities.settings.WeftSettings;
import io.weft.worker.gateway.Health;
import io.weft.worker.gateway.Metrics;
import io.weft.worker.gateway.Probes;
import io.weft.workflows.client.Starts;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Builds the worker by hand, from the store outwards. */
final class Assembly {
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration WORK_UNDER_WAY = Duration.ofSeconds(25);

  private final Bootstrap bootstrap;
  private final Clock clock;
  private final Drain drain = new Drain();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicReference<@Nullable TemporalClient> temporal = new AtomicReference<>();
  private final AtomicReference<@Nullable Workers> workers = new AtomicReference<>();
  private final AtomicInteger gatewayPort = new AtomicInteger();

  Assembly(Bootstrap bootstrap, Clock clock) {
    this.bootstrap = bootstrap;
    this.clock = clock;
  }

  /**
   * Opens the store and the front door, then connects to Temporal, however long that takes.
   *
   * @return the orderly end, which the caller runs when it is time
   * @throws io.weft.activities.store.StoreException.Unavailable if the store cannot be opened
   * @throws io.weft.activities.settings.WrongEnvironment if the store belongs to another
   *     environment
   */
  Drain start() {
    WeftSettings settings = bootstrap.settings();
    Stores stores = Stores.open(settings, clock);
    Environment.of(settings).check(stores.all().facts(), bootstrap.acceptEnvironment());
    Systems systems = Systems.connect(settings, clock);
    Metrics metrics = metrics(stores, systems);
    Owners owners = Owners.remote(systems.creatio(), systems.d365());
    FrontDoor door =
        new FrontDoor(settings, stores, metrics, probes(settings, stores), owners, clock);
    ending(door, stores, systems, metrics);
    drain.onShutdown();
    gatewayPort.set(door.open());
    TemporalLink.connect(bootstrap.environment(), metrics, stopping::get)
        .ifPresent(
            client -> connected(client, Ground.of(settings, systems, stores.all(), door, clock)));
    return drain;
  }

  /** Where the gateway listens; 0 before {@link #start}. */
  int gatewayPort() {
    return gatewayPort.get();
  }

  /** Workers first, so that whatever is told finds somebody to do it. */
  private void connected(TemporalClient client, Ground ground) {
    temporal.set(client);
    Visibility visibility = TemporalLink.register(client, clock);
    Starts starts = new Starts(client.client(), visibility);
    ground.door().runs().connect(Runs.of(starts));
    Workers started = Workers.start(ground, client, () -> TemporalLink.registered(client));
    workers.set(started);
    started.startPollers(starts, stopping::get);
  }

  private Metrics metrics(Stores stores, Systems systems) {
    Metrics metrics = new Metrics(clock);
    metrics.governor("creatio", systems.governors().creatio());
    metrics.governor("d365", systems.governors().d365());
    systems
        .dataverse()
        .ifPresent(d -> metrics.governor("dataverse", systems.governors().dataverse()));
    metrics.calls(Side.CREATIO, systems.counts());
    metrics.calls(Side.D365, systems.counts());
    metrics.feeds(stores.all().feeds());
    return metrics;
  }

  private List<Health.Probe> probes(WeftSettings settings, Stores stores) {
    Duration silence = settings.polling().scanInterval().multipliedBy(3);
    return List.of(
        Probes.store(stores.all().facts()),
        Probes.temporal(() -> Optional.ofNullable(temporal.get()).map(TemporalClient::stubs)),
        Probes.feeds(stores.all().feeds(), silence, clock));
  }

  /** First nothing new, then what is under way, then what it all stands on. */
  private void ending(FrontDoor door, Stores stores, Systems systems, Metrics metrics) {
    drain.then("stop", SHORT, () -> stopping.set(true));
    door.closing(drain);
    drain.then("workers", WORK_UNDER_WAY, this::stopWorkers);
    door.closed(drain);
    drain
        .then("temporal", SHORT, this::closeTemporal)
        .then("systems", SHORT, systems::close)
        .then("store", SHORT, stores::close)
        .then("metrics", SHORT, metrics::close);
  }

  private void stopWorkers() {
    Workers started = workers.get();
    if (started != null) {
      started.stop(WORK_UNDER_WAY.minus(SHORT));
    }
  }

  private void closeTemporal() {
    TemporalClient client = temporal.get();
    if (client != null) {
      client.close();
    }
  }
}
