package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.NewPair;
import io.weft.activities.store.LoadStore.Opening;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A load from its opening to its end, and in which transaction it goes on. */
abstract class LoadStoreContract extends LoadsContract {
  @Test
  void openingAgainGivesTheLoadAsItWasNotedAndNoSecondOneBesideIt() {
    Load first = load(1);

    assertThat(load(1)).isEqualTo(first);
    assertThat(stores.loads().open(id(2), false, CHOICES)).isEqualTo(new Opening.Beside(first));
    assertThat(first.choices()).isEqualTo(CHOICES);
  }

  @Test
  void aClosedLoadMakesWayAndItsFirstEndingCounts() {
    Load first = load(1);
    stores.loads().close(first, Load.State.CANCELLED, "wrong policy");
    stores.loads().close(first, Load.State.COMPLETED, null);

    assertThat(stores.loads().find(id(1)).orElseThrow().state()).isEqualTo(Load.State.CANCELLED);
    assertThat(load(2).isOpen()).isTrue();
    assertThat(stores.loads().list(SyncObjectName.ACCOUNT_CUSTOMER, StoreContract.USMF, false, 9))
        .extracting(l -> l.id().number())
        .containsExactly(2, 1);
  }

  @Test
  void anOpenLoadHoldsBackNewRecordsOfItsLegalEntityAndAPlanNobody() {
    stores.loads().open(id(1), true, CHOICES);
    assertThat(stores.loads().holdsBack(SyncObjectName.ACCOUNT_CUSTOMER, null)).isFalse();
    stores
        .loads()
        .close(stores.loads().list(null, null, true, 9).get(0), Load.State.COMPLETED, null);

    load(2);

    assertThat(stores.loads().holdsBack(SyncObjectName.ACCOUNT_CUSTOMER, null)).isTrue();
    assertThat(stores.loads().holdsBack(SyncObjectName.ACCOUNT_CUSTOMER, StoreContract.USMF))
        .isTrue();
    assertThat(stores.loads().holdsBack(SyncObjectName.ACCOUNT_CUSTOMER, StoreContract.DEMF))
        .isFalse();
    assertThat(stores.loads().holdsBack(SyncObjectName.CONTACT, null)).isFalse();
  }

  @Test
  void hintsOfRecordsThatAreNotLinkedWaitForTheLoadAndOthersDoNot() {
    Load load = load(1);
    stores.links().link(StoreContract.wanted(StoreContract.USMF, StoreContract.ACME, "US-001"));
    accept(StoreContract.account(StoreContract.ACME));
    accept(StoreContract.account(StoreContract.BOLT));

    assertThat(waiting()).containsExactly(StoreContract.ACME);
    stores.loads().close(load, Load.State.COMPLETED, null);
    assertThat(waiting()).containsExactly(StoreContract.ACME, StoreContract.BOLT);
  }

  private void accept(RecordRef record) {
    Hint hint = Hint.of(record, Origin.WEBHOOK, clock.instant());
    stores.hints().accept(List.of(Incoming.of(hint)));
  }

  private List<String> waiting() {
    return stores.hints().waiting(clock.instant(), 9).stream()
        .map(hint -> hint.hint().record().key())
        .toList();
  }

  @Test
  void aStepThatAnotherAttemptHasDoneStoresNothing() {
    Load load = load(1);
    stores.loadRecords().add(move(load, "scan", "", "b"), Side.D365, List.of(customer("a", "A")));

    assertThatThrownBy(
            () ->
                stores
                    .loadRecords()
                    .add(move(load, "scan", "", "b"), Side.D365, List.of(customer("b", "B"))))
        .isInstanceOf(StoreException.Overtaken.class);

    assertThat(stores.loadRecords().page(load, Side.D365, 0, 9)).hasSize(1);
    assertThat(stores.loads().place(load, "scan").at()).isEqualTo("b");
    assertThat(stores.loads().place(load, "scan").handled()).isEqualTo(1);
  }

  @Test
  void nothingIsStoredForALoadThatWasClosed() {
    Load load = load(1);
    stores.loads().close(load, Load.State.CANCELLED, null);

    assertThatThrownBy(() -> stores.loads().move(move(load, "scan", "", "b")))
        .isInstanceOf(StoreException.Overtaken.class);
  }

  @Test
  void totalsAddUpAndKeepTheFirstExample() {
    Load load = load(1);
    LoadTally one = new LoadTally();
    one.add("out/creatio/partner");
    one.add("trouble/x", "the first");
    LoadTally two = new LoadTally();
    two.add("out/creatio/partner", 4);
    two.add("trouble/x", "the second");
    stores.loads().move(new LoadMove(load, "scan", "", "1", false, 1, one));
    stores.loads().move(new LoadMove(load, "scan", "1", "2", true, 5, two));

    Map<String, LoadTally.Count> counts = stores.loads().counts(load);
    assertThat(counts.get("out/creatio/partner")).isEqualTo(new LoadTally.Count(5, null));
    assertThat(counts.get("trouble/x")).isEqualTo(new LoadTally.Count(2, "the first"));
    assertThat(stores.loads().place(load, "scan").complete()).isTrue();
  }

  @Test
  void aClosedLoadForgetsWhatItReadAndKeepsWhatBecameOfIt() {
    Load load = load(1);
    stores
        .loadRecords()
        .add(move(load, "scan", "", "1"), Side.D365, List.of(customer("a", "A", 5L)));
    add(load, "", "1", new NewPair(null, "a", Kind.NEW_IN_D365, State.TODO, 0, null));
    gather(load, 2);
    assertThat(stores.loadRecords().sharing(load, Side.D365, List.of(5L))).isNotEmpty();

    stores.loads().close(load, Load.State.COMPLETED, null);

    LoadRecord record = stores.loadRecords().page(load, Side.D365, 0, 9).get(0);
    assertThat(record.contents().isEmpty()).isTrue();
    assertThat(record.title()).isEqualTo("A");
    assertThat(stores.loadRecords().sharing(load, Side.D365, List.of(5L))).isEmpty();
    assertThat(stores.loadPairs().page(load, 0, 9)).hasSize(1);
  }
}
