package io.weft.worker.gateway;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.weft.activities.hint.HandOver;
import io.weft.activities.hint.Intake;
import io.weft.activities.settings.AuthSettings;
import io.weft.activities.settings.GatewaySettings;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.RecordRef;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP gateway. A hint is answered with 202 once it is safe in the store and not before, and
 * without waiting for Temporal; whatever goes wrong is answered with what it was and what to do.
 */
public final class Gateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final Duration SHORTEST_REPLAY_MEMORY = Duration.ofMinutes(10);

  private final GatewaySettings settings;
  private final Reception reception;
  private final LastSeen lastSeen;
  private final Health health;
  private final Metrics metrics;
  private final Javalin server;
  private volatile boolean draining;

  /**
   * What the gateway works with.
   *
   * @param byGuid the record behind a Dataverse GUID, as the links know it
   * @param orphans asks for the records of rows that are told of alone
   */
  public record Parts(
      Intake intake,
      HandOver handOver,
      Orphans orphans,
      Function<String, Optional<RecordRef>> byGuid,
      LastSeen lastSeen,
      Health health,
      Metrics metrics,
      Clock clock) {}

  /** A gateway that does not listen yet. */
  public Gateway(GatewaySettings settings, Parts parts) {
    this.settings = settings;
    this.reception =
        new Reception(
            new WebhookAuth(settings.auth(), parts.clock()),
            new ReplayMemory(parts.clock(), replaySpan(settings)),
            parts.intake(),
            parts.handOver(),
            parts.orphans(),
            settings.maxHints());
    this.lastSeen = parts.lastSeen();
    this.health = parts.health();
    this.metrics = parts.metrics();
    this.server =
        Javalin.create(
            config ->
                configure(
                    config,
                    new CreatioWebhook(parts.clock()),
                    new D365Events(parts.byGuid(), parts.clock())));
  }

  /** Begins to listen; returns the port, which matters where the settings say 0. */
  public int start() {
    server.start(settings.bind(), settings.port());
    log.atInfo()
        .addKeyValue("bind", settings.bind())
        .addKeyValue("port", server.port())
        .log("Gateway listens");
    return server.port();
  }

  /** Refuses new work with 503 from now on, so that senders turn to another worker. */
  public void refuse() {
    draining = true;
    health.drain();
  }

  /** Lets requests under way end, then stops listening. */
  @Override
  public void close() {
    refuse();
    server.stop();
  }

  private static Duration replaySpan(GatewaySettings settings) {
    return settings.auth().stream()
        .filter(AuthSettings.StandardWebhooks.class::isInstance)
        .map(a -> ((AuthSettings.StandardWebhooks) a).tolerance().multipliedBy(2))
        .max(Duration::compareTo)
        .orElse(SHORTEST_REPLAY_MEMORY);
  }

  private void configure(JavalinConfig config, EventReader creatio, EventReader d365) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = settings.maxBodyBytes();
    config.jetty.modifyServer(jetty -> jetty.setStopTimeout(Duration.ofSeconds(10).toMillis()));
    RoutesConfig routes = config.routes;
    routes.post("/webhooks/creatio", context -> receive(creatio, context));
    routes.post("/events/d365", context -> receive(d365, context));
    routes.get("/health/live", context -> context.json(Map.of("status", "up")));
    routes.get("/health/ready", health::answer);
    routes.get(
        "/metrics", c -> c.contentType("text/plain; version=0.0.4").result(metrics.scrape()));
    Answers.install(routes);
  }

  private void receive(EventReader reader, Context context) {
    if (draining) {
      Answers.unavailable(context, "this worker is about to stop", RETRY_AFTER);
      return;
    }
    try (Metrics.Watch watch = metrics.request(reader.source())) {
      Optional<byte[]> body = body(context);
      if (body.isEmpty()) {
        Answers.tooLarge(context, settings.maxBodyBytes());
        return;
      }
      Reception.Receipt receipt = reception.receive(reader, request(context, body.get()));
      lastSeen.heard(reader.source());
      accepted(context, receipt);
      watch.accepted();
    } catch (StoreException e) {
      log.atWarn()
          .addKeyValue("source", reader.source())
          .setCause(e)
          .log("Hint refused, store away");
      Answers.unavailable(context, "the store does not answer", RETRY_AFTER);
    }
  }

  /** The body; empty if it is longer than allowed, whatever its headers said. */
  private Optional<byte[]> body(Context context) {
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = in.readNBytes(settings.maxBodyBytes() + 1);
      return body.length > settings.maxBodyBytes() ? Optional.empty() : Optional.of(body);
    } catch (IOException e) {
      throw new BadEvent("$", "the body broke off", "Send it again");
    }
  }

  private static WebhookRequest request(Context context, byte[] body) {
    return WebhookRequest.of(
        name -> Optional.ofNullable(context.header(name)),
        name -> Optional.ofNullable(context.queryParam(name)),
        body);
  }

  private static void accepted(Context context, Reception.Receipt receipt) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("accepted", true);
    answer.put("hints", receipt.hints());
    if (receipt.asking() > 0) {
      answer.put("asking", receipt.asking());
    }
    if (receipt.unknown() > 0) {
      answer.put("unknown", receipt.unknown());
    }
    if (receipt.repeated()) {
      answer.put("repeated", true);
    }
    context.status(202).json(answer);
  }
}
