package io.weft.activities.simulation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs scenarios with mischief, one by one in every place, in pairs, and at random. */
final class Simulation {
  private static final Scripts ANYTHING = new Scripts(EnumSet.allOf(Mischief.Kind.class), null);
  private static final int USUALLY_LATE = 90;
  private static final int[] LATE = {1, 20, 90, 290};

  private final Supplier<Rules> rules;
  private final Consumer<World> surroundings;
  private long runs;

  Simulation(Supplier<Rules> rules) {
    this(rules, world -> {});
  }

  /**
   * @param rules new for every run
   * @param surroundings how the remote systems behave, done to every world before its scenario
   */
  Simulation(Supplier<Rules> rules, Consumer<World> surroundings) {
    this.rules = rules;
    this.surroundings = surroundings;
  }

  /** What a run broke, with its trace. */
  record Failure(
      Scenario scenario,
      Map<Integer, Mischief> script,
      int late,
      List<String> broken,
      String trace) {
    @Override
    public String toString() {
      return scenario
          + (" with " + script + ", late by " + late + " s\n  ")
          + (String.join("\n  ", broken) + "\n" + trace);
    }
  }

  long runs() {
    return runs;
  }

  /** One run; null if it broke nothing. */
  Failure play(Scenario scenario, Map<Integer, Mischief> script) {
    return play(scenario, script, USUALLY_LATE);
  }

  Failure play(Scenario scenario, Map<Integer, Mischief> script, int late) {
    runs++;
    World world = world(script);
    world.lateness = Duration.ofSeconds(late);
    Run run = begin(scenario, world);
    List<String> broken;
    try {
      run.toRest();
      broken = Verdicts.of(run);
    } catch (RuntimeException e) {
      broken = List.of("threw " + e);
    }
    return broken.isEmpty()
        ? null
        : new Failure(scenario, script, late, broken, world.points.trace());
  }

  private World world(Map<Integer, Mischief> script) {
    World world = new World(script, rules.get());
    surroundings.accept(world);
    return world;
  }

  private static Run begin(Scenario scenario, World world) {
    Run run = new Run(world);
    scenario.begin(world, run);
    run.atRest = false;
    world.points.arm();
    return run;
  }

  int moments(Scenario scenario) {
    return rested(scenario).points.count();
  }

  /** The world after a run without mischief. */
  World rested(Scenario scenario) {
    World world = world(Map.of());
    begin(scenario, world).toRest();
    return world;
  }

  /** The first run that breaks something. */
  Failure first(Scenario scenario, Stream<Map<Integer, Mischief>> scripts) {
    return first(scenario, scripts, USUALLY_LATE, failure -> true);
  }

  /** The first run that breaks what is looked for. */
  Failure first(
      Scenario scenario,
      Stream<Map<Integer, Mischief>> scripts,
      int late,
      Predicate<Failure> wanted) {
    return scripts
        .map(script -> play(scenario, script, late))
        .filter(failure -> failure != null && wanted.test(failure))
        .findFirst()
        .orElse(null);
  }

  /** Every mischief at every moment. */
  Failure ones(Scenario scenario) {
    return first(scenario, ANYTHING.ones(moments(scenario)));
  }

  /** Every two mischiefs at every two moments, and some moments more than there are without. */
  Failure twos(Scenario scenario, int beyond) {
    return first(scenario, ANYTHING.twos(moments(scenario) + beyond));
  }

  /** Up to six mischiefs anywhere, in any scenario. */
  Failure random(long seed, int count) {
    return random(seed, count, List.of(Scenario.values()), failure -> true);
  }

  Failure random(long seed, int count, List<Scenario> scenarios, Predicate<Failure> wanted) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      Scenario scenario = scenarios.get(random.nextInt(scenarios.size()));
      Map<Integer, Mischief> script = ANYTHING.some(random);
      Failure failure = play(scenario, script, LATE[random.nextInt(LATE.length)]);
      if (failure != null && wanted.test(failure)) {
        return failure;
      }
    }
    return null;
  }
}
