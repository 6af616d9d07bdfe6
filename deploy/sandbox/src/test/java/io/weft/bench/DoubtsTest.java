package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.match.Basis;
import io.weft.activities.match.Evidence;
import io.weft.activities.match.Grade;
import io.weft.activities.match.Pair;
import io.weft.activities.match.Settled;
import io.weft.activities.match.Verdict;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
  private static final RecordRef RECORD =
      RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "00000000-0000-0000-0000-000000000001");

  @Test
  void pairsAreCountedByReasonWithoutTheirValuesTheMostFrequentFirst() {
    Doubts doubts = new Doubts();
    doubts.add(settled(Grade.SURE), true);
    doubts.add(settled(Grade.DOUBTFUL, "the tax numbers differ ('1', '2')"), false);
    doubts.add(settled(Grade.DOUBTFUL, "the tax numbers differ ('3', '4')", "and more"), true);
    doubts.add(settled(Grade.FAINT), false);

    assertThat(doubts.counts())
        .containsExactly(
            new Doubts.Count("the tax numbers differ", 2, 1),
            new Doubts.Count("the name is shared, little else", 1, 0),
            new Doubts.Count("two candidates are alike", 1, 1));
  }

  private static Settled settled(Grade grade, String... contradictions) {
    Evidence evidence = new Evidence(List.of(), List.of(contradictions), List.of());
    Verdict verdict = new Verdict(grade, 50, Basis.LIKENESS, evidence);
    return new Settled(new Pair(RECORD, RECORD, verdict), false, List.of());
  }
}
