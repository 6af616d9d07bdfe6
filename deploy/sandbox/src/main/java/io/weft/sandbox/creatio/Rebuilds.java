package io.weft.sandbox.creatio;

import io.weft.sandbox.World;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sets whose OData model is being rebuilt after an administrator published a change. */
final class Rebuilds {
  private final World world;
  private final Settings settings;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  Rebuilds(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
  }

  void begin(String set, long seconds) {
    until.put(set, world.trueTime().plusSeconds(seconds));
  }

  boolean isRebuilding(String set) {
    Instant end = until.get(set);
    return end != null && world.trueTime().isBefore(end);
  }

  int status() {
    return settings.rebuildStatus();
  }
}
