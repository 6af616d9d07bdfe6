package io.weft.activities.poll;

import static io.weft.activities.poll.ScanFeedTest.records;
import static io.weft.activities.poll.ScanFeedTest.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.Incoming;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeltaFeedTest {
  private static final String GUID = "00004951-0000-0000-5e1a-00500100000";

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final FakeD365 d365 = new FakeD365();
  private final FakeDataverse dataverse = new FakeDataverse();
  private final DeltaFeed feed = feed("usmf", "demf");

  private DeltaFeed feed(String... legalEntities) {
    DeltaFeed.Setup setup =
        new DeltaFeed.Setup(
            "all/account-customer/delta",
            Duration.ofSeconds(5),
            SyncObjectName.ACCOUNT_CUSTOMER,
            DeltaTable.customers());
    List<D365Table> tables =
        List.of(legalEntities).stream().map(le -> Readers.customers(d365, le)).toList();
    return new DeltaFeed(setup, dataverse, tables, stores.links(), Readers.news(clock));
  }

  @Test
  void leavesNewcomersAloneWhereThereAreNone() {
    customer(1, "usmf", "US-001");
    customer(2, "usmf", "US-002");
    link(2, "US-002");
    DeltaFeed.Setup setup =
        new DeltaFeed.Setup(
            "all/account-customer/delta",
            Duration.ofSeconds(5),
            SyncObjectName.ACCOUNT_CUSTOMER,
            DeltaTable.customers(),
            false);
    List<D365Table> tables = List.of(Readers.customers(d365, "usmf"));
    DeltaFeed ours = new DeltaFeed(setup, dataverse, tables, stores.links(), Readers.news(clock));

    assertThat(records(round(ours, null))).containsExactly("account-customer/d365/usmf/US-002");
  }

  @Test
  void derivesTheNamesOfATable() {
    assertThat(DeltaTable.of("mserp_smmcontactpersonv2entities", "ContactPersonId"))
        .isEqualTo(
            new DeltaTable(
                "mserp_smmcontactpersonv2entities",
                "mserp_smmcontactpersonv2entityid",
                "mserp_dataareaid",
                "mserp_contactpersonid"));
  }

  private void customer(int number, String legalEntity, String account) {
    d365.customer(legalEntity, account, "Customer " + account);
    dataverse.customer(GUID + number, legalEntity, account);
  }

  private void link(int number, String account) {
    PairId pair =
        new PairId(
            SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), FakeCreatio.id(number));
    stores
        .links()
        .link(new LinkWanted(pair, account, null, null, Side.D365, true, true, List.of()));
  }

  private String opened() {
    List<FeedPage> pages = round(feed, null);
    pages.forEach(page -> remember(page.guids()));
    return pages.get(pages.size() - 1).token();
  }

  /** As a store does with the GUIDs of a page. */
  private void remember(Map<String, RecordRef> guids) {
    var lease =
        stores.feeds().lease("guids", "test", Duration.ofMinutes(1), Duration.ZERO).orElseThrow();
    stores.feeds().advance(lease, "x", List.of(), guids, true);
  }

  @Test
  void opensWithAFullReadOfEveryLegalEntityItLooksAfter() {
    customer(1, "usmf", "US-001");
    customer(2, "usmf", "US-002");
    customer(3, "demf", "DE-001");
    customer(4, "jpmf", "JP-001");

    List<FeedPage> pages = round(feed, null);

    assertThat(records(pages))
        .containsExactly(
            "account-customer/d365/usmf/US-001",
            "account-customer/d365/usmf/US-002",
            "account-customer/d365/demf/DE-001");
    assertThat(pages.get(0).guids()).containsEntry(GUID + 1, Readers.customer("usmf", "US-001"));
  }

  @Test
  void leavesALegalEntityToItsLoadAndTellsOfItsChanges() {
    customer(1, "usmf", "US-001");
    customer(2, "demf", "DE-001");

    String token = feed.leaving(null, false, new LegalEntity("usmf"));
    assertThat(feed.follows(token)).isFalse();
    List<FeedPage> pages = round(feed, token);
    String after = pages.get(pages.size() - 1).token();

    assertThat(records(pages)).containsExactly("account-customer/d365/demf/DE-001");
    assertThat(feed.follows(after)).isTrue();
    assertThat(feed.leaving(after, true, new LegalEntity("usmf"))).isNull();
    dataverse.customer(GUID + 1, "usmf", "US-001");
    assertThat(records(round(feed, after))).containsExactly("account-customer/d365/usmf/US-001");
  }

  @Test
  void leavesALegalEntityToItsLoadAlthoughItIsFollowedAlready() {
    DeltaFeed before = feed("usmf");
    customer(1, "usmf", "US-001");
    customer(2, "demf", "DE-001");
    List<FeedPage> opened = round(before, null);
    String token = opened.get(opened.size() - 1).token();

    String left = feed.leaving(token, true, new LegalEntity("demf"));

    assertThat(records(round(feed, left))).isEmpty();
  }

  @Test
  void followsAChangeWithTheDigestOfTheRowAsAPassReadsIt() {
    customer(1, "usmf", "US-001");
    String token = opened();
    dataverse.customer(GUID + 1, "usmf", "US-001");
    d365.change("CustomersV3", "CustomerAccount", "US-001", "OrganizationName", "New name");

    List<FeedPage> pages = round(feed, token);

    Incoming scanned =
        new ScanFeed("x", Duration.ZERO, Readers.customers(d365, "usmf"), Readers.news(clock))
            .read(ScanFeedTest.lease(feed, null), Beat.none())
            .rows()
            .get(0);
    assertThat(pages).singleElement().extracting(FeedPage::rows).isEqualTo(List.of(scanned));
  }

  @Test
  void costsOneRequestWhenNothingChanged() {
    customer(1, "usmf", "US-001");
    String token = opened();
    dataverse.asked().clear();
    d365.asked().clear();

    List<FeedPage> pages = round(feed, token);

    assertThat(records(pages)).isEmpty();
    assertThat(dataverse.asked()).hasSize(1);
    assertThat(d365.asked()).isEmpty();
  }

  @Test
  void readsChangedRowsInBulkAtMostTwentyToARequest() {
    for (int i = 0; i < 45; i++) {
      customer(i, "usmf", String.format("US-%03d", i));
    }
    String token = opened();
    for (int i = 0; i < 45; i++) {
      dataverse.customer(GUID + i, "usmf", String.format("US-%03d", i));
    }
    d365.asked().clear();

    List<FeedPage> pages = round(feed, token);

    assertThat(records(pages)).hasSize(45);
    assertThat(d365.asked()).hasSize(3);
  }

  @Test
  void tellsOfADeletionByItsGuidWhereTheRecordIsLinked() {
    customer(1, "usmf", "US-001");
    customer(2, "usmf", "US-002");
    link(1, "US-001");
    String token = opened();
    dataverse.delete(GUID + 1);
    dataverse.delete(GUID + 2);

    List<FeedPage> pages = round(feed, token);

    assertThat(pages.get(0).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.hint().gone()).isTrue();
              assertThat(row.hint().record()).isEqualTo(Readers.customer("usmf", "US-001"));
            });
  }

  @Test
  void letsAPassLookAtARowThatIsNotThereAnyMore() {
    customer(1, "usmf", "US-001");
    String token = opened();
    dataverse.customer(GUID + 1, "usmf", "US-001");
    d365.remove("CustomersV3", "CustomerAccount", "US-001");

    List<FeedPage> pages = round(feed, token);

    assertThat(pages.get(0).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.digest()).isNull();
              assertThat(row.hint().gone()).isFalse();
            });
  }

  @Test
  void readsEverythingAgainAndComparesKeysAfterItExpired() {
    customer(1, "usmf", "US-001");
    customer(2, "usmf", "US-002");
    link(1, "US-001");
    String token = opened();
    dataverse.delete(GUID + 1);
    d365.remove("CustomersV3", "CustomerAccount", "US-001");
    dataverse.expire();

    FeedPage expired = round(feed, token).get(0);
    List<FeedPage> again = round(feed, expired.token());

    assertThat(expired.problem()).contains("expired").contains("0x80044352");
    assertThat(records(again))
        .containsExactly("account-customer/d365/usmf/US-002", "account-customer/d365/usmf/US-001");
    assertThat(again.stream().flatMap(page -> page.rows().stream()))
        .anyMatch(row -> row.hint().gone() && row.hint().record().key().equals("US-001"));
  }

  @Test
  void readsALegalEntityInFullThatIsAddedLater() {
    customer(1, "usmf", "US-001");
    customer(2, "jpmf", "JP-001");
    String token = opened();

    List<FeedPage> pages = round(feed("usmf", "demf", "jpmf"), token);

    assertThat(records(pages)).containsExactly("account-customer/d365/jpmf/JP-001");
  }
}
