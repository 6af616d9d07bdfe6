package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LoadRecordStore.Finding;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.store.LoadRecordStore.Home;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.activities.store.LoadRecordStore.Scanned;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a load has read, and what it found out about it. */
abstract class LoadRecordStoreContract extends LoadsContract {
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
}
