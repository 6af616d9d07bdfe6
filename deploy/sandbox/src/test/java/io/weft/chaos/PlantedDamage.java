package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.chaos.Verdict.Kind;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of damage done to a clean story is found, and named as what it is. */
abstract class PlantedDamage {
  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void findsTheDamage(String name, Kind kind, Consumer<Story> damage) {
    Story story = Story.clean();
    damage.accept(story);
    assertThat(Checker.check(story.evidence()).of(kind)).as(name).isNotEmpty();
  }

  static Arguments damage(String name, Kind kind, Consumer<Story> damage) {
    return Arguments.of(name, kind, damage);
  }
}
