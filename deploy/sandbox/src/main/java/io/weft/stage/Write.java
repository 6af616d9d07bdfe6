package io.weft.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A committed write, as the sandbox's journal tells it.
 *
 * @param system {@code creatio} or {@code d365}
 * @param client who wrote: {@code weft}, a user's name, {@code server} or {@code seed}
 * @param operation {@code create}, {@code update}, {@code delete} or {@code merge}
 * @param key the Creatio id, or legal entity and account number
 * @param after what was changed, with its new values
 */
public record Write(
    long sequence,
    Instant time,
    String system,
    String client,
    String operation,
    String set,
    String key,
    JsonNode after) {
  private static final String WEFT = "weft";

  static Write of(JsonNode json) {
    return new Write(
        json.path("sequence").asLong(),
        Instant.parse(json.path("time").asText()),
        json.path("system").asText(),
        json.path("client").asText(),
        json.path("operation").asText(),
        json.path("set").asText(),
        json.path("key").asText(),
        json.path("after"));
  }

  /** Whether Weft made it. */
  public boolean byWeft() {
    return client.equals(WEFT);
  }

  /** Whether a person made it, not Weft and not one of the systems by itself. */
  public boolean byUser() {
    return !byWeft() && !client.equals("server") && !client.equals("seed");
  }

  /** Whether it went to this set of this system. */
  public boolean in(String system, String set) {
    return this.system.equals(system) && this.set.equals(set);
  }

  /** Whether it set this column to this text. */
  public boolean sets(String column, String text) {
    return after.path(column).asText("").equals(text);
  }
}
