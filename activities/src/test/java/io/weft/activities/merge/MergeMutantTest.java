package io.weft.activities.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The laws are worth something only if they catch a merge that is wrong. */
class MergeMutantTest {
  private static final long SEED = Long.getLong("merge.seed", 20_261_123L);
  private static final int CASES = 20_000;

  @TestFactory
  Stream<DynamicTest> theLawsCatch() {
    return Mutants.all().entrySet().stream()
        .map(
            mutant ->
                DynamicTest.dynamicTest(
                    mutant.getKey(),
                    () -> assertThat(caughtAt(mutant.getValue())).isBetween(0, CASES)));
  }

  /** The number of the case that gives the mutant away; -1 if it gets through. */
  private static int caughtAt(Function<Situation, Plan> mutant) {
    MergeLaws laws = new MergeLaws(mutant);
    for (int i = 0; i < CASES; i++) {
      if (laws.complaint(MergeCases.of(SEED, i, MergePool.KINDS)) != null) {
        return i;
      }
    }
    return -1;
  }
}
