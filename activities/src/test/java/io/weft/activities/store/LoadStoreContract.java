package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.Finished;
import io.weft.activities.store.LoadPairStore.NewPair;
import io.weft.activities.store.LoadPairStore.Span;
import io.weft.activities.store.LoadRecordStore.Finding;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.store.LoadRecordStore.Home;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.activities.store.LoadRecordStore.Scanned;
import io.weft.activities.store.LoadStore.Opening;
import io.weft.activities.store.sql.SqlStores;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a load keeps, and in which transaction. */
abstract class LoadStoreContract {
  private static final LoadChoices CHOICES =
      new LoadChoices(LoadChoices.Creation.BOTH, "creatio-wins", null, false, "ann", "go-live");

  final TestClock clock = new TestClock(StoreContract.START);
  private SqlStores stores;

  abstract SqlStores open(Clock clock);

  @BeforeEach
  void openStores() {
    stores = open(clock);
  }

  private static LoadId id(int number) {
    return new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, StoreContract.USMF, number);
  }

  private Load load(int number) {
    return ((Opening.Noted) stores.loads().open(id(number), false, CHOICES)).load();
  }

  private static LoadMove move(Load load, String stage, String from, String to) {
    return new LoadMove(load, stage, from, to, false, 1, new LoadTally());
  }

  private static Scanned customer(String key, String name, Long... hashes) {
    RecordRef record = StoreContract.customer(StoreContract.USMF, key);
    return scanned(record, name, hashes);
  }

  private static Scanned account(String id, String name, Long... hashes) {
    return scanned(StoreContract.account(id), name, hashes);
  }

  private static Scanned scanned(RecordRef record, String name, Long... hashes) {
    Fields fields = Fields.of("Name", new Value.Text(name));
    Snapshot snapshot = new Snapshot(record, fields, null, StoreContract.START, null);
    return new Scanned(
        snapshot,
        Digest.of(fields),
        name,
        LoadVerdict.SCANNED,
        null,
        hashes.length,
        List.of(hashes));
  }

  private void add(Load load, String from, String to, NewPair... pairs) {
    LoadMove move = move(load, "pairs", from, to);
    stores.loadPairs().add(move, Side.D365, List.of(), List.of(pairs));
  }

  private static Problem problem(String what) {
    return new Problem("Rejected", what, "mend it", "d365-1", "Group", false);
  }

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
  void recordsAreReadBackInTheOrderOfTheScanEachOnce() {
    Load load = load(1);
    List<Scanned> page = List.of(customer("a", "A"), customer("b", "B"), customer("a", "A"));
    stores.loadRecords().add(move(load, "scan", "", "1"), Side.D365, page);
    stores
        .loadRecords()
        .add(
            move(load, "scan", "1", "2"),
            Side.D365,
            List.of(customer("b", "B again"), customer("c", "C")));

    List<LoadRecord> all = stores.loadRecords().page(load, Side.D365, 0, 9);

    assertThat(all).extracting(LoadRecord::sequence).containsExactly(1L, 2L, 3L);
    assertThat(all).extracting(LoadRecord::title).containsExactly("A", "B", "C");
    assertThat(all.get(1).contents()).isEqualTo(Fields.none());
    assertThat(stores.loadRecords().outlines(load, Side.D365, List.of(2L)))
        .containsExactly(Map.entry(2L, all.get(1)));
    assertThat(stores.loadRecords().records(load, Side.D365, List.of(2L)).get(2L).contents())
        .isEqualTo(page.get(1).snapshot().fields());
    assertThat(stores.loadRecords().page(load, Side.D365, 2, 9)).hasSize(1);
    assertThat(stores.loadRecords().named(load, Side.D365, List.of("b", "x")))
        .containsOnlyKeys("b");
  }

  @Test
  void recordsThatShareAHashAreFoundUnlessACrowdDoes() {
    Load load = load(1);
    stores
        .loadRecords()
        .add(
            move(load, "scan", "", "1"),
            Side.CREATIO,
            List.of(account("a", "A", 7L, 9L), account("b", "B", 9L), account("c", "C", 9L)));
    gather(load, 2);

    assertThat(stores.loadRecords().sharing(load, Side.CREATIO, List.of(7L, 9L)))
        .isEqualTo(Map.of(7L, List.of(1L)));
    assertThat(stores.loadRecords().sharing(load, Side.D365, List.of(7L))).isEmpty();
  }

  @Test
  void everyHashIsInASlice() {
    Load load = load(1);
    Long[] all = {Long.MIN_VALUE, Long.MIN_VALUE / 3, -1L, 0L, 1L << 58, Long.MAX_VALUE};
    Scanned account = account("a", "A", all);
    stores.loadRecords().add(move(load, "scan", "", "1"), Side.CREATIO, List.of(account));

    assertThat(stores.loadRecords().sharing(load, Side.CREATIO, List.of(all))).isEmpty();
    gather(load, 2);

    assertThat(stores.loadRecords().sharing(load, Side.CREATIO, List.of(all)))
        .hasSize(all.length)
        .containsOnlyKeys(all)
        .allSatisfy((hash, places) -> assertThat(places).containsExactly(1L));
  }

  private void gather(Load load, int most) {
    for (int slice = 0; slice < LoadRecordStore.SLICES; slice++) {
      String from = slice == 0 ? "" : String.valueOf(slice);
      LoadMove move = move(load, "crowds", from, String.valueOf(slice + 1));
      stores.loadRecords().gather(move, slice, most);
    }
  }

  @Test
  void ofTwoClustersARecordHasTheLower() {
    Load load = load(1);
    stores.loadRecords().add(move(load, "scan", "", "1"), Side.D365, List.of(customer("a", "A")));

    for (Long cluster : Arrays.asList(5L, 3L, 4L, null)) {
      String stage = "alike " + cluster;
      Judgement judgement = new Judgement(1, LoadVerdict.SCANNED, null, cluster);
      stores
          .loadRecords()
          .judge(move(load, stage, "", "1"), Side.D365, List.of(judgement), List.of());
    }

    assertThat(stores.loadRecords().page(load, Side.D365, 0, 9).get(0).cluster()).isEqualTo(3L);
  }

  @Test
  void recordsOfOneHomeAreGoneThroughTogether() {
    Load load = load(1);
    stores
        .loadRecords()
        .add(
            move(load, "scan", "", "1"),
            Side.CREATIO,
            List.of(account("a", "A", 1L, 2L), account("b", "B", 1L), account("c", "C", 1L, 2L)));

    List<Home> first = stores.loadRecords().byHome(load, Side.CREATIO, Home.FIRST, 2);
    List<Home> rest = stores.loadRecords().byHome(load, Side.CREATIO, first.get(1), 2);

    assertThat(first).extracting(Home::sequence).containsExactly(2L, 1L);
    assertThat(rest).extracting(Home::sequence).containsExactly(3L);
  }

  @Test
  void whatWasFoundIsFoundFromBothSides() {
    Load load = load(1);
    Finding finding = new Finding(1, 2, Grade.NUMBERED, "TAX_NUMBER", 97, "the tax number");
    stores.loadRecords().add(move(load, "scan", "", "1"), Side.D365, List.of(customer("a", "A")));
    stores
        .loadRecords()
        .judge(
            move(load, "judge", "", "1"),
            Side.D365,
            List.of(new Judgement(1, LoadVerdict.SURE, "because", 1L)),
            List.of(finding));

    LoadRecord record = stores.loadRecords().page(load, Side.D365, 0, 9).get(0);
    assertThat(record.verdict()).isEqualTo(LoadVerdict.SURE);
    assertThat(record.note()).isEqualTo("because");
    assertThat(record.cluster()).isEqualTo(1L);
    assertThat(stores.loadRecords().findings(load, Side.D365, List.of(1L)))
        .isEqualTo(Map.of(1L, List.of(finding)));
    assertThat(stores.loadRecords().findings(load, Side.CREATIO, List.of(2L)))
        .isEqualTo(Map.of(2L, List.of(finding)));
  }

  @Test
  void linksOfScannedRecordsAreFoundByTheirKeys() {
    Load load = load(1);
    stores.links().link(StoreContract.wanted(StoreContract.USMF, StoreContract.ACME, "US-001"));
    stores.links().link(StoreContract.wanted(StoreContract.DEMF, StoreContract.BOLT, "US-002"));

    assertThat(stores.loadRecords().links(load, Side.D365, List.of("US-001", "US-002")))
        .containsOnlyKeys("US-001");
    assertThat(
            stores
                .loadRecords()
                .links(load, Side.CREATIO, List.of(StoreContract.ACME, StoreContract.BOLT)))
        .containsOnlyKeys(StoreContract.ACME);
  }

  @Test
  void aPopulationIsComparedWithItsPlan() {
    Load plan = load(1);
    stores
        .loadRecords()
        .add(
            move(plan, "scan", "", "1"),
            Side.D365,
            List.of(customer("a", "A"), customer("b", "B"), customer("c", "C")));
    stores.loads().close(plan, Load.State.COMPLETED, null);
    Load load = load(2);
    stores
        .loadRecords()
        .add(
            move(load, "scan", "", "1"),
            Side.D365,
            List.of(customer("b", "B"), customer("c", "C2"), customer("d", "D")));

    LoadRecordStore.Difference difference = stores.loadRecords().difference(plan, load, 1);

    assertThat(difference)
        .isEqualTo(
            new LoadRecordStore.Difference(
                1, 1, 1, List.of("D365 d added", "D365 a gone", "D365 c changed")));
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
  void aPairIsAddedOnce() {
    Load load = load(1);
    NewPair pair = new NewPair("c", "d", Kind.LINKED, State.TODO, 100, null);
    add(load, "", "1", pair);
    add(load, "1", "2", pair);

    assertThat(stores.loadPairs().page(load, 0, 9)).hasSize(1);
    assertThat(stores.loads().counts(load).get("pair/LINKED").amount()).isEqualTo(1);
  }

  @Test
  void pairsAreListedFromEitherEnd() {
    Load load = load(1);
    String[] keys = {"a", "b", "c", "d"};
    NewPair[] pairs =
        Arrays.stream(keys)
            .map(key -> new NewPair(key, null, Kind.NEW_IN_CREATIO, State.TODO, 0, null))
            .toArray(NewPair[]::new);
    add(load, "", "1", pairs);
    stores.loadPairs().finish(load, List.of(new Finished(2, State.DONE, Outcome.WRITTEN, null)));

    assertThat(listed(load, Span.ALL, false)).containsExactly(1L, 3L);
    assertThat(listed(load, Span.ALL, true)).containsExactly(4L, 3L);
    assertThat(listed(load, new Span(1, 4), true)).containsExactly(3L);
  }

  private List<Long> listed(Load load, Span span, boolean fromLast) {
    return stores.loadPairs().list(load, State.TODO, span, fromLast, 2).stream()
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
    assertThat(stores.loadPairs().list(load, State.TODO, Span.ALL, false, 9)).hasSize(1);
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
    String id = ReviewId.of("c", "d");
    assertThat(stores.loadPairs().decided(load, 1, true)).isTrue();
    assertThat(stores.loadPairs().decided(load, 1, true)).isFalse();
    assertThat(stores.loadPairs().decided(load, 2, true)).isFalse();

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
