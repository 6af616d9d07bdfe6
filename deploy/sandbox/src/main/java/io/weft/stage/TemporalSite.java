package io.weft.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Temporal that answers.
 *
 * @param kind what it is, in words for a person
 * @param address host and port
 * @param webUi address of the Web UI that belongs to it; null where there is none
 * @param environment the variables by which a client finds it
 * @param ours whether it was started by us and ends with us
 * @param stop ends it, if it is ours
 */
public record TemporalSite(
    String kind,
    String address,
    String namespace,
    @Nullable String webUi,
    Map<String, String> environment,
    boolean ours,
    Runnable stop)
    implements AutoCloseable {
  static final String STANDARD_NAMESPACE = "default";

  public TemporalSite {
    environment = new LinkedHashMap<>(environment);
  }

  /** One on this machine, which we started. */
  static TemporalSite local(String kind, String address, @Nullable String webUi, Runnable stop) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("TEMPORAL_ADDRESS", address);
    environment.put("TEMPORAL_NAMESPACE", STANDARD_NAMESPACE);
    return new TemporalSite(kind, address, STANDARD_NAMESPACE, webUi, environment, true, stop);
  }

  @Override
  public void close() {
    stop.run();
  }
}
