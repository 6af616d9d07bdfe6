package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.chaos.Evidence.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two populated systems are loaded while answers are lost, both systems throttle, the worker is
 * killed in the middle five times, the load is paused once, and people edit the very records on
 * both sides; afterwards every record is accounted for, and nothing is lost, doubled, apart or
 * unaudited. A small load by default; as many pairs as there is time for: {@code
 * -Dweft.chaos.load=15000}, none: 0; another course of things: {@code -Dweft.chaos.seed=7}. Needs a
 * Temporal server, as {@link ChaosIT} does.
 */
final class LoadChaosIT {
  private static final int PAIRS = Integer.getInteger("weft.chaos.load", 900);
  private static final long SEED = Long.getLong("weft.chaos.seed", 1L);
  private static final int KILLS = 5;

  private static final int LATENCY_MILLIS = 40;

  /** For each record. The fewer, the slower, or they are loaded before anything befalls them. */
  private static final int WRITE_MILLIS = Math.min(100, 100_000 / Math.max(1, PAIRS));

  private static final Duration LONGEST_WRITING_WHEN_PAUSED = Duration.ofSeconds(30);

  @Test
  void loadsEveryRecordOnceWhateverHappens(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws Exception {
    Assumptions.assumeTrue(PAIRS > 0, "left out: -Dweft.chaos.load=0");
    Optional<Path> binary = TemporalServer.binary();
    if (binary.isEmpty()) {
      System.out.println("load: left out, there is no temporal-server here");
    }
    Assumptions.assumeTrue(binary.isPresent(), "no temporal-server here: load left out");
    try (Stage stage = Stage.set(binary.orElseThrow(), directory, SEED)) {
      LoadStory story = storm(stage);
      Calm calm = calm(stage);
      Evidence evidence = evidence(stage, calm.restedAt());
      Verdict verdict = verdict(story, evidence, directory.resolve("report"));
      Duration still = story.stillWrote(evidence.journal());
      System.out.printf(
          "load: %s, seed %d, %s, wrote for %d ms when paused; %s; %s after %d s: %s%n",
          story.population(),
          SEED,
          story,
          still.toMillis(),
          story.conclusion(),
          calm.state().lines().findFirst().orElse(""),
          calm.seconds(),
          verdict.line());
      assertThat(verdict.all()).as(stage.explained(calm.state(), verdict)).isEmpty();
      assertThat(calm.state()).isEqualTo("at rest, swept again");
      assertThat(story.kills()).isEqualTo(KILLS);
      assertThat(still).isLessThan(LONGEST_WRITING_WHEN_PAUSED);
      assertThat(evidence.links()).hasSizeGreaterThan(PAIRS * 9 / 10);
    }
  }

  /** How it ended. */
  private record Calm(String state, long seconds, long restedAt) {}

  private static LoadStory storm(Stage stage) throws IOException {
    LoadStory story = new LoadStory(stage, Population.make(stage.http, SEED, PAIRS), SEED);
    delay(stage, LATENCY_MILLIS, WRITE_MILLIS);
    story.begin();
    story.goOn();
    delay(stage, 0, 0);
    return story;
  }

  private static Calm calm(Stage stage) {
    stage.worker.awaitReady();
    Instant peace = Instant.now();
    Rest rest = new Rest(stage);
    String state = rest.come();
    long seconds = Duration.between(peace, Instant.now()).toSeconds();
    long restedAt = stage.view.last();
    return new Calm(state + rest.sweepAgain(), seconds, restedAt);
  }

  private static Verdict verdict(LoadStory story, Evidence evidence, Path folder)
      throws IOException {
    Verdict verdict = Checker.check(evidence);
    Population population = story.population();
    new LoadCheck(evidence, story.report(folder), verdict)
        .run(population.accountKeys(), population.customerKeys());
    return verdict;
  }

  private static void delay(Stage stage, int answer, int write) {
    for (String system : List.of("creatio", "d365")) {
      stage.http.post(
          "/control/latency", Map.of("system", system, "millis", answer, "writeMillis", write));
    }
  }

  /** Customers of other companies are left out: this load has nothing to do with them. */
  private static Evidence evidence(Stage stage, long restedAt) {
    Evidence evidence = stage.evidence(restedAt);
    evidence
        .rows()
        .of(Place.D365, Thing.ACCOUNT)
        .keySet()
        .removeIf(key -> !key.startsWith("usmf|"));
    return evidence;
  }
}
