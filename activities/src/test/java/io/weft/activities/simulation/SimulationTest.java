package io.weft.activities.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The code under test among everything that can go wrong around it. More random runs:
 * -Dweft.simulation.runs=, other ones: -Dweft.simulation.seed=.
 */
class SimulationTest {
  private static final long SEED = Long.getLong("weft.simulation.seed", 20_261_123L);
  private static final int RANDOM_RUNS = Integer.getInteger("weft.simulation.runs", 40_000);
  private static final int BEYOND = 6;
  private static final AtomicLong RUNS = new AtomicLong();

  private final Simulation simulation = new Simulation(Rules::new);

  @AfterEach
  void count() {
    RUNS.addAndGet(simulation.runs());
  }

  @AfterAll
  static void tell() {
    System.out.println("simulation: " + RUNS + " runs in all, seed " + SEED);
  }

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
    assertThat(simulation.twos(scenario, BEYOND)).isNull();
  }

  @Test
  void withstandsMischiefAtRandom() {
    assertThat(simulation.random(SEED, RANDOM_RUNS)).as("seed %s", SEED).isNull();
  }

  /** An account is merged away while its customer is on its way, and its worker is gone. */
  @Test
  void withstandsMergesWhileARecordIsMade() {
    int runs = RANDOM_RUNS / 4;
    assertThat(simulation.random(SEED, runs, List.of(Scenario.LOAD_MAKES_ONE), failure -> true))
        .as("seed %s", SEED)
        .isNull();
  }

  /**
   * Seeds that once found something, among the scenarios that there were then: a reserved link
   * whose run was terminated, then merged.
   */
  @ParameterizedTest
  @ValueSource(longs = {99_062})
  void withstandsWhatOnceWentWrong(long seed) {
    EnumSet<Scenario> then = EnumSet.allOf(Scenario.class);
    then.removeAll(
        EnumSet.of(
            Scenario.NUMBERED_BY_D365,
            Scenario.ONE_WAITS_FOR_ANOTHER,
            Scenario.LOAD_OF_TWO,
            Scenario.LOAD_MAKES_ONE));

    assertThat(simulation.random(seed, 1, List.copyOf(then), failure -> true)).isNull();
  }

  /** Three writes, two of them alike to a row that says little: the rows must be shared out. */
  @Test
  void givesEachWriteItsOwnAuditRow() {
    Map<Integer, Mischief> script =
        Map.of(
            0,
            new Mischief(Mischief.Kind.REVERT, Side.D365, "u5"),
            17,
            Mischief.of(Mischief.Kind.TERMINATE),
            31,
            new Mischief(Mischief.Kind.EDIT, Side.D365, "u2"),
            35,
            Mischief.of(Mischief.Kind.TERMINATE),
            52,
            Mischief.of(Mischief.Kind.TERMINATE),
            61,
            new Mischief(Mischief.Kind.REVERT, Side.D365, "u1"));
    assertThat(simulation.play(Scenario.BOTH_EDITED, script, 20)).isNull();
  }

  /** The survivor gets the record that D365 has just numbered for the account merged into it. */
  @ParameterizedTest
  @EnumSource(names = {"CRASH", "TERMINATE", "OTHER_RUN"})
  void withstandsAMergeWhileD365GivesTheNumber(Mischief.Kind kind) {
    Mischief merge = Mischief.of(Mischief.Kind.MERGE);
    for (int at = 17; at < 45; at++) {
      Map<Integer, Mischief> script = Map.of(16, merge, at, Mischief.of(kind));
      assertThat(simulation.play(Scenario.NUMBERED_BY_D365, script)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 19})
  void parksWhatASystemDoesNotKeep(int row) {
    Mutation mutation = Mutations.of(row);
    Simulation stubborn = new Simulation(Rules::new, mutation.surroundings());
    World world = stubborn.rested(mutation.scenario());
    assertThat(world.stores.hints().counts().inFlight()).isPositive();
  }

  @Test
  void fillsWhatACreateLeftOutAndTakesItForNoDeletion() {
    Simulation cutting = new Simulation(Rules::new, world -> world.creatio.cutOff = "a");

    World world = cutting.rested(Scenario.NEW_CUSTOMER);

    assertThat(world.d365.get(Scenario.CUSTOMER).fields().get("x").text()).isEqualTo("new");
    assertThat(world.creatio.all().values())
        .singleElement()
        .satisfies(made -> assertThat(made.fields().get("a").text()).isEqualTo("new"));
  }
}
