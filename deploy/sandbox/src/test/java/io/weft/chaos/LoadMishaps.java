package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What both systems do to a load all the while: every fiftieth answer is lost, and 429 storms. */
final class LoadMishaps {
  private static final double LOST = 0.02;
  private static final List<String> SYSTEMS = List.of("creatio", "d365");

  /** One in so many turns brings a storm: about once a minute. */
  private static final int CALM = 200;

  private final Http http;
  private final Random random;
  private int storms;
  private long lost;
  private long refused;

  LoadMishaps(Http http, long seed) {
    this.http = http;
    this.random = new Random(seed);
  }

  /** Answers are lost from now on. */
  void begin() {
    for (String system : SYSTEMS) {
      http.post(
          "/control/faults", Map.of("name", "drop-answer", "system", system, "probability", LOST));
    }
  }

  /** Time passes, and a storm may break out. */
  void turn() {
    if (random.nextInt(CALM) == 0) {
      Map<String, Object> storm = new LinkedHashMap<>();
      storm.put("name", "throttle");
      storm.put("system", SYSTEMS.get(random.nextInt(SYSTEMS.size())));
      storm.put("seconds", 1 + random.nextInt(3));
      storm.put("retryAfterSeconds", 1);
      http.post("/control/faults", storm);
      storms++;
    }
  }

  /** Peace. */
  void end() {
    JsonNode fired = http.get("/control/faults").path("fired");
    lost = fired.path("drop-answer").asLong();
    refused = fired.path("throttle").asLong();
    http.delete("/control/faults");
  }

  @Override
  public String toString() {
    return "%d answers lost, %d calls refused in %d storms".formatted(lost, refused, storms);
  }
}
