package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.AuditStore;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders against both systems of the sandbox, with the rooms of the product. */
final class OrderStageTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final String ANA = "Ana Ruiz";
  private static final String IN_PROGRESS = "c8742634-ea8b-46d9-ba71-1989b951772d";
  private static final String CANCELED = "8ab0f830-908b-40d7-80a3-7f49ef70ce70";
  private static final String DELIVERED = "0dd2c99b-9a1a-4419-886e-842a20d35929";
  private static final String PARTLY = "20f1fcf7-34d8-4c00-b4ae-6d9184c7945f";

  @TempDir static Path directory;
  private static ObjectStage stage;
  private static String dollar = "";

  @BeforeAll
  static void start() {
    stage = ObjectStage.start(directory, OrderStageTest::withOrders);
    stage.control().post("creatio/seed", Map.of("products", 8));
    dollar = stage.users().lookUp("Currency", "ShortName", "USD");
  }

  private static String withOrders(String settings) {
    return settings.replace(
            "  account-customer:\n    mode: write",
            "  account-customer:\n    mode: write\n  order-sales-order:\n    mode: write")
        + """

        order:
          warehouses:
            usmf: "24"
          dimensions:
            usmf:
              BusinessUnit: "001"
              Department: {column: UsrDepartment}
        """;
  }

  @AfterEach
  void clean() {
    stage.beforeTheLastStep(() -> {});
    stage.control().delete("faults");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void aConfirmedOrderIsPlacedWithItsLines() {
    String order = order("Placed Pines Inc.", Map.of("UsrDepartment", "022"));
    line(order, "D0001", 3, "40");
    line(order, "D0003", 1, "499");

    stage.seen(orderRef(order)).quiet();
    assertThat(stage.introduced(orderRef(order)).orElseThrow())
        .isInstanceOf(IntroductionOutcome.LeftOut.class);

    confirm(order);

    Link link = link(order);
    JsonNode header = salesOrder(link);
    assertThat(header.path("OrderingCustomerAccountNumber").asText()).startsWith("CRT-");
    assertThat(header.path("CurrencyCode").asText()).isEqualTo("USD");
    assertThat(header.path("DefaultShippingWarehouseId").asText()).isEqualTo("24");
    assertThat(header.path("DefaultLedgerDimensionDisplayValue").asText())
        .contains("001")
        .contains("022");
    assertThat(lines(link)).hasSize(2);
    assertThat(lines(link).get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("3");
    assertThat(creatio(order).path("UsrD365SalesOrderNumber").asText()).isEqualTo(link.d365Key());
    assertThat(creatioLines(order))
        .allSatisfy(l -> assertThat(l.path("UsrD365LotId").asText()).isNotEmpty());
    assertThat(stage.passed(link.pair()).orElseThrow()).isInstanceOf(PassOutcome.Settled.class);
    assertThat(creatio(order).path("UsrD365SyncStatus").asText()).isEqualTo("In step");
    assertThat(creatio(order).path("UsrD365SyncMessage").asText()).startsWith(link.d365Key());
  }

  @Test
  void aNewOrderTakesFewCalls() {
    String order = order("Frugal Figs Inc.", Map.of());
    for (int i = 0; i < 20; i++) {
      line(order, i % 2 == 0 ? "D0001" : "D0003", 1 + i, "40");
    }
    stage.seen(accountRef(order)).quiet();
    stage.control().delete("traffic");
    AtomicInteger rounds = new AtomicInteger();
    stage.beforeTheLastStep(rounds::incrementAndGet);

    confirm(order);

    JsonNode traffic = stage.control().get("traffic");
    assertThat(traffic.at("/d365/writes").asInt() + traffic.at("/creatio/writes").asInt())
        .as(traffic.toString())
        .isLessThanOrEqualTo(8);
    assertThat(rounds).as("rounds of three steps").hasValue(1);
    assertThat(creatioLines(order))
        .hasSize(20)
        .allSatisfy(l -> assertThat(l.path("UsrD365LotId").asText()).isNotEmpty());
  }

  @Test
  void isInStepOnlyWhenItsLinesKnowTheirLots() {
    String order = order("Patient Poplars Inc.", Map.of());
    line(order, "D0001", 3, "40");
    Journal journal = new Journal(stage.control());
    long mark = journal.last();

    confirm(order);

    Write lot = journal.first(mark, w -> w.after().has("UsrD365LotId")).orElseThrow();
    Write inStep =
        journal
            .first(mark, w -> w.sets("UsrD365SyncStatus", "In step") && w.key().equals(order))
            .orElseThrow();
    assertThat(lot.sequence()).isLessThan(inStep.sequence());
  }

  @Test
  void anOrderThatWaitsForItsCustomerSaysSoOnItself() {
    String order = order("Tardy Tamaracks Inc.", Map.of());
    line(order, "D0001", 3, "40");
    String account = creatio(order).path("AccountId").asText();
    edit("Account", account, Map.of("UsrCustomerGroup", "no such group"));

    confirm(order);

    assertThat(creatio(order).path("UsrD365SyncStatus").asText()).isEqualTo("Waiting");
    assertThat(creatio(order).path("UsrD365SyncMessage").asText()).contains(account);
    stage.seen(orderRef(order)).quiet();
    assertThat(told(order)).as("told once").isEqualTo(1);
    assertThat(stage.stores().audit().find(order, 20)).hasSize(1);

    edit("Account", account, Map.of("UsrCustomerGroup", "10"));
    stage.seen(accountRef(order)).quiet();

    assertThat(creatio(order).path("UsrD365SyncStatus").asText()).isEqualTo("In step");
  }

  @Test
  void anOrderThatAPersonMustSeeToSaysSoAndWhenItIsLeftOutAfterAll() {
    String order = order("Private Pears", Map.of());
    line(order, "D0001", 3, "40");
    edit("Order", order, Map.of("AccountId", "00000000-0000-0000-0000-000000000000"));

    confirm(order);

    assertThat(creatio(order).path("UsrD365SyncStatus").asText()).isEqualTo("Needs a person");
    assertThat(creatio(order).path("UsrD365SyncMessage").asText()).contains("account");

    edit("Order", order, Map.of("StatusId", stage.users().lookUp("OrderStatus", "Name", "Draft")));
    stage.seen(orderRef(order)).quiet();

    assertThat(creatio(order).path("UsrD365SyncStatus").asText()).isEqualTo("Left out");
  }

  @Test
  void whatWasInterruptedWhileItWasToldIsClosedTheNextTime() {
    String order = order("Broken Birches Inc.", Map.of());
    edit("Account", creatio(order).path("AccountId").asText(), Map.of("UsrCustomerGroup", "none"));
    stage
        .control()
        .post(
            "faults",
            Map.of("name", "drop-answer", "system", "creatio", "method", "PATCH", "set", "Order"));
    line(order, "D0001", 3, "40");

    confirm(order);
    stage.seen(orderRef(order)).quiet();

    assertThat(creatio(order).path("UsrD365SyncStatus").asText()).isEqualTo("Waiting");
    assertThat(told(order)).isEqualTo(1);
    assertThat(stage.stores().audit().find(order, 20))
        .extracting(AuditStore.Entry::outcome)
        .containsExactly("UNKNOWN");
    assertThat(stage.stores().tellings().open(orderRef(order))).isEmpty();
  }

  private static long told(String order) {
    return new Journal(stage.control())
        .after(0).stream()
            .filter(w -> w.key().equals(order) && w.after().has("UsrD365SyncStatus"))
            .count();
  }

  @Test
  void ourOwnWritesComingBackTakeOneLookAtD365() {
    String order = placed("Echoing Elms Inc.");
    Link link = link(order);
    stage.control().delete("traffic");

    stage.seen(link.record(Side.D365)).quiet();

    JsonNode traffic = stage.control().get("traffic");
    assertThat(traffic.at("/d365/reads").asInt()).as(traffic.toString()).isEqualTo(2);
    assertThat(traffic.at("/creatio/reads").asInt()).as(traffic.toString()).isZero();
    assertThat(stage.passed(link.pair())).contains(new PassOutcome.Settled(List.of(), false));
  }

  @Test
  void whatComesBackDuringTheRoundNeedsNoOtherOne() {
    String order = placed("Overtaken Oaks Inc.");
    Link link = link(order);
    AtomicInteger rounds = new AtomicInteger();
    stage.beforeTheLastStep(
        () -> {
          rounds.incrementAndGet();
          stage.seen(link.record(Side.D365));
        });

    edit("OrderProduct", creatioLines(order).get(0).path("Id").asText(), Map.of("Quantity", 5));
    stage.seen(orderRef(order)).quiet();

    assertThat(rounds).hasValue(1);
    assertThat(lines(link).get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("5");
  }

  @Test
  void whatHappensDuringTheRoundIsSeenToInAnother() {
    String order = placed("Hurried Hazels Inc.");
    String line = creatioLines(order).get(0).path("Id").asText();
    AtomicInteger rounds = new AtomicInteger();
    stage.beforeTheLastStep(
        () -> {
          if (rounds.incrementAndGet() == 1) {
            edit("OrderProduct", line, Map.of("Quantity", 8));
            stage.seen(orderRef(order));
          }
        });

    edit("OrderProduct", line, Map.of("Quantity", 5));
    stage.seen(orderRef(order)).quiet();

    assertThat(lines(link(order)).get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("8");
    assertThat(rounds).hasValueGreaterThan(1);
  }

  @Test
  void linesAreAddedChangedAndRemoved() {
    String order = placed("Changing Chestnuts Inc.");
    String second = line(order, "D0003", 1, "499");
    JsonNode first = creatioLines(order).get(0);
    edit("OrderProduct", first.path("Id").asText(), Map.of("Quantity", 7));
    stage.seen(orderRef(order)).quiet();

    assertThat(lines(link(order))).hasSize(2);
    assertThat(lines(link(order)).get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("7");

    stage.control().delete("creatio/OrderProduct/" + second + "?user=ana");
    stage.seen(orderRef(order)).quiet();

    assertThat(lines(link(order))).hasSize(1);
  }

  @Test
  void whatBecomesOfItComesBack() {
    String order = placed("Fateful Firs Inc.");
    Link link = link(order);
    act(link, "confirm", Map.of("date", "2026-03-02"));
    stage.seen(link.record(Side.D365)).quiet();
    assertThat(creatio(order).path("UsrD365ConfirmationNumber").asText()).isNotEmpty();
    assertThat(creatio(order).path("UsrD365ConfirmedOn").asText()).startsWith("2026-03-02");

    act(link, "ship", Map.of("lines", List.of(Map.of("line", 1, "quantity", 1))));
    stage.seen(link.record(Side.D365)).quiet();
    assertThat(creatio(order).path("DeliveryStatusId").asText()).isEqualTo(PARTLY);

    act(link, "ship", Map.of());
    stage.seen(link.record(Side.D365)).quiet();
    assertThat(creatio(order).path("DeliveryStatusId").asText()).isEqualTo(DELIVERED);

    edit("OrderProduct", creatioLines(order).get(0).path("Id").asText(), Map.of("Quantity", 9));
    stage.seen(orderRef(order)).quiet();
    assertThat(problem(link)).isEqualTo("ChangedTooLate");

    stage.said(link.pair(), new Instruction.Discard("ops", "settled by phone")).quiet();
    assertThat(stage.passed(link.pair()).orElseThrow()).isInstanceOf(PassOutcome.Settled.class);
    stage.seen(orderRef(order)).quiet();
    assertThat(stage.passed(link.pair()).orElseThrow()).isInstanceOf(PassOutcome.Settled.class);
  }

  @Test
  void answersLostAfterTheCommitDoubleNothing() {
    String order = order("Silent Spruces Inc.", Map.of());
    line(order, "D0001", 2, "40");
    drop("SalesOrderHeadersV2");
    drop("SalesOrderLines");
    stage.control().patch("creatio/Order/" + order, Map.of("StatusId", IN_PROGRESS, "user", ANA));

    stage.seen(orderRef(order)).quiet();

    JsonNode all =
        stage
            .control()
            .get("d365/SalesOrderHeadersV2?OrderingCustomerAccountNumber=" + customer(link(order)));
    assertThat(all.path("value")).hasSize(1);
    assertThat(lines(link(order))).hasSize(1);
  }

  @Test
  void anUnknownItemParksTheOrderNamingTheLine() {
    String order = order("Unknown Umbrellas Inc.", Map.of());
    String product =
        stage
            .control()
            .post(
                "creatio/Product",
                Map.of("Name", "Ghost", "Code", "GHOST-1", "CurrencyId", dollar, "user", ANA))
            .path("Id")
            .asText();
    lineOf(order, product, 1, "10");
    confirm(order);

    Link link = link(order);
    assertThat(problem(link)).isEqualTo("OrderRule");
    assertThat(((PassOutcome.NeedsPerson) stage.passed(link.pair()).orElseThrow()).problem().what())
        .contains("Line 1")
        .contains("GHOST-1");
    assertThat(lines(link)).isEmpty();
    assertThat(creatio(order).path("UsrD365SyncStatus").asText()).isEqualTo("Needs a person");
    assertThat(creatio(order).path("UsrD365SyncMessage").asText()).contains("GHOST-1");
  }

  @Test
  void anOrderWithoutLinesIsNotPlaced() {
    String order = order("Empty Elms Inc.", Map.of());
    confirm(order);

    Link link = link(order);
    assertThat(problem(link)).isEqualTo("OrderWithoutLines");
    assertThat(link.state()).isEqualTo(LinkState.RESERVED);
  }

  @Test
  void aCancelledOrderIsStoppedAndPutToAPerson() {
    String order = placed("Cancelled Cedars Inc.");
    edit("Order", order, Map.of("StatusId", CANCELED));
    stage.seen(orderRef(order)).quiet();

    Link link = link(order);
    assertThat(problem(link)).isEqualTo("CancelledInCreatio");
    assertThat(salesOrder(link).path("IsSalesProcessingStopped").asText()).isEqualTo("Yes");

    act(link, "cancel", Map.of());
    stage.seen(link.record(Side.D365)).quiet();
    assertThat(stage.passed(link.pair()).orElseThrow()).isInstanceOf(PassOutcome.Settled.class);
  }

  private static void drop(String set) {
    stage
        .control()
        .post(
            "faults",
            Map.of("name", "drop-answer", "system", "d365", "method", "POST", "set", set));
  }

  private static String problem(Link link) {
    PassOutcome outcome = stage.passed(link.pair()).orElseThrow();
    assertThat(outcome).isInstanceOf(PassOutcome.NeedsPerson.class);
    return ((PassOutcome.NeedsPerson) outcome).problem().failure();
  }

  private static String placed(String company) {
    String order = order(company, Map.of());
    line(order, "D0001", 3, "40");
    confirm(order);
    assertThat(link(order).state()).isEqualTo(LinkState.LIVE);
    return order;
  }

  private static void confirm(String order) {
    edit("Order", order, Map.of("StatusId", IN_PROGRESS));
    stage.seen(orderRef(order)).quiet();
  }

  private static String order(String company, Map<String, String> more) {
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("Name", company);
    account.put("TypeId", Users.CUSTOMER_TYPE);
    account.put("UsrCurrencyId", dollar);
    account.put("UsrCustomerGroup", "10");
    account.put("UsrPaymentTerms", "Net30");
    String id = stage.users().newAccount(ANA, account);
    Map<String, @Nullable Object> order = new LinkedHashMap<>(more);
    order.put("AccountId", id);
    order.put("CurrencyId", dollar);
    order.put("user", ANA);
    return stage.control().post("creatio/Order", order).path("Id").asText();
  }

  private static String line(String order, String code, int quantity, String price) {
    return lineOf(order, stage.users().lookUp("Product", "Code", code), quantity, price);
  }

  private static String lineOf(String order, String product, int quantity, String price) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("OrderId", order);
    line.put("ProductId", product);
    line.put("Name", "a product");
    line.put("Quantity", quantity);
    line.put("Price", new BigDecimal(price));
    line.put("user", ANA);
    return stage.control().post("creatio/OrderProduct", line).path("Id").asText();
  }

  private static void edit(String set, String id, Map<String, ?> columns) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(columns);
    body.put("user", ANA);
    stage.control().patch("creatio/" + set + "/" + id, body);
  }

  private static void act(Link link, String act, Map<String, ?> body) {
    stage
        .control()
        .post("d365/orders/usmf/" + link.d365Key() + "/" + act, new LinkedHashMap<>(body));
  }

  private static RecordRef accountRef(String order) {
    String account = creatio(order).path("AccountId").asText();
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account);
  }

  private static RecordRef orderRef(String id) {
    return RecordRef.creatio(SyncObjectName.ORDER_SALES_ORDER, id);
  }

  private static Link link(String order) {
    PairId pair = new PairId(SyncObjectName.ORDER_SALES_ORDER, USMF, order);
    return stage.stores().links().find(pair).orElseThrow();
  }

  private static JsonNode salesOrder(Link link) {
    return stage
        .control()
        .get("d365/SalesOrderHeadersV2?SalesOrderNumber=" + link.d365Key())
        .path("value")
        .path(0);
  }

  private static String customer(Link link) {
    return salesOrder(link).path("OrderingCustomerAccountNumber").asText();
  }

  private static List<JsonNode> lines(Link link) {
    return rows("d365/SalesOrderLines?SalesOrderNumber=" + link.d365Key());
  }

  private static JsonNode creatio(String order) {
    return stage.control().get("creatio/Order/" + order);
  }

  private static List<JsonNode> creatioLines(String order) {
    return rows("creatio/OrderProduct?OrderId=" + order);
  }

  private static List<JsonNode> rows(String path) {
    List<JsonNode> rows = new ArrayList<>();
    stage.control().get(path).path("value").forEach(rows::add);
    return rows;
  }
}
