package io.weft.activities.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A million generated situations; the seed is printed, {@code -Dmerge.seed} repeats it. */
class MergePropertyTest {
  private static final long SEED = Long.getLong("merge.seed", 20_261_123L);
  private static final int CASES = Integer.getInteger("merge.cases", 1_000_000);

  @Test
  void everyPlanKeepsTheLaws() {
    MergeLaws laws = new MergeLaws(Merge::plan);
    for (int i = 0; i < CASES; i++) {
      Situation situation = MergeCases.of(SEED, i, MergePool.KINDS);
      String complaint = laws.complaint(situation);
      if (complaint != null) {
        assertThat(complaint).as(Shown.of(SEED, i, situation, Merge.plan(situation))).isNull();
      }
    }
    System.out.println("merge laws: " + CASES + " cases, seed " + SEED);
  }

  @Test
  void theCasesReachEveryVerdict() {
    Map<Verdict, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      for (FieldDecision decision :
          Merge.plan(MergeCases.of(SEED, i, MergePool.KINDS)).decisions()) {
        counts.merge(decision.verdict(), 1, Integer::sum);
      }
    }
    System.out.println("merge verdicts in 20000 cases: " + counts);

    assertThat(counts.keySet()).hasSize(Verdict.values().length - 1); // approval is the pass's
    assertThat(counts.values()).allMatch(count -> count > 50);
  }

  @Test
  void readsTheSameInAMirror() {
    for (int i = 0; i < 50_000; i++) {
      Situation situation = MergeCases.of(SEED, i, MergePool.SYMMETRIC);
      if (!Mirror.applies(situation)) {
        continue;
      }
      Plan plan = Merge.plan(situation);
      Plan mirrored = Merge.plan(Mirror.of(situation));

      int number = i;
      assertThat(Mirror.of(plan.writes()))
          .as(() -> Shown.of(SEED, number, situation, plan))
          .isEqualTo(mirrored.writes());
      assertThat(plan.basesAfterNoting().creatio()).isEqualTo(mirrored.basesAfterNoting().d365());
      assertThat(plan.problems()).hasSameSizeAs(mirrored.problems());
    }
  }

  @Test
  void oneFieldsTroubleLeavesTheOthersAlone() {
    int checked = 0;
    for (int i = 0; i < 50_000; i++) {
      Situation situation = MergeCases.of(SEED, i, MergePool.KINDS);
      Plan plan = Merge.plan(situation);
      if (plan.createHeldBack()) {
        continue;
      }
      for (FieldDecision held : plan.decisions()) {
        boolean stuck = held.verdict() == Verdict.ASKED || held.verdict() == Verdict.BLOCKED;
        if (stuck) {
          checked++;
          Plan without = Merge.plan(Shown.without(situation, held.field()));
          assertThat(without.writes()).isEqualTo(plan.writes());
        }
      }
    }
    assertThat(checked).isGreaterThan(1_000);
  }

  @Test
  void planningTwiceGivesTheSame() {
    for (int i = 0; i < 5_000; i++) {
      Situation situation = MergeCases.of(SEED, i, MergePool.KINDS);

      assertThat(List.of(Merge.plan(situation))).isEqualTo(List.of(Merge.plan(situation)));
    }
  }
}
