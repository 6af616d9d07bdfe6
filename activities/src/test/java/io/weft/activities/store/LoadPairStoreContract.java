package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.Finished;
import io.weft.activities.store.LoadPairStore.NewPair;
import io.weft.activities.store.LoadPairStore.Span;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pairs of a load, and what people decide about them. */
abstract class LoadPairStoreContract extends LoadsContract {
  private static Problem problem(String what) {
    return new Problem("Rejected", what, "mend it", "d365-1", "Group", false);
  }

  @Test
  void aPairIsAddedOnce() {
    Load load = load(1);
    NewPair pair = new NewPair("c", "d", Kind.LINKED, State.TODO, 100, null);
    add(load, "", "1", pair);
    add(load, "1", "2", pair);

    assertThat(stores.loadPairs().page(load, 0, 9)).hasSize(1);
    assertThat(stores.loads().counts(load).get("pair/LINKED").amount()).isEqualTo(1);
  }

  @Test
  void pairsOfAStateAreListedWithinASpan() {
    Load load = load(1);
    String[] keys = {"a", "b", "c", "d"};
    NewPair[] pairs =
        Arrays.stream(keys)
            .map(key -> new NewPair(key, null, Kind.NEW_IN_CREATIO, State.TODO, 0, null))
            .toArray(NewPair[]::new);
    add(load, "", "1", pairs);
    stores.loadPairs().finish(load, List.of(new Finished(2, State.DONE, Outcome.WRITTEN, null)));

    assertThat(stores.loadPairs().parts(load, State.TODO, 1)).containsExactly(new Span(0, 5));
    assertThat(stores.loadPairs().parts(load, State.TODO, 2))
        .containsExactly(new Span(0, 4), new Span(3, 5));
    assertThat(stores.loadPairs().parts(load, State.TODO, 9)).hasSize(3);
    assertThat(stores.loadPairs().parts(load, State.LATER, 6)).isEmpty();
    assertThat(listed(load, new Span(0, 5))).containsExactly(1L, 3L);
    assertThat(listed(load, new Span(1, 4))).containsExactly(3L);
  }

  private List<Long> listed(Load load, Span span) {
    return stores.loadPairs().list(load, State.TODO, span, 2).stream()
        .map(LoadPair::sequence)
        .toList();
  }

  @Test
  void aPairIsFinishedOnceOrPutOffAndTriedAgain() {
    Load load = load(1);
    add(
        load,
        "",
        "1",
        new NewPair("c", "d", Kind.SURE, State.TODO, 100, "the name"),
        new NewPair(null, "e", Kind.NEW_IN_D365, State.TODO, 0, null));

    Finished later = new Finished(1, State.LATER, Outcome.FAILED, problem("busy"));
    stores.loadPairs().finish(load, List.of(later));
    assertThat(stores.loadPairs().list(load, State.TODO, new Span(0, 9), 9)).hasSize(1);
    assertThat(stores.loadPairs().tryAgain(load)).isEqualTo(1);
    Finished done = new Finished(1, State.DONE, Outcome.WRITTEN, null);
    stores.loadPairs().finish(load, List.of(done));
    stores.loadPairs().finish(load, List.of(new Finished(1, State.DONE, Outcome.PARKED, null)));

    LoadPair pair = stores.loadPairs().page(load, 0, 1).get(0);
    assertThat(pair.outcome()).isEqualTo(Outcome.WRITTEN);
    assertThat(pair.tries()).isEqualTo(1);
    assertThat(pair.evidence()).isEqualTo("the name");
    assertThat(stores.loads().counts(load)).containsKey("outcome/WRITTEN");
    assertThat(stores.loads().counts(load)).doesNotContainKey("outcome/PARKED");
  }

  @Test
  void aDecisionMovesAPairOnceAndItsRivalsOffTheTable() {
    Load load = load(1);
    add(
        load,
        "",
        "1",
        new NewPair("c", "d", Kind.DOUBTFUL, State.REVIEW, 80, "the name"),
        new NewPair("c", "e", Kind.DOUBTFUL, State.REVIEW, 70, "the name"),
        new NewPair("f", "g", Kind.DOUBTFUL, State.REVIEW, 60, "the name"));

    assertThat(stores.loadPairs().reviews(load, 80, 1, 9))
        .extracting(LoadPair::score)
        .containsExactly(70, 60);
    assertThat(stores.loadPairs().review(load, Side.CREATIO, "c"))
        .hasValueSatisfying(pair -> assertThat(pair.d365Key()).isEqualTo("d"));
    assertThat(stores.loadPairs().review(load, Side.D365, "g"))
        .hasValueSatisfying(pair -> assertThat(pair.creatioKey()).isEqualTo("f"));
    String id = ReviewId.of("c", "d");
    assertThat(stores.loadPairs().decided(load, 1, true)).isTrue();
    assertThat(stores.loadPairs().decided(load, 1, true)).isFalse();
    assertThat(stores.loadPairs().decided(load, 2, true)).isFalse();

    assertThat(stores.loadPairs().review(load, Side.CREATIO, "c")).isEmpty();
    assertThat(stores.loadPairs().reviewed(load, List.of(id)).get(id).kind()).isEqualTo(Kind.SURE);
    assertThat(stores.loadPairs().count(load, State.TODO)).isEqualTo(1);
    assertThat(stores.loadPairs().count(load, State.REJECTED)).isEqualTo(1);
    assertThat(stores.loadPairs().count(load, State.REVIEW)).isEqualTo(1);
  }

  @Test
  void theFirstDecisionAboutTwoRecordsStaysUnlessItIsOverruled() {
    Decision accepted = decision("ann", true);
    assertThat(decide(accepted).anew()).isTrue();
    clock.advance(Duration.ofMinutes(1));

    assertThat(decide(decision("bob", false))).isEqualTo(new DecisionStore.Taken(accepted, false));
    stores
        .decisions()
        .overrule(SyncObjectName.ACCOUNT_CUSTOMER, StoreContract.USMF, decision("bob", false));
    assertThat(
            stores
                .decisions()
                .of(
                    SyncObjectName.ACCOUNT_CUSTOMER,
                    StoreContract.USMF,
                    List.of("c"),
                    List.of("d")))
        .containsExactly(decision("bob", false));
  }

  private DecisionStore.Taken decide(Decision decision) {
    return stores
        .decisions()
        .decide(SyncObjectName.ACCOUNT_CUSTOMER, StoreContract.USMF, List.of(decision))
        .get(0);
  }

  private Decision decision(String who, boolean accepted) {
    return new Decision("c", "d", accepted, who, "looked at both", clock.instant());
  }
}
