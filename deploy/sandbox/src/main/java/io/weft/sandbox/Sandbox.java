package io.weft.sandbox;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.weft.sandbox.control.ControlApi;
import io.weft.sandbox.creatio.CreatioTenant;
import io.weft.sandbox.d365.D365Tenant;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * A working Creatio and a working D365 on one port of this machine. Knows nothing of Weft. Safe for
 * many threads.
 */
public final class Sandbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

  private final Site site;
  private final List<Tenant> tenants;
  private final Map<String, Route> routes = new LinkedHashMap<>();
  private final Door door;
  private final ControlApi control;
  private final Javalin server;

  private record Route(Tenant tenant, Handler handler) {}

  private Sandbox(SandboxOptions options, Clock clock) {
    site = Site.of(options, clock);
    tenants = List.of(new CreatioTenant(site), new D365Tenant(site));
    door = new Door(site);
    control = new ControlApi(site, tenants);
    for (Tenant tenant : tenants) {
      tenant.routes().forEach((path, handler) -> routes.put(path, new Route(tenant, handler)));
    }
    control.seedAtStart(options);
    server = Javalin.create(this::configure);
  }

  /** Starts the sandbox from the command line and runs until the process is ended. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new SandboxCommand()).execute(args));
  }

  /** Starts a sandbox; it answers when this returns. */
  public static Sandbox start(SandboxOptions options) {
    Sandbox sandbox = new Sandbox(options, Clock.systemUTC());
    sandbox.server.start(options.host(), options.port());
    log.atInfo().addKeyValue("url", sandbox.url()).log("Sandbox is up");
    return sandbox;
  }

  /** Returns where it listens, such as {@code http://127.0.0.1:8088}, without a slash. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Returns all tables of both tenants and the journal. */
  public World world() {
    return site.world();
  }

  /** Returns faults, credentials and counters for tests in the same process. */
  public Site site() {
    return site;
  }

  @Override
  public void close() {
    server.stop();
    door.close();
    tenants.forEach(Tenant::close);
    site.close();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
    config.http.maxRequestSize = 20_000_000L;
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      HandlerType type = HandlerType.findOrCreate(method);
      config.routes.addHttpHandler(type, "/", this::serve);
      config.routes.addHttpHandler(type, "/*", this::serve);
    }
  }

  private void serve(Context context) throws IOException {
    Wire.send(context, answer(Wire.call(context)));
  }

  private Answer answer(Call call) {
    if (call.path().equals("/")) {
      return HomePage.answer(call.base());
    }
    if (call.path().startsWith("/control/")) {
      return control.handle(call);
    }
    Route route = route(call.path());
    return route == null
        ? Answer.html(404, "<html><body>404 - File or directory not found.</body></html>")
        : door.pass(route.tenant(), route.handler(), call);
  }

  private @Nullable Route route(String path) {
    String best = "";
    for (String prefix : routes.keySet()) {
      boolean fits =
          prefix.startsWith("*")
              ? path.endsWith(prefix.substring(1))
              : path.equals(prefix) || path.startsWith(prefix + "/");
      best = fits && prefix.length() > best.length() ? prefix : best;
    }
    return routes.get(best);
  }
}
