package io.weft.activities.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation sees what each rule is there for: without the rule, it finds the trace. */
class MutationsTest {
  private static final long SEED = 20_261_123L;
  private static final int RANDOM_RUNS = 20_000;
  private static final int BEYOND = 6;

  @Test
  void everyRowHasItsMutation() {
    assertThat(Mutations.all())
        .extracting(Mutation::row)
        .containsExactly(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 14, 21, 24);
  }

  @ParameterizedTest
  @MethodSource("io.weft.activities.simulation.Mutations#all")
  void findsWhatTheRulePreventsAndOnlyWithoutIt(Mutation mutation) {
    Simulation mutated = new Simulation(mutation.rules(), mutation.surroundings());
    Simulation.Failure found = hunt(mutated, mutation);
    assertThat(found).as("a trace that breaks %s", mutation.costs()).isNotNull();

    Simulation sound = new Simulation(Rules::new, mutation.surroundings());
    assertThat(sound.play(found.scenario(), found.script(), found.late()))
        .as("the same with the rule")
        .isNull();
    System.out.println(
        "mutation "
            + mutation
            + "\n  "
            + found.scenario()
            + " with "
            + found.script()
            + (" after " + mutated.runs() + " runs: " + found.broken().get(0)));
  }

  /** No mischief at all, then one, then two of the fitting kinds, then anything. */
  private static Simulation.Failure hunt(Simulation mutated, Mutation mutation) {
    Scripts fitting = new Scripts(mutation.kinds(), mutation.text());
    int moments = new Simulation(Rules::new).moments(mutation.scenario()) + BEYOND;
    Stream<Map<Integer, Mischief>> scripts =
        Stream.concat(
            Stream.of(Map.of()), Stream.concat(fitting.ones(moments), fitting.twos(moments)));
    Simulation.Failure found =
        mutated.first(mutation.scenario(), scripts, 90, failure -> costs(mutation, failure));
    return found != null
        ? found
        : mutated.random(
            SEED, RANDOM_RUNS, List.of(Scenario.values()), failure -> costs(mutation, failure));
  }

  private static boolean costs(Mutation mutation, Simulation.Failure failure) {
    return failure.broken().stream()
        .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))))
        .anyMatch(head -> mutation.costs().stream().anyMatch(head::contains));
  }
}
