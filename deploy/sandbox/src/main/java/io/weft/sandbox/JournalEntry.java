package io.weft.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One committed write: the truth a checker compares with what a client believes.
 *
 * @param sequence counts from 1 without gaps, in the order of commits of one system
 * @param operation {@code create}, {@code update}, {@code delete} or {@code merge}
 * @param before on update only what changed; on delete all; on create nothing
 * @param after on update only what changed; on create all; on delete nothing
 */
public record JournalEntry(
    long sequence,
    Instant time,
    String system,
    String client,
    String operation,
    String set,
    String key,
    Map<String, ? extends @Nullable Object> before,
    Map<String, ? extends @Nullable Object> after,
    @Nullable String requestId) {

  /** Returns the entry as it goes over the control address. */
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sequence", sequence);
    json.put("time", time);
    json.put("system", system);
    json.put("client", client);
    json.put("operation", operation);
    json.put("set", set);
    json.put("key", key);
    json.put("before", before);
    json.put("after", after);
    json.put("requestId", requestId);
    return json;
  }
}
