package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * People work on both sides while answers are lost, events go astray, the worker is killed in the
 * middle again and again, and Temporal once; afterwards nothing may be lost, doubled, apart or
 * unaudited. Needs a Temporal server: {@code WEFT_TEST_TEMPORAL_SERVER} or the path names its
 * binary, else the test is skipped. More of it: {@code -Dweft.chaos.changes=2000}; another course
 * of things: {@code -Dweft.chaos.seed=7}.
 */
final class ChaosIT {
  private static final int CHANGES = Integer.getInteger("weft.chaos.changes", 180);
  private static final long SEED = Long.getLong("weft.chaos.seed", 1L);
  private static final int KILLS = 5;
  private static final int CHANGES_WITHOUT_TEMPORAL = 10;
  private static final int ACTS = 20;
  private static final long PACE_MILLIS = 120;

  @Test
  void losesDoublesAndHidesNothing(@TempDir Path directory) throws Exception {
    Optional<Path> binary = TemporalServer.binary();
    if (binary.isEmpty()) {
      System.out.println("chaos: left out, there is no temporal-server here");
    }
    Assumptions.assumeTrue(binary.isPresent(), "no temporal-server here: chaos left out");
    try (Stage stage = Stage.open(binary.orElseThrow(), directory, SEED)) {
      run(stage);
    }
  }

  private static void run(Stage stage) throws InterruptedException, IOException {
    Script script = new Script(stage.http, SEED);
    int kills = storm(stage, script);
    stage.deliver(0, 0, 0);
    stage.worker.awaitReady();
    Instant peace = Instant.now();
    Rest rest = new Rest(stage);
    String state = rest.come();
    long patience = Duration.between(peace, Instant.now()).toSeconds();
    long restedAt = stage.view.last();
    state += rest.sweepAgain();
    Evidence evidence = stage.evidence(restedAt);
    Verdict verdict = Checker.check(evidence);
    System.out.printf(
        "chaos: %d changes, seed %d, %s, %d kills, Temporal restarted once, %s after %d s: %s%n",
        script.changes(),
        SEED,
        linked(evidence),
        kills,
        firstLine(state),
        patience,
        verdict.line());
    assertThat(verdict.all()).as(stage.explained(state, verdict)).isEmpty();
    assertThat(state).isEqualTo("at rest, swept again");
    assertThat(evidence.links()).hasSizeGreaterThanOrEqualTo(script.companies());
    assertThat(evidence.links()).extracting(Evidence.Link::thing).contains(Thing.values());
    assertThat(evidence.journal().stream().filter(StatusCheck::tellsOurs).count())
        .as("how often it was told what became of an order")
        .isPositive();
    assertThat(evidence.audit()).hasSizeGreaterThan(script.companies());
    assertThat(kills).isGreaterThanOrEqualTo(KILLS);
  }

  /** What came to be linked, of which sort. */
  private static String linked(Evidence evidence) {
    return Stream.of(Thing.values())
        .map(
            thing ->
                evidence.links().stream().filter(link -> link.thing() == thing).count()
                    + " "
                    + thing.name().toLowerCase(Locale.ROOT)
                    + "s")
        .collect(Collectors.joining(", "));
  }

  private static String firstLine(String state) {
    return state.lines().findFirst().orElse("");
  }

  private static int storm(Stage stage, Script script) throws InterruptedException, IOException {
    Mishaps mishaps = new Mishaps(stage.http, SEED);
    Random random = new Random(SEED);
    mishaps.events();
    stage.deliver(0.15, 0.15, 0.15);
    int kills = 0;
    int next = turn(kills, random);
    boolean restarted = false;
    while (script.changes() < CHANGES || kills < KILLS) {
      if (script.changes() >= CHANGES / 2 && !restarted) {
        restartTemporal(stage, script);
        restarted = true;
      }
      if (script.changes() >= next && kills < KILLS) {
        kill(stage, script, random);
        next = turn(++kills, random);
      }
      script.step();
      if (random.nextInt(6) == 0) {
        mishaps.next();
      }
      pause(PACE_MILLIS);
    }
    fulfil(script);
    mishaps.end();
    return kills;
  }

  /** However late orders came over in the storm, some are on their way before peace comes. */
  private static void fulfil(Script script) throws InterruptedException {
    Awaitility.await("a sales order to be fulfilled")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> script.fulfil() || script.hasFulfilled());
    for (int act = 0; act < ACTS; act++) {
      script.fulfil();
      pause(PACE_MILLIS);
    }
  }

  /** The number of changes at which the next kill comes. */
  private static int turn(int kills, Random random) {
    int each = CHANGES / (KILLS + 1);
    return each * (kills + 1) - random.nextInt(Math.max(1, each / 3));
  }

  private static void kill(Stage stage, Script script, Random random) throws InterruptedException {
    stage.worker.awaitReady();
    long before = stage.ownWrites();
    await("the worker at work", script, () -> stage.ownWrites() > before);
    pause(random.nextInt(1500));
    stage.worker.kill();
    script.twins();
    script.step();
    stage.worker.start();
  }

  /** People go on, and hints are still taken; what was under way is in the server's file. */
  private static void restartTemporal(Stage stage, Script script)
      throws InterruptedException, IOException {
    stage.worker.awaitReady();
    stage.temporal.kill();
    for (int change = 0; change < CHANGES_WITHOUT_TEMPORAL; change++) {
      script.step();
      pause(PACE_MILLIS);
    }
    stage.temporal.startAgain();
  }

  /** People go on while we wait, for a while: a worker that does nothing is found out at rest. */
  private static void await(String what, Script script, Callable<Boolean> condition) {
    try {
      Awaitility.await(what)
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(700))
          .until(
              () -> {
                script.step();
                return condition.call();
              });
    } catch (ConditionTimeoutException e) {
      LoggerFactory.getLogger(ChaosIT.class).atInfo().setCause(e).log("Killed in its sleep");
    }
  }

  /** Lets time pass between changes: people are slow. */
  private static void pause(long millis) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }
}
