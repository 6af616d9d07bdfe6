package io.weft.activities.simulation;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One rule of docs/protocol.md, section 2, broken.
 *
 * @param row its row there
 * @param broken what is broken
 * @param costs the guarantees that are lost with it
 * @param scenario where to look for the trace that shows it
 * @param kinds the mischief that it takes
 * @param surroundings how the remote systems have to behave so that the rule is needed; the same
 *     without the mutation
 * @param text what users type in the targeted scripts; null for values that were never there
 * @param rules the code under test without the rule
 */
record Mutation(
    int row,
    String broken,
    List<String> costs,
    Scenario scenario,
    Set<Mischief.Kind> kinds,
    Consumer<World> surroundings,
    String text,
    Supplier<Rules> rules) {
  Mutation(
      int row,
      String broken,
      List<String> costs,
      Scenario scenario,
      Set<Mischief.Kind> kinds,
      Supplier<Rules> rules) {
    this(row, broken, costs, scenario, kinds, world -> {}, null, rules);
  }

  Mutation among(Consumer<World> behaviour) {
    return new Mutation(row, broken, costs, scenario, kinds, behaviour, text, rules);
  }

  Mutation typing(String typed) {
    return new Mutation(row, broken, costs, scenario, kinds, surroundings, typed, rules);
  }

  @Override
  public String toString() {
    return "row " + row + ": " + broken;
  }
}
