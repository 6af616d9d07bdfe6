package io.weft.activities.poll;

import static io.weft.activities.poll.FakeCreatio.id;
import static io.weft.activities.poll.ScanFeedTest.lease;
import static io.weft.activities.poll.ScanFeedTest.records;
import static io.weft.activities.poll.ScanFeedTest.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.http.Row;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedFeedTest {
  private static final SyncObjectName ORDERS = SyncObjectName.ORDER_SALES_ORDER;
  private static final LegalEntity USMF = new LegalEntity("usmf");

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final FakeD365 d365 = new FakeD365();
  private final LinkedFeed lines =
      feed(
          "SalesOrderLines",
          ChildRows.d365(ORDERS, USMF, "SalesOrderNumber", List.of("Lot", "Quantity")));

  private LinkedFeed feed(String set, RowReader reader) {
    return new LinkedFeed(
        "usmf/order-sales-order/" + set,
        Duration.ofMinutes(30),
        ORDERS,
        new D365Table(d365, set, "SalesOrderNumber", USMF, reader),
        stores.links(),
        Readers.news(clock));
  }

  private PairId link(SyncObjectName object, String legalEntity, int number) {
    PairId pair = new PairId(object, new LegalEntity(legalEntity), id(number));
    stores
        .links()
        .link(
            new LinkWanted(pair, "SO-" + number, null, null, Side.CREATIO, true, true, List.of()));
    return pair;
  }

  private void line(String legalEntity, int order, String lot, int quantity) {
    d365.put(
        "SalesOrderLines",
        "dataAreaId",
        legalEntity,
        "SalesOrderNumber",
        "SO-" + order,
        "Lot",
        lot,
        "Quantity",
        String.valueOf(quantity));
  }

  private static String path(int order) {
    return "order-sales-order/d365/usmf/SO-" + order;
  }

  private static String last(List<FeedPage> pages) {
    return pages.get(pages.size() - 1).token();
  }

  @Test
  void tellsOfOrdersWhoseLinesAreSeenFirstAndOfNobodyElses() {
    link(ORDERS, "usmf", 1);
    link(ORDERS, "usmf", 2);
    link(ORDERS, "demf", 3);
    link(SyncObjectName.ACCOUNT_CUSTOMER, "usmf", 4);
    link(SyncObjectName.PRODUCT, "usmf", 5);
    line("usmf", 1, "A", 1);
    line("usmf", 1, "B", 1);
    line("usmf", 9, "C", 1);
    line("demf", 3, "D", 1);

    List<FeedPage> pages = round(lines, null);

    assertThat(records(pages)).containsExactly(path(1));
    assertThat(pages.get(0).rows().get(0).digest()).isNull();
    assertThat(pages.get(0).rows().get(0).hint().gone()).isFalse();
    assertThat(pages.get(0).read()).isEqualTo(2);
  }

  @Test
  void tellsOfEachChangeOnceAndOfNothingElse() {
    link(ORDERS, "usmf", 1);
    link(ORDERS, "usmf", 2);
    line("usmf", 1, "A", 1);
    line("usmf", 1, "B", 1);
    line("usmf", 2, "C", 1);
    String token = last(round(lines, null));

    assertThat(records(round(lines, token))).isEmpty();
    d365.change("SalesOrderLines", "Lot", "B", "Quantity", "7");
    List<FeedPage> changed = round(lines, token);
    assertThat(records(changed)).containsExactly(path(1));
    assertThat(records(round(lines, last(changed)))).isEmpty();
  }

  @Test
  void seesALineThatIsGoneAndALastOneToo() {
    link(ORDERS, "usmf", 1);
    line("usmf", 1, "A", 1);
    line("usmf", 1, "B", 1);
    String token = last(round(lines, null));

    d365.remove("SalesOrderLines", "Lot", "A");
    List<FeedPage> one = round(lines, token);
    d365.remove("SalesOrderLines", "Lot", "B");
    List<FeedPage> none = round(lines, last(one));

    assertThat(records(one)).containsExactly(path(1));
    assertThat(records(none)).containsExactly(path(1));
  }

  @Test
  void asksForNoOrderThatD365HasNotNumberedYet() {
    PairId pair = link(ORDERS, "usmf", 1);
    LinkChange moved = LinkChange.number(Provisional.key("x"));
    stores.links().change(stores.links().find(pair).orElseThrow(), moved);
    link(ORDERS, "usmf", 2);
    line("usmf", 2, "A", 1);
    d365.asked().clear();

    assertThat(records(round(lines, null))).containsExactly(path(2));
    assertThat(d365.asked()).singleElement().asString().doesNotContain("ref:");
  }

  @Test
  void doesNotMindTheOrderOfLines() {
    link(ORDERS, "usmf", 1);
    line("usmf", 1, "A", 1);
    line("usmf", 1, "B", 2);
    String token = last(round(lines, null));
    d365.remove("SalesOrderLines", "Lot", "A");
    line("usmf", 1, "A", 1);

    assertThat(records(round(lines, token))).isEmpty();
  }

  @Test
  void forgetsAnOrderThatIsNoLongerLive() {
    PairId pair = link(ORDERS, "usmf", 1);
    line("usmf", 1, "A", 1);
    String token = last(round(lines, null));
    stores.links().change(stores.links().find(pair).orElseThrow(), LinkChange.to(LinkState.GONE));

    List<FeedPage> pages = round(lines, token);

    assertThat(records(pages)).isEmpty();
    assertThat(last(pages)).doesNotContain("so-1");
  }

  @Test
  void goesOnWhereItWasBrokenOffThroughMoreLinksThanOnePage() {
    for (int i = 0; i < 450; i++) {
      link(ORDERS, "usmf", i);
      line("usmf", i, "L" + i, 1);
    }
    link(SyncObjectName.PRODUCT, "usmf", 999);
    FeedPage first = lines.read(lease(lines, null), Beat.none());

    List<FeedPage> rest = round(lines, first.token());

    assertThat(first.done()).isFalse();
    assertThat(first.rows()).hasSize(200);
    assertThat(records(rest)).hasSize(250).doesNotHaveDuplicates();
    assertThat(records(round(lines, last(rest)))).isEmpty();
  }

  @Test
  void leavesItToTheBaseToKnowAnEchoWhereARowIsTheRecordItself() {
    link(ORDERS, "usmf", 1);
    d365.put("Heads", "dataAreaId", "usmf", "SalesOrderNumber", "SO-1", "OrganizationName", "x");
    d365.put("Heads", "dataAreaId", "usmf", "SalesOrderNumber", "SO-2", "OrganizationName", "x");
    RowReader heads =
        new RowReader() {
          @Override
          public Columns columns() {
            return Readers.customers().columns();
          }

          @Override
          public RecordRef ref(Row row) {
            return RecordRef.d365(ORDERS, USMF, String.valueOf(row.text("SalesOrderNumber")));
          }

          @Override
          public Fields fields(Row row) {
            return Readers.customers().fields(row);
          }
        };

    List<FeedPage> pages = round(feed("Heads", heads), null);

    assertThat(records(pages)).containsExactly(path(1));
    assertThat(pages.get(0).rows().get(0).digest()).isNotNull();
  }
}
