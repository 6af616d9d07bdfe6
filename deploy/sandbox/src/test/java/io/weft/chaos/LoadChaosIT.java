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
 * unaudited. Needs a Temporal server, as {@link ChaosIT} does. More of it: {@code
 * -Dweft.chaos.load=20000}; another course of things: {@code -Dweft.chaos.seed=7}.
 */
final class LoadChaosIT {
  private static final int PAIRS = Integer.getInteger("weft.chaos.load", 300);
  private static final long SEED = Long.getLong("weft.chaos.seed", 1L);
  private static final int KILLS = 5;

  /** Fewer are loaded before anything could happen to them, were calls as quick as here. */
  private static final int FEW = 5_000;

  private static final int LATENCY_MILLIS = 40;
  private static final Duration LONGEST_WRITING_WHEN_PAUSED = Duration.ofSeconds(20);

  @Test
  void loadsEveryRecordOnceWhateverHappens(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws Exception {
    Optional<Path> binary = TemporalServer.binary();
    if (binary.isEmpty()) {
      System.out.println("load: left out, there is no temporal-server here");
    }
    Assumptions.assumeTrue(binary.isPresent(), "no temporal-server here: load left out");
    try (Stage stage = Stage.set(binary.orElseThrow(), directory, SEED)) {
      run(stage, directory);
    }
  }

  private static void run(Stage stage, Path directory) throws IOException {
    Population population = Population.make(stage.http, SEED, PAIRS);
    LoadPeople people = new LoadPeople(stage.http, SEED, population);
    LoadMishaps mishaps = new LoadMishaps(stage.http, SEED);
    LoadStory story = new LoadStory(stage, people, mishaps, PAIRS);
    latency(stage, PAIRS < FEW ? LATENCY_MILLIS : 0);
    story.begin();
    story.goOn();
    String mischief =
        "%d answers lost, %d calls refused in %d storms"
            .formatted(mishaps.lost(), mishaps.refused(), mishaps.storms());
    mishaps.end();
    latency(stage, 0);
    stage.worker.awaitReady();
    Instant peace = Instant.now();
    Rest rest = new Rest(stage);
    String state = rest.come();
    long patience = Duration.between(peace, Instant.now()).toSeconds();
    long restedAt = stage.view.last();
    state += rest.sweepAgain();
    Evidence evidence = evidence(stage, restedAt);
    Verdict verdict = Checker.check(evidence);
    new LoadCheck(evidence, story.report(directory.resolve("report")), verdict)
        .run(population.accountKeys(), population.customerKeys());
    Duration still =
        story
            .stillness()
            .stillWrote(evidence.journal(), new LoadStore(stage.store).audit(story.runs()));
    System.out.printf(
        "load: %d accounts, %d customers, seed %d, %d kills, %s, %d edits, %d newcomers, paused"
            + " after %d ms, %s; %s after %d s: %s%n",
        population.accounts().size(),
        population.customers().size(),
        SEED,
        story.kills(),
        mischief,
        people.changes(),
        people.newcomers(),
        still.toMillis(),
        story.conclusion(),
        state.lines().findFirst().orElse(""),
        patience,
        verdict.line());
    assertThat(verdict.all())
        .as(state + "\n" + verdict.excerpt() + stage.store.problems() + stage.worker.lastWords())
        .isEmpty();
    assertThat(state).isEqualTo("at rest, swept again");
    assertThat(story.kills()).isEqualTo(KILLS);
    assertThat(still).isLessThan(LONGEST_WRITING_WHEN_PAUSED);
    assertThat(evidence.links())
        .hasSizeGreaterThanOrEqualTo(
            population.accounts().size()
                + population.customers().size()
                - population.partners().size()
                - Population.doubtful());
  }

  private static void latency(Stage stage, int millis) {
    for (String system : List.of("creatio", "d365")) {
      stage.http.post("/control/latency", Map.of("system", system, "millis", millis));
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
