package io.weft.stage;

import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.workflows.client.TemporalClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox, a Temporal, a store and a worker that know each other: webhooks and events reach the
 * gateway, and pollers and sweep run. Close it to end all that it started.
 */
public final class Stage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Deque<AutoCloseable> open;
  private final Sandbox sandbox;
  private final Control control;
  private final TemporalSite temporal;
  private final Installation installation;
  private final TemporalClient client;
  private final StageWorker worker;

  /**
   * What a stage is made of.
   *
   * @param seeding makes what both systems hold when Weft comes
   * @param environment variables that may name a Temporal
   * @param wishes how Weft is set up
   */
  public record Plan(
      Workplace workplace,
      SandboxOptions sandbox,
      Consumer<Control> seeding,
      Map<String, String> environment,
      Installation.Wishes wishes,
      StageWorker.Launcher launcher) {}

  private Stage(Plan plan, TemporalSite site, Deque<AutoCloseable> open) {
    this.open = open;
    temporal = opened(site);
    sandbox = opened(Sandbox.start(plan.sandbox()));
    control = new Control(sandbox.url());
    plan.seeding().accept(control);
    client = opened(TemporalClient.connect(site.environment(), PATIENCE, List.of()));
    Watchers watchers = new Watchers(client, site);
    watchers.requireNobody();
    installation =
        Installation.write(plan.workplace().directory(), sandbox.url(), control, plan.wishes())
            .with(site.environment());
    worker = opened(plan.launcher().start(installation));
    open.push(watchers::end);
    announce(true);
  }

  /**
   * Puts everything up; when it returns, Weft works.
   *
   * @throws io.weft.workflows.client.CannotConnect if there is no Temporal to work with
   * @throws NotSeen if something does not get up
   */
  public static Stage open(Plan plan) {
    TemporalSite site = TemporalSites.open(plan.environment(), plan.workplace().directory());
    Deque<AutoCloseable> open = new ArrayDeque<>();
    try {
      return new Stage(plan, site, open);
    } catch (RuntimeException e) {
      end(open);
      throw e;
    }
  }

  /** Whether both systems tell the gateway of changes; from the start they do. */
  public void announce(boolean on) {
    // As docs/configuration.md has the process set up: Weft's own writes tell nobody.
    control.post("creatio/settings", Map.of("ownSignals", false));
    control.post("creatio/notifier", on ? creatioTarget() : Map.of("url", ""));
    control.post("d365/events", on ? d365Target() : Map.of("url", ""));
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public Control control() {
    return control;
  }

  public TemporalSite temporal() {
    return temporal;
  }

  public TemporalClient client() {
    return client;
  }

  public Installation installation() {
    return installation;
  }

  public StageWorker worker() {
    return worker;
  }

  private Map<String, @Nullable Object> creatioTarget() {
    Map<String, @Nullable Object> target = new LinkedHashMap<>();
    target.put("url", worker.gateway() + "/webhooks/creatio");
    target.put("headerValue", Installation.GATEWAY_KEY);
    target.put("sets", List.of("Account", "Contact", "Order", "OrderProduct"));
    return target;
  }

  private Map<String, @Nullable Object> d365Target() {
    Map<String, @Nullable Object> target = new LinkedHashMap<>();
    target.put("url", worker.gateway() + "/events/d365");
    target.put("header", "X-Api-Key");
    target.put("key", Installation.GATEWAY_KEY);
    // Not the lines: a tenant has 5,000 data events in five minutes, and an order has many of them.
    target.put("sets", List.of("CustomersV3", "ContactPersons", "SalesOrderHeadersV2"));
    return target;
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** Ends everything, the last first; one that does not end well does not keep the others. */
  @Override
  public void close() {
    end(open);
  }

  private static void end(Deque<AutoCloseable> open) {
    while (!open.isEmpty()) {
      Quietly.close(open.pop());
    }
  }
}
