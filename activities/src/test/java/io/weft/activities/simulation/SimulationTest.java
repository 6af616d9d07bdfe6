package io.weft.activities.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  private static final long SEED = Long.getLong("weft.simulation.seed", 20_261_123L);
  private static final int RANDOM_RUNS = Integer.getInteger("weft.simulation.runs", 60_000);

  private final Simulation simulation = new Simulation(Rules::new);

  @ParameterizedTest
  @EnumSource
  void comesToRestWithoutMischief(Scenario scenario) {
    assertThat(simulation.play(scenario, Map.of())).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void withstandsEveryMischiefAtEveryMoment(Scenario scenario) {
    assertThat(simulation.ones(scenario)).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCOUNT_EDITED", "CUSTOMER_EDITED"})
  void withstandsEveryTwoMischiefs(Scenario scenario) {
    assertThat(simulation.twos(scenario, 6)).isNull();
    System.out.println("simulation: " + simulation.runs() + " runs of " + scenario + ", clean");
  }

  @Test
  void withstandsMischiefAtRandom() {
    assertThat(simulation.random(SEED, RANDOM_RUNS)).as("seed %s", SEED).isNull();
    System.out.println(
        "simulation: " + simulation.runs() + " random runs, seed " + SEED + ", clean");
  }
}
