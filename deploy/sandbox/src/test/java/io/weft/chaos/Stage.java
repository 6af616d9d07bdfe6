package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything a run needs, each on its own ports: Temporal, a database, the sandbox, a worker. */
final class Stage implements AutoCloseable {
  private static final String KEY = "chaos-key";
  private static final List<String> SETS =
      List.of("Account", "AccountCommunication", "Contact", "Order", "OrderProduct");

  final TemporalServer temporal;
  private final @Nullable EmbeddedPostgres postgres;
  private final Sandbox sandbox;
  private final int port;
  private final Path settings;
  final String databaseUrl;
  final WorkerProcess worker;
  final Http http;
  final StoreView store;
  final SandboxView view;

  private Stage(Path binary, Path directory, long seed) throws IOException {
    temporal = TemporalServer.start(binary, Files.createDirectories(directory.resolve("temporal")));
    postgres = postgres();
    databaseUrl =
        postgres == null
            ? "jdbc:sqlite:" + directory.resolve("weft.db")
            : postgres.getJdbcUrl("postgres", "postgres");
    SandboxOptions empty = SandboxOptions.defaults();
    sandbox = Sandbox.start(new SandboxOptions(empty.host(), 0, seed, 0, 0, 0, 0, empty.delays()));
    port = Ports.free(1).get(0);
    settings = directory.resolve("weft.yaml");
    worker = new WorkerProcess(directory, port, environment());
    http = new Http(sandbox.url());
    store = new StoreView(databaseUrl);
    view = new SandboxView(http);
  }

  /** Everything is up, and the worker keeps all three objects in step. */
  static Stage open(Path binary, Path directory, long seed) throws IOException {
    Stage stage = set(binary, directory, seed);
    stage.configure("weft.yaml", "write");
    stage.deliver(0, 0, 0);
    stage.worker.start();
    stage.worker.awaitReady();
    return stage;
  }

  /** Everything but the worker is up; it wants {@linkplain #configure settings}. */
  static Stage set(Path binary, Path directory, long seed) throws IOException {
    return new Stage(binary, directory, seed);
  }

  /** PostgreSQL, as in production; null where none can be started, for SQLite instead. */
  private static @Nullable EmbeddedPostgres postgres() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Writes the worker's settings, which it reads when it starts. */
  void configure(String resource, String mode) throws IOException {
    try (InputStream in = Objects.requireNonNull(Stage.class.getResourceAsStream(resource))) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("@sandbox@", sandbox.url())
              .replace("@port@", String.valueOf(port))
              .replace("@mode@", mode);
      Files.writeString(settings, text);
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "WEFT_CONFIG",
        settings.toString(),
        "WEFT_DB_URL",
        databaseUrl,
        "SANDBOX_SECRET",
        "weft-secret",
        "GATEWAY_KEY",
        KEY,
        "TEMPORAL_ADDRESS",
        temporal.address(),
        "TEMPORAL_NAMESPACE",
        TemporalServer.NAMESPACE);
  }

  /** What {@code weft} needs to know. */
  Map<String, String> commandLine() {
    return Map.of(
        "TEMPORAL_ADDRESS", temporal.address(), "TEMPORAL_NAMESPACE", TemporalServer.NAMESPACE);
  }

  /** Sends events of both systems to the worker, with these chances of mischief. */
  void deliver(double duplicate, double reorder, double drop) {
    String gateway = "http://127.0.0.1:" + port;
    Map<String, Object> creatio = new LinkedHashMap<>();
    creatio.put("url", gateway + "/webhooks/creatio");
    creatio.put("headerName", "X-Api-Key");
    creatio.put("headerValue", KEY);
    creatio.put("sets", SETS);
    creatio.put("duplicate", duplicate);
    creatio.put("reorder", reorder);
    creatio.put("drop", drop);
    http.post("/control/creatio/notifier", creatio);
    http.post(
        "/control/d365/events",
        Map.of(
            "url",
            gateway + "/events/d365",
            "header",
            "X-Api-Key",
            "key",
            KEY,
            "sets",
            Stream.of(Thing.values()).map(thing -> thing.set(Place.D365)).toList()));
  }

  /** How many writes of the product the journal holds. */
  int ownWrites() {
    return http.get("/control/journal?client=weft&limit=1000000").path("entries").size();
  }

  /** Everything there is to know; {@code restedAt} is the journal's number at rest. */
  Evidence evidence(long restedAt) {
    Rows rows = view.rows();
    List<Link> links = new ArrayList<>(store.links());
    links.addAll(LineNames.links(rows, links));
    return new Evidence(
        view.journal(),
        store.hints(),
        store.deliveries(),
        store.ledger(),
        links,
        store.audit(),
        new LinkedHashSet<>(store.parked()),
        temporal.runs(),
        store.waiters(),
        store.openIntents(),
        rows,
        view.layout(),
        restedAt);
  }

  /** For the reader of a failed run, who may see no more than the beginning of it. */
  String explained(String state, Verdict verdict) {
    if (verdict.all().isEmpty()) {
      return state;
    }
    return state
        + "\n"
        + verdict.excerpt()
        + store.underWay()
        + store.problems()
        + worker.lastWords();
  }

  @Override
  public void close() throws Exception {
    worker.close();
    sandbox.close();
    temporal.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
