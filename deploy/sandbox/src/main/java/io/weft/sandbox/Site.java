package io.weft.sandbox;

import io.weft.sandbox.control.Credentials;
import io.weft.sandbox.control.Faults;
import io.weft.sandbox.control.Latency;
import io.weft.sandbox.control.Traffic;
import java.time.Clock;

/** What every tenant stands on: the tables, the faults, the clients and the counters. */
public record Site(
    World world,
    Faults faults,
    Credentials credentials,
    Traffic traffic,
    Latency latency,
    Storage storage,
    SandboxOptions options)
    implements AutoCloseable {

  static Site of(SandboxOptions options, Clock clock) {
    Storage storage = options.storage();
    World world = new World(options.seed(), clock, storage);
    Faults faults = Faults.seeded(options.seed(), clock);
    world.skew(faults::skew);
    Credentials credentials = new Credentials(options.seed(), clock);
    Latency latency = new Latency(options.delays());
    return new Site(world, faults, credentials, new Traffic(), latency, storage, options);
  }

  @Override
  public void close() {
    storage.close();
  }
}
