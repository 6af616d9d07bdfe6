package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.chaos.Evidence.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Going live, from the plan to the end of the load, by the commands that an admin types; while the
 * worker is killed, the load paused, and people work on.
 */
final class LoadStory {
  private static final int KILLS = 5;
  private static final int REVIEW_BEFORE = 1;
  private static final int PAUSE_BEFORE = 2;
  private static final Duration STILL = Duration.ofSeconds(30);

  /** On a busy machine; the larger the load, the longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final Duration PATIENCE_PER_PAIR = Duration.ofMillis(100);
  private static final Duration TURN = Duration.ofMillis(200);

  /** Slow enough that most records are still as they were scanned when their turn comes. */
  private static final int TURNS_PER_EDIT = 8;

  private static final List<String> SCOPE = List.of("account", "--legal-entity", "usmf");
  private static final List<String> REASON = List.of("--reason", "going live", "--yes");

  private final Stage stage;
  private final WeftCommand weft;
  private final LoadPeople people;
  private final LoadMishaps mishaps;
  private final LoadStore store;
  private final Population population;
  private String load = "";
  private int kills;
  private int turns;
  private Stillness stillness = new Stillness(Instant.EPOCH, Instant.EPOCH);

  LoadStory(Stage stage, Population population, long seed) {
    this.stage = stage;
    this.population = population;
    this.people = new LoadPeople(stage.http, seed, population);
    this.mishaps = new LoadMishaps(stage.http, seed);
    this.weft = new WeftCommand(stage.commandLine());
    this.store = new LoadStore(stage.store);
  }

  Population population() {
    return population;
  }

  int kills() {
    return kills;
  }

  /** How long after the order to pause the load still wrote, by this journal. */
  Duration stillWrote(List<Write> journal) {
    return stillness.stillWrote(journal, store.audit(), store.audited(runs()));
  }

  /** A plan first, and a load that follows it; when that is open, the object is switched on. */
  void begin() throws IOException {
    stage.configure("load.yaml", "off");
    stage.worker.start();
    stage.worker.awaitReady();
    weft("load plan", joined(SCOPE, List.of("--create", "both", "--conflicts", "creatio-wins")));
    stage.deliver(0.1, 0.1, 0);
    mishaps.begin();
    List<String> followed = List.of("--plan", "1", "--accept-changes");
    JsonNode started = weft("load start", joined(SCOPE, joined(followed, REASON)));
    load = "account/usmf/" + started.at("/load/number").asInt();
    await("the load to be open", store::isOpened);
    switchOn();
  }

  private void switchOn() throws IOException {
    stage.worker.kill();
    stage.configure("load.yaml", "write");
    stage.worker.start();
    stage.worker.awaitReady();
  }

  /** Killed again and again; returns when the load is over and peace has come. */
  void goOn() {
    while (kills < KILLS && !store.isClosed()) {
      stage.worker.awaitReady();
      awaitProgress();
      if (!store.isClosed()) {
        interrupt();
        kill();
      }
    }
    await("the end of the load", store::isClosed);
    mishaps.end();
  }

  /** What was sent before a kill is not written again, only found; and at the end all is done. */
  private void awaitProgress() {
    long before = written() + store.done();
    long part = part();
    await(
        "progress before kill " + kills,
        () -> written() + store.done() - before >= part || (kills > 0 && store.left() == 0));
  }

  /** So much happens before the next kill, that enough is left for the others. */
  private long part() {
    long left = kills == 0 ? population.pairs() : store.left();
    return left / (3L * (KILLS - kills));
  }

  private void kill() {
    stage.worker.kill();
    kills++;
    people.step();
    stage.worker.start();
  }

  private void interrupt() {
    if (kills == REVIEW_BEFORE) {
      review();
    } else if (kills == PAUSE_BEFORE) {
      pause();
    }
  }

  /** What the load has written so far, as the audit tells. */
  private long written() {
    return store.writes(runs());
  }

  /** The load's own runs in Temporal. */
  Set<String> runs() {
    return stage.temporal.runsOf("load/" + load.replaceFirst("account", "account-customer"));
  }

  /** People go on meanwhile. */
  private void await(String what, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(PATIENCE.plus(PATIENCE_PER_PAIR.multipliedBy(population.pairs())))
        .pollInterval(TURN)
        .until(
            () -> {
              turn();
              return condition.getAsBoolean() || store.isClosed();
            });
  }

  private void turn() {
    mishaps.turn();
    if (turns++ % TURNS_PER_EDIT == 0) {
      people.step();
    }
  }

  /** Somebody decides the doubtful pairs, and sends the decisions twice. */
  private void review() {
    stage.worker.awaitReady();
    JsonNode waiting = weft("load review list", SCOPE).path("pairs");
    List<String> ids = new ArrayList<>(SCOPE);
    waiting.forEach(pair -> ids.add(pair.path("id").asText()));
    requireEqual("pairs to review", Population.doubtful(), waiting.size());
    JsonNode first = weft("load review accept", joined(ids, REASON)).path("result");
    JsonNode again = weft("load review accept", joined(ids, REASON)).path("result");
    requireEqual("pairs accepted", waiting.size(), first.path("accepted").asInt());
    requireEqual("accepted before", waiting.size(), again.path("unchanged").asInt());
  }

  /** People and storms keep still, so that what is written is the load's, or left from before. */
  private void pause() {
    long before = written();
    await("the load at work", () -> written() > before);
    Instant told = Instant.now();
    weft("load pause " + load, REASON.subList(0, 2));
    Awaitility.await("the load to stand still")
        .pollDelay(STILL)
        .atMost(STILL.multipliedBy(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> weft("load status " + load, List.of()).path("state").asText().equals("Paused"));
    stillness = new Stillness(told, Instant.now());
    if (store.left() == 0) {
      throw new IllegalStateException("nothing was left to do when the load was paused");
    }
    weft("load resume " + load, REASON.subList(0, 2));
  }

  private static void requireEqual(String what, int wanted, int found) {
    if (wanted != found) {
      throw new IllegalStateException(what + ": " + found + " in place of " + wanted);
    }
  }

  /** What became of every record, as {@code weft load report} writes it to this folder. */
  LoadReport report(Path folder) throws IOException {
    stage.worker.awaitReady();
    JsonNode written = weft("load report " + load, List.of("--out", folder.toString()));
    String file = written.at("/report/json").asText();
    return LoadReport.read(Http.JSON.readTree(Path.of(file).toFile()), "usmf");
  }

  /** The load's last line. */
  String conclusion() {
    return weft("load status " + load, List.of()).path("conclusion").asText();
  }

  /** What happened in it. */
  @Override
  public String toString() {
    return "%d kills, %s, %s".formatted(kills, mishaps, people);
  }

  private JsonNode weft(String command, List<String> more) {
    return weft.run(
        Stream.concat(Stream.of(command.split(" ")), more.stream()).toArray(String[]::new));
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
