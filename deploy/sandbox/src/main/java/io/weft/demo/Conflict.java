package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Two people at one record before Weft has heard of either. */
final class Conflict {
  private static final int LATE_MILLIS = 1500;

  private Conflict() {}

  /** The next event of each system comes late, as they do. */
  static void eventsComeLate(Scene scene) {
    for (String system : new String[] {"creatio", "d365"}) {
      scene
          .control()
          .post(
              "faults", Map.of("name", "reorder-events", "system", system, "delayMs", LATE_MILLIS));
    }
  }

  /** Whether both systems show this value. */
  static boolean bothSay(
      Scene scene, Scene.Linked pair, String column, String field, String value) {
    Optional<JsonNode> account = scene.users().account(pair.id());
    Optional<JsonNode> customer = scene.users().customer(pair.company(), pair.customer());
    return account.isPresent()
        && customer.isPresent()
        && account.get().path(column).asText().equals(value)
        && customer.get().path(field).asText().equals(value);
  }
}
