package io.weft.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What goes wrong between the systems, from a seed. */
final class Mishaps {
  private static final List<String> NAMES =
      List.of(
          "drop-answer",
          "late-commit",
          "throttle",
          "unavailable",
          "error-after-commit",
          "error-before-commit",
          "deadlock",
          "truncated",
          "html",
          "slow",
          "throttle-bare",
          "token-revoked");

  private final Http http;
  private final Random random;

  Mishaps(Http http, long seed) {
    this.http = http;
    this.random = new Random(seed);
  }

  /** One more thing that will go wrong soon. */
  void next() {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("name", name);
    fault.put("system", random.nextBoolean() ? "creatio" : "d365");
    switch (name) {
      case "drop-answer", "late-commit", "error-after-commit", "truncated" -> {
        fault.put("method", random.nextBoolean() ? "POST" : "PATCH");
        fault.put("times", 1);
        fault.put("delayMs", 2000);
      }
      case "throttle", "throttle-bare" -> {
        fault.put("times", 2 + random.nextInt(6));
        fault.put("retryAfterSeconds", 1);
      }
      case "unavailable" -> {
        fault.put("seconds", 2);
        fault.put("retryAfterSeconds", 1);
      }
      default -> {
        fault.put("times", 1 + random.nextInt(2));
        fault.put("delayMs", 1500);
      }
    }
    http.post("/control/faults", fault);
  }

  /** Events of D365 lead a life of their own; those of Creatio are told when they are set up. */
  void events() {
    for (String name : List.of("duplicate-events", "reorder-events", "drop-events")) {
      http.post("/control/faults", Map.of("name", name, "system", "d365", "probability", 0.15));
    }
  }

  /** Peace. */
  void end() {
    http.delete("/control/faults");
  }
}
