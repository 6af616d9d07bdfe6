package io.weft.activities.simulation;

import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Runs scenarios with mischief, one by one in every place, in pairs, and at random. */
final class Simulation {
  private final Supplier<Rules> rules;
  private long runs;

  Simulation(Supplier<Rules> rules) {
    this.rules = rules;
  }

  /** What a run broke, with its trace; null if nothing. */
  record Failure(
      Scenario scenario, Map<Integer, Mischief> script, List<String> broken, String trace) {
    @Override
    public String toString() {
      return scenario + " with " + script + "\n  " + String.join("\n  ", broken) + "\n" + trace;
    }
  }

  long runs() {
    return runs;
  }

  /** One run. */
  Failure play(Scenario scenario, Map<Integer, Mischief> script) {
    return play(scenario, script, 90);
  }

  Failure play(Scenario scenario, Map<Integer, Mischief> script, int lateSeconds) {
    runs++;
    World world = new World(script, rules.get());
    world.lateness = java.time.Duration.ofSeconds(lateSeconds);
    Run run = new Run(world);
    scenario.begin(world, run);
    run.atRest = false;
    world.points.arm();
    try {
      run.toRest();
    } catch (RuntimeException e) {
      return new Failure(scenario, script, List.of("threw " + e), world.points.trace());
    }
    List<String> broken = Verdicts.of(run);
    return broken.isEmpty() ? null : new Failure(scenario, script, broken, world.points.trace());
  }

  int moments(Scenario scenario) {
    World world = new World(Map.of(), rules.get());
    Run run = new Run(world);
    scenario.begin(world, run);
    world.points.arm();
    run.toRest();
    return world.points.count();
  }

  /** Every mischief at every moment. */
  Failure ones(Scenario scenario) {
    int moments = moments(scenario);
    for (int at = 0; at < moments; at++) {
      for (Mischief mischief : choices("u1")) {
        Failure failure = play(scenario, Map.of(at, mischief));
        if (failure != null) {
          return failure;
        }
      }
    }
    return null;
  }

  /**
   * Every two mischiefs at every two moments, the second possibly in what the first brought about.
   */
  Failure twos(Scenario scenario, int beyond) {
    int moments = moments(scenario) + beyond;
    for (int first = 0; first < moments; first++) {
      for (int second = first + 1; second < moments; second++) {
        for (Mischief one : choices("u1")) {
          for (Mischief two : choices("u2")) {
            Failure failure = play(scenario, Map.of(first, one, second, two));
            if (failure != null) {
              return failure;
            }
          }
        }
      }
    }
    return null;
  }

  /** Up to six mischiefs anywhere. */
  Failure random(long seed, int count) {
    Random random = new Random(seed);
    Scenario[] scenarios = Scenario.values();
    for (int i = 0; i < count; i++) {
      Scenario scenario = scenarios[random.nextInt(scenarios.length)];
      Map<Integer, Mischief> script = new LinkedHashMap<>();
      int many = 1 + random.nextInt(6);
      for (int m = 0; m < many; m++) {
        List<Mischief> choices = choices("u" + m);
        script.put(random.nextInt(70), choices.get(random.nextInt(choices.size())));
      }
      int[] late = {1, 20, 90, 290};
      Failure failure = play(scenario, script, late[random.nextInt(late.length)]);
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private static List<Mischief> choices(String value) {
    List<Mischief> choices = new ArrayList<>();
    for (Mischief.Kind kind : Mischief.Kind.values()) {
      if (kind == Mischief.Kind.EDIT || kind == Mischief.Kind.REVERT) {
        choices.add(new Mischief(kind, Side.CREATIO, value));
        choices.add(new Mischief(kind, Side.D365, value));
      } else {
        choices.add(Mischief.of(kind));
      }
    }
    return choices;
  }
}
