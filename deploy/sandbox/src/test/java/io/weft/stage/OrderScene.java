package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.Link;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order, and what people do with it in both systems. */
final class OrderScene implements AutoCloseable {
  private static final String IN_PROGRESS = "c8742634-ea8b-46d9-ba71-1989b951772d";

  final ObjectStage stage;
  final String order;

  private OrderScene(ObjectStage stage, String order) {
    this.stage = stage;
    this.order = order;
  }

  /**
   * A stage of its own with a draft of an order for three of D0001 at 40 dollars.
   *
   * @param settings lines of the block {@code order}, indented by two
   */
  static OrderScene start(Path directory, String settings) {
    OrderScene scene = of(stage(directory, settings), "Confirmed Cypresses Inc.", Map.of());
    String unused = scene.addLine("D0001", 3, 40);
    return scene;
  }

  /**
   * A stage with orders and a few products.
   *
   * @param settings as in {@link #start}
   */
  static ObjectStage stage(Path directory, String settings) {
    ObjectStage stage =
        ObjectStage.start(
            directory,
            text ->
                text.replace(
                        "  account-customer:\n    mode: write",
                        "  account-customer:\n    mode: write\n  order-sales-order:\n    mode: write")
                    + "\norder:\n"
                    + settings
                    + "\n  warehouses:\n    usmf: \"24\"\n");
    stage.control().post("creatio/seed", Map.of("products", 8));
    return stage;
  }

  /** A draft in dollars without lines, of a customer of its own. */
  static OrderScene of(ObjectStage stage, String company, Map<String, ?> columns) {
    String dollar = stage.users().lookUp("Currency", "ShortName", "USD");
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("Name", company);
    account.put("TypeId", Users.CUSTOMER_TYPE);
    account.put("UsrCurrencyId", dollar);
    account.put("UsrCustomerGroup", "10");
    account.put("UsrPaymentTerms", "Net30");
    String customer = stage.users().newAccount("Ana Ruiz", account);
    Map<String, @Nullable Object> order = new LinkedHashMap<>(columns);
    order.put("AccountId", customer);
    order.put("CurrencyId", dollar);
    return new OrderScene(stage, made(stage, "Order", order));
  }

  private static String made(ObjectStage stage, String set, Map<String, ?> columns) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(columns);
    body.put("user", "Ana Ruiz");
    return stage.control().post("creatio/" + set, body).path("Id").asText();
  }

  /** A record that somebody makes in Creatio; returns its id. */
  String made(String set, Map<String, ?> columns) {
    return made(stage, set, columns);
  }

  /** A further draft of the same customer, with a line like the first one's. */
  OrderScene another() {
    JsonNode first = creatio();
    String id =
        made(
            "Order",
            Map.of(
                "AccountId", first.path("AccountId").asText(),
                "CurrencyId", first.path("CurrencyId").asText()));
    OrderScene scene = new OrderScene(stage, id);
    String unused = scene.addLine("D0001", 3, 40);
    return scene;
  }

  /** All sales orders of the tenant that Weft has made. */
  List<JsonNode> ordersInD365() {
    return rows("d365/SalesOrderHeadersV2").stream()
        .filter(row -> !row.path("CustomersOrderReference").asText().isEmpty())
        .toList();
  }

  /** Adds a line in Creatio, told to nobody; returns its id. */
  String addLine(String code, int quantity, int price) {
    return addLineOf(stage.users().lookUp("Product", "Code", code), quantity, price);
  }

  /** As {@link #addLine}, of a product named by its id. */
  String addLineOf(String product, int quantity, int price) {
    return made(
        stage,
        "OrderProduct",
        Map.of(
            "OrderId",
            order,
            "ProductId",
            product,
            "Name",
            "x",
            "Quantity",
            quantity,
            "Price",
            price));
  }

  /** The order is confirmed in Creatio and stands in D365. */
  OrderScene placed() {
    inProgress();
    return seen();
  }

  /** Confirmed in Creatio, told to nobody. */
  void inProgress() {
    editOrder(Map.of("StatusId", IN_PROGRESS));
  }

  /** The same, and D365 has confirmed it to the customer. */
  OrderScene confirmed() {
    placed().act("confirm", Map.of("date", "2026-03-02"));
    return this;
  }

  OrderScene seen() {
    stage.seen(ref()).quiet();
    return this;
  }

  void act(String act, Map<String, ?> body) {
    String path = "d365/orders/usmf/" + link().d365Key() + "/" + act;
    stage.control().post(path, new LinkedHashMap<>(body));
  }

  void editOrder(Map<String, ?> columns) {
    edit("Order", order, columns);
  }

  /** Edits a line, counted from nothing. */
  void editLine(int line, Map<String, ?> columns) {
    edit("OrderProduct", lines().get(line).path("Id").asText(), columns);
  }

  /** Edits the account that the order is of. */
  void editAccount(Map<String, ?> columns) {
    edit("Account", accountRef().key(), columns);
  }

  private void edit(String set, String id, Map<String, ?> columns) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(columns);
    body.put("user", "Ana Ruiz");
    stage.control().patch("creatio/" + set + "/" + id, body);
  }

  void removeLine(String id) {
    stage.control().delete("creatio/OrderProduct/" + id + "?user=ana");
  }

  JsonNode creatio() {
    return stage.control().get("creatio/Order/" + order);
  }

  JsonNode header() {
    return rows("d365/SalesOrderHeadersV2?SalesOrderNumber=" + link().d365Key()).get(0);
  }

  List<JsonNode> lines() {
    return rows("creatio/OrderProduct?OrderId=" + order);
  }

  List<JsonNode> salesLines() {
    return rows("d365/SalesOrderLines?SalesOrderNumber=" + link().d365Key());
  }

  private List<JsonNode> rows(String path) {
    List<JsonNode> rows = new ArrayList<>();
    stage.control().get(path).path("value").forEach(rows::add);
    return rows;
  }

  PassOutcome passed() {
    return stage.passed(link().pair()).orElseThrow();
  }

  /** What a person was asked in the last pass. */
  Problem problem() {
    PassOutcome outcome = passed();
    assertThat(outcome).isInstanceOf(PassOutcome.NeedsPerson.class);
    return ((PassOutcome.NeedsPerson) outcome).problem();
  }

  Link link() {
    PairId pair = new PairId(SyncObjectName.ORDER_SALES_ORDER, new LegalEntity("usmf"), order);
    return stage.stores().links().find(pair).orElseThrow();
  }

  RecordRef ref() {
    return RecordRef.creatio(SyncObjectName.ORDER_SALES_ORDER, order);
  }

  RecordRef accountRef() {
    String account = creatio().path("AccountId").asText();
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account);
  }

  @Override
  public void close() {
    stage.close();
  }
}
