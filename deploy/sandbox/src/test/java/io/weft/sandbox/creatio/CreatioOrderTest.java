package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreatioOrderTest extends CreatioFixture {
  private JsonNode order(String id) {
    return api.read(ROOT + "Order(" + id + ")");
  }

  private String line(String order, String more) {
    return create("OrderProduct", "{\"OrderId\":\"" + order + "\"" + more + "}");
  }

  private JsonNode product(String id) {
    return api.read(ROOT + "OrderProduct(" + id + ")");
  }

  private void change(String set, String id, String body) {
    assertThat(api.patch(ROOT + set + "(" + id + ")", body).statusCode()).isEqualTo(204);
  }

  private double amount(String order) {
    return order(order).path("Amount").asDouble();
  }

  @Test
  void beginsAsADraftInTheBaseCurrency() {
    JsonNode row = userCreates("Order", "{\"user\":\"Ana Ruiz\"}");

    assertThat(row.path("StatusId").asText()).isEqualTo(SalesIds.DRAFT.toString());
    assertThat(row.path("PaymentStatusId").asText()).isEqualTo(SalesIds.PAYMENT_PLANNED.toString());
    assertThat(row.path("DeliveryStatusId").asText())
        .isEqualTo(SalesIds.DELIVERY_PLANNED.toString());
    assertThat(row.path("DeliveryTypeId").asText()).isEqualTo(SalesIds.COURIER.toString());
    assertThat(row.path("PaymentTypeId").asText()).isEqualTo(SalesIds.WIRE.toString());
    assertThat(row.path("CurrencyId").asText()).isEqualTo(BaseData.currencyId("USD").toString());
    assertThat(row.path("CurrencyRate").asInt()).isEqualTo(1);
    assertThat(row.path("OwnerId").asText()).isEqualTo(Users.contactOf("Ana Ruiz").toString());
    assertThat(row.path("Date").asText()).isEqualTo(row.path("CreatedOn").asText());
  }

  @Test
  void drawsANumberOnlyWhereThereIsNone() {
    person.post(
        "/control/creatio/settings", "{\"orderCodeMask\":\"SO-{0:0000}\",\"orderLastNumber\":41}");

    String drawn = create("Order", "{}");
    String own = create("Order", "{\"Number\":\"EXT-7\"}");
    String next = create("Order", "{\"Number\":\"\"}");

    assertThat(order(drawn).path("Number").asText()).isEqualTo("SO-0042");
    assertThat(order(own).path("Number").asText()).isEqualTo("EXT-7");
    assertThat(order(next).path("Number").asText()).isEqualTo("SO-0043");
    change("Order", drawn, "{\"Notes\":\"x\"}");
    assertThat(order(drawn).path("Number").asText()).isEqualTo("SO-0042");
  }

  @Test
  void sumsItsLinesUp() {
    String id = create("Order", "{}");
    String first = line(id, ",\"TotalAmount\":10.50,\"PrimaryTotalAmount\":10.50");
    line(id, ",\"TotalAmount\":4.25,\"PrimaryTotalAmount\":4");
    assertThat(amount(id)).isEqualTo(14.75);
    assertThat(order(id).path("PrimaryAmount").asDouble()).isEqualTo(14.5);

    change("OrderProduct", first, "{\"TotalAmount\":1}");
    assertThat(amount(id)).isEqualTo(5.25);

    api.delete(ROOT + "OrderProduct(" + first + ")");
    assertThat(amount(id)).isEqualTo(4.25);
    JsonNode entries = journal("set=Order&key=" + id);
    JsonNode last = entries.path(entries.size() - 1);
    assertThat(last.path("client").asText()).isEqualTo("server");
    assertThat(last.path("after").path("Amount").asDouble()).isEqualTo(4.25);
  }

  @Test
  void isNotTouchedByALineWhoseSumStays() {
    String id = create("Order", "{}");
    String line = line(id, ",\"TotalAmount\":10");
    String stamp = order(id).path("ModifiedOn").asText();

    change("OrderProduct", line, "{\"DeliveryDate\":\"2026-03-01T00:00:00Z\"}");

    assertThat(order(id).path("ModifiedOn").asText()).isEqualTo(stamp);
    assertThat(product(line).path("ModifiedOn").asText()).isGreaterThan(stamp);
  }

  @Test
  void sumsBothOrdersWhenALineMoves() {
    String one = create("Order", "{}");
    String other = create("Order", "{}");
    String line = line(one, ",\"TotalAmount\":10");

    change("OrderProduct", line, "{\"OrderId\":\"" + other + "\"}");

    assertThat(amount(one)).isZero();
    assertThat(amount(other)).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 4721338e-a5f1-4529-96be-d3f311518812",
    "40, a2f17c7b-956b-47c8-9ea5-b545b74a26f6",
    "0, 448d1338-d3a5-4fd4-9a6e-769403f89896",
    "140, 448d1338-d3a5-4fd4-9a6e-769403f89896"
  })
  void letsThePaymentStatusFollowWhatIsPaid(String paid, String status) {
    String id = create("Order", "{}");
    line(id, ",\"TotalAmount\":100");

    change(
        "Order",
        id,
        "{\"PaymentAmount\":"
            + paid
            + ",\"PaymentStatusId\":\"448d1338-d3a5-4fd4-9a6e-769403f89896\"}");

    assertThat(order(id).path("PaymentStatusId").asText()).isEqualTo(status);
  }

  @Test
  void isNoLongerPaidWhenALineIsAdded() {
    String id = create("Order", "{}");
    line(id, ",\"TotalAmount\":100");
    change("Order", id, "{\"PaymentAmount\":100}");

    line(id, ",\"TotalAmount\":50");

    assertThat(order(id).path("PaymentStatusId").asText())
        .isEqualTo(SalesIds.PAYMENT_PARTIAL.toString());
  }

  @Test
  void keepsALineAsItWasSentAndLendsItItsCurrency() {
    String euro = BaseData.currencyId("EUR").toString();
    String id = create("Order", "{\"CurrencyId\":\"" + euro + "\",\"CurrencyRate\":0.92}");

    String line = line(id, ",\"Price\":10,\"Quantity\":2.5,\"DiscountPercent\":10");

    JsonNode row = product(line);
    assertThat(row.path("Quantity").asDouble()).isEqualTo(2.5);
    assertThat(row.path("Amount").asDouble()).isZero();
    assertThat(row.path("TotalAmount").asDouble()).isZero();
    assertThat(row.path("CurrencyId").asText()).isEqualTo(euro);
    assertThat(row.path("CurrencyRate").asDouble()).isEqualTo(0.92);
  }

  @ParameterizedTest
  @CsvSource({"true, 15.97, 100.00", "false, 19.00, 119.00"})
  void computesTheLineWhereAProcessDoes(boolean within, double tax, double total) {
    person.post(
        "/control/creatio/settings",
        "{\"calcOrderProductTotalWithProcess\":true,\"priceWithTaxes\":" + within + "}");
    String id = create("Order", "{}");

    String line =
        line(id, ",\"Price\":62.5,\"Quantity\":2,\"DiscountPercent\":20,\"DiscountTax\":19");

    JsonNode row = product(line);
    assertThat(row.path("Amount").asDouble()).isEqualTo(125);
    assertThat(row.path("DiscountAmount").asDouble()).isEqualTo(25);
    assertThat(row.path("TaxAmount").asDouble()).isEqualTo(tax);
    assertThat(row.path("TotalAmount").asDouble()).isEqualTo(total);
    assertThat(row.path("PrimaryTotalAmount").asDouble()).isEqualTo(total);
    assertThat(amount(id)).isEqualTo(total);
  }

  @Test
  void takesItsLinesIntoAnotherCurrency() {
    String id = create("Order", "{}");
    String line =
        line(
            id,
            ",\"Price\":50,\"PrimaryPrice\":50,\"Quantity\":2,"
                + "\"TotalAmount\":100,\"PrimaryTotalAmount\":100");

    change("Order", id, "{\"CurrencyId\":\"" + BaseData.currencyId("EUR") + "\"}");

    JsonNode row = product(line);
    assertThat(row.path("CurrencyId").asText()).isEqualTo(BaseData.currencyId("EUR").toString());
    assertThat(row.path("Price").asDouble()).isEqualTo(46);
    assertThat(row.path("TotalAmount").asDouble()).isEqualTo(92);
    assertThat(row.path("PrimaryTotalAmount").asDouble()).isEqualTo(100);
    assertThat(order(id).path("CurrencyRate").asDouble()).isEqualTo(0.92);
    assertThat(amount(id)).isEqualTo(92);
    assertThat(order(id).path("PrimaryAmount").asDouble()).isEqualTo(100);
  }

  @Test
  void takesItsLinesAlongWhenDeleted() {
    String id = create("Order", "{}");
    line(id, ",\"TotalAmount\":10");
    line(id, ",\"TotalAmount\":20");

    assertThat(api.delete(ROOT + "Order(" + id + ")").statusCode()).isEqualTo(204);

    assertThat(rows("OrderProduct", "Order/Id eq " + id)).isEmpty();
  }

  @Test
  void keepsItsAccountFromBeingDeletedByAnIntegration() {
    String account = create("Account", "{\"Name\":\"A\"}");
    create("Order", "{\"AccountId\":\"" + account + "\"}");

    assertThat(api.delete(ROOT + "Account(" + account + ")").statusCode()).isEqualTo(500);
    assertThat(account(account).path("Name").asText()).isEqualTo("A");
  }

  @Test
  void movesToTheSurvivorOfItsAccount() {
    String oldest = create("Account", "{\"Name\":\"A\"}");
    String loser = create("Account", "{\"Name\":\"B\"}");
    String id = create("Order", "{\"AccountId\":\"" + loser + "\"}");

    person.post("/control/creatio/merge", "{\"ids\":[\"" + oldest + "\",\"" + loser + "\"]}");

    assertThat(order(id).path("AccountId").asText()).isEqualTo(oldest);
  }

  @Test
  void shipsWithItsStatusesAndTakesOneOfItsOwn() {
    JsonNode shipped = rows("OrderStatus", "FinalStatus eq true");
    assertThat(shipped.findValuesAsText("Id"))
        .containsExactlyInAnyOrder(SalesIds.COMPLETED.toString(), SalesIds.CANCELED.toString());

    JsonNode own = userCreates("OrderStatus", "{\"Name\":\"Confirmed\",\"Position\":7}");
    String id = create("Order", "{}");
    String status = "{\"StatusId\":\"" + own.path("Id").asText() + "\"}";
    assertThat(person.patch("/control/creatio/Order/" + id, status).statusCode()).isEqualTo(200);

    assertThat(rows("Order", "Status/Name eq 'Confirmed'")).hasSize(1);
  }

  @Test
  void takesTwentyLinesInOneBatch() {
    String id = create("Order", "{}");
    String batch =
        IntStream.rangeClosed(1, 20)
            .mapToObj(
                i ->
                    "{\"id\":\""
                        + i
                        + "\",\"method\":\"POST\",\"url\":\"OrderProduct\",\"body\":{\"OrderId\":\""
                        + id
                        + "\",\"TotalAmount\":"
                        + i
                        + "}}")
            .collect(Collectors.joining(",", "{\"requests\":[", "]}"));

    JsonNode responses = Talk.json(api.post(ROOT + "$batch", batch)).path("responses");

    assertThat(responses.findValuesAsText("status")).hasSize(20).containsOnly("201");
    assertThat(amount(id)).isEqualTo(210);
    JsonNode read = api.read(ROOT + "Order(" + id + ")?$expand=OrderProductCollectionByOrder");
    assertThat(read.path("OrderProductCollectionByOrder")).hasSize(20);
  }

  @Test
  void takesConditionalWritesOfTheOlderService() {
    String id = create("Order", "{\"Number\":\"N-1\"}");
    String query =
        """
        {"rootSchemaName":"Order","columnValues":{"items":{
          "UsrD365SalesOrderNumber":{"expressionType":2,"parameter":{"value":"SO-1"}}}},
         "filters":{"filterType":6,"items":{"f":{"filterType":1,"comparisonType":3,
          "leftExpression":{"columnPath":"%s"},
          "rightExpression":{"parameter":{"value":"%s"}}}}}}""";
    String path = "/0/DataService/json/SyncReply/UpdateQuery";

    JsonNode done = Talk.json(api.post(path, query.formatted("Number", "N-1")));
    JsonNode none = Talk.json(api.post(path, query.formatted("UsrD365SalesOrderNumber", "")));

    assertThat(done.path("rowsAffected").asInt()).isEqualTo(1);
    assertThat(none.path("rowsAffected").asInt()).isZero();
    assertThat(order(id).path("UsrD365SalesOrderNumber").asText()).isEqualTo("SO-1");
  }

  @Test
  void refusesAnOrderWithoutCurrencyAndALineOfNoOrder() {
    String id = create("Order", "{}");
    String none = "{\"CurrencyId\":\"" + Ids.ZERO + "\"}";

    assertThat(api.patch(ROOT + "Order(" + id + ")", none).body()).contains("must be filled in");
    assertThat(api.post(ROOT + "OrderProduct", "{\"OrderId\":\"" + Ids.SUPERVISOR + "\"}").body())
        .contains("foreign key constraint");
  }
}
