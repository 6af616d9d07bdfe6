package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.d365.Write;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sales order's lines, all or none, as the ERP takes them. */
final class OrderChangesetTest {
  private Clients clients;
  private D365Client d365;

  @BeforeEach
  void start() {
    clients = new Clients();
    d365 = clients.d365();
    Map<String, Object> customer = body();
    customer.put("CustomerAccount", "US-1");
    customer.put("OrganizationName", "Fabrikam");
    customer.put("CustomerGroupId", "10");
    customer.put("SalesCurrencyCode", "USD");
    d365.create("CustomersV3", customer);
  }

  @AfterEach
  void stop() {
    clients.close();
  }

  @Test
  void placesAllLinesAtOnce() {
    String order = order();

    List<Row> rows = d365.changeset(lines(order, "D0001", "S0001", "D0004"));

    assertThat(rows)
        .extracting(row -> row.text("ItemNumber"))
        .containsExactly("D0001", "S0001", "D0004");
    assertThat(rows).allSatisfy(row -> assertThat(row.text("InventoryLotId")).isNotBlank());
    assertThat(rows).allSatisfy(row -> assertThat(row.etag()).isNotBlank());
    assertThat(items(order)).containsExactlyInAnyOrder("D0001", "S0001", "D0004");
  }

  @Test
  void writesNothingWhereOneLineIsBad() {
    String order = order();

    RemoteException.Rejected failure =
        catchThrowableOfType(
            RemoteException.Rejected.class,
            () -> d365.changeset(lines(order, "D0001", "NOPE", "D0004")));

    assertThat(failure)
        .hasMessageStartingWith("write 2 of 3: SalesOrderLines.create answered 400: ")
        .hasMessageContaining("The value 'NOPE' in field 'Item number' is not found");
    assertThat(items(order)).isEmpty();
  }

  @Test
  void placesHeaderAndLinesTogetherWhereTheNumberIsOurs() {
    clients.control("d365/settings", "{\"manualNumbers.usmf\":true}");
    List<Write> bad = new ArrayList<>(List.of(header("CRT-7")));
    bad.addAll(lines("CRT-7", "D0001", "L-1"));
    List<Write> good = new ArrayList<>(List.of(header("CRT-7")));
    good.addAll(lines("CRT-7", "D0001", "S0001"));

    RemoteException.Rejected blocked =
        catchThrowableOfType(RemoteException.Rejected.class, () -> d365.changeset(bad));
    assertThat(blocked).hasMessageStartingWith("write 3 of 3").hasMessageContaining("is blocked");
    assertThat(d365.read(headerKey("CRT-7"), Columns.of("SalesOrderNumber"))).isEmpty();

    assertThat(d365.changeset(good)).hasSize(3);
    assertThat(items("CRT-7")).containsExactlyInAnyOrder("D0001", "S0001");

    RemoteException.Conflict again =
        catchThrowableOfType(RemoteException.Conflict.class, () -> d365.changeset(good));
    assertThat(again.kind()).isEqualTo(RemoteException.Conflict.Kind.EXISTS);
    assertThat(items("CRT-7")).hasSize(2);
  }

  @Test
  void changesAddsAndRemovesInOne() {
    String order = order();
    List<Row> first = d365.changeset(lines(order, "D0001", "S0001"));

    List<Row> rows =
        d365.changeset(
            List.of(
                new Write.Update(
                    lineKey(first.get(0)),
                    first.get(0).etag(),
                    Map.of("OrderedSalesQuantity", new BigDecimal(7))),
                new Write.Delete(lineKey(first.get(1)), null),
                line(order, "D0004")));

    assertThat(rows)
        .extracting(row -> row.has("InventoryLotId"))
        .containsExactly(false, false, true);
    assertThat(items(order)).containsExactlyInAnyOrder("D0001", "D0004");
    assertThat(quantity(first.get(0))).isEqualByComparingTo("7");
  }

  @Test
  void writesNothingWhereOneRowMoved() {
    String order = order();
    Row seen = d365.changeset(lines(order, "D0001")).get(0);
    d365.update(lineKey(seen), null, Map.of("OrderedSalesQuantity", new BigDecimal(3)));

    RemoteException.Conflict failure =
        catchThrowableOfType(
            RemoteException.Conflict.class,
            () ->
                d365.changeset(
                    List.of(
                        line(order, "D0004"),
                        new Write.Update(
                            lineKey(seen),
                            seen.etag(),
                            Map.of("OrderedSalesQuantity", new BigDecimal(9))))));

    assertThat(failure.kind()).isEqualTo(RemoteException.Conflict.Kind.MOVED);
    assertThat(failure).hasMessageStartingWith("write 2 of 2");
    assertThat(items(order)).containsExactly("D0001");
    assertThat(quantity(seen)).isEqualByComparingTo("3");
  }

  @Test
  void aThrottledLineLeavesNothingBehind() {
    String order = order();
    clients.control(
        "faults",
        "{\"name\":\"throttle\",\"system\":\"d365\",\"set\":\"SalesOrderLines\","
            + "\"retryAfterSeconds\":1}");

    RemoteException.Throttled failure =
        catchThrowableOfType(
            RemoteException.Throttled.class, () -> d365.changeset(lines(order, "D0001", "S0001")));

    assertThat(failure.retryAfter()).hasSeconds(1);
    assertThat(itemsSeenBySomeoneElse(order)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-answer", "truncated"})
  void aLostAnswerIsAnOpenOutcome(String fault) {
    String order = order();
    clients.control(
        "faults",
        "{\"name\":\"" + fault + "\",\"system\":\"d365\",\"method\":\"POST\",\"set\":\"*\"}");

    RemoteException.Unavailable failure =
        catchThrowableOfType(
            RemoteException.Unavailable.class,
            () -> d365.changeset(lines(order, "D0001", "S0001")));

    assertThat(failure.sent()).isTrue();
    assertThat(items(order)).containsExactlyInAnyOrder("D0001", "S0001");
  }

  private String order() {
    Map<String, Object> body = body();
    body.put("OrderingCustomerAccountNumber", "US-1");
    body.put("InvoiceCustomerAccountNumber", "US-1");
    body.put("DefaultShippingWarehouseId", "11");
    return String.valueOf(d365.create("SalesOrderHeadersV2", body).text("SalesOrderNumber"));
  }

  private static Write header(String number) {
    Map<String, Object> body = body();
    body.put("SalesOrderNumber", number);
    body.put("OrderingCustomerAccountNumber", "US-1");
    body.put("InvoiceCustomerAccountNumber", "US-1");
    body.put("DefaultShippingWarehouseId", "11");
    return new Write.Create("SalesOrderHeadersV2", body);
  }

  private static List<Write> lines(String order, String... items) {
    List<Write> lines = new ArrayList<>();
    for (String item : items) {
      lines.add(line(order, item));
    }
    return lines;
  }

  private static Write line(String order, String item) {
    Map<String, Object> body = body();
    body.put("SalesOrderNumber", order);
    body.put("ItemNumber", item);
    body.put("OrderedSalesQuantity", new BigDecimal(2));
    return new Write.Create("SalesOrderLines", body);
  }

  private static Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dataAreaId", "usmf");
    return body;
  }

  private List<String> items(String order) {
    return items(d365, order);
  }

  /** Our own connection is held after a 429. */
  private List<String> itemsSeenBySomeoneElse(String order) {
    return items(clients.d365(), order);
  }

  private static List<String> items(D365Client client, String order) {
    D365Query query =
        D365Query.of(Columns.of("ItemNumber"))
            .where(
                D365Filter.all(
                    D365Filter.equal("dataAreaId", "usmf"),
                    D365Filter.equal("SalesOrderNumber", order)));
    return client.query("SalesOrderLines", query).rows().stream()
        .map(row -> String.valueOf(row.text("ItemNumber")))
        .toList();
  }

  private BigDecimal quantity(Row line) {
    return d365.read(lineKey(line), Columns.of("OrderedSalesQuantity"))
        .orElseThrow()
        .number("OrderedSalesQuantity");
  }

  private static EntityKey headerKey(String number) {
    return EntityKey.of("SalesOrderHeadersV2", "usmf", "SalesOrderNumber", number);
  }

  private static EntityKey lineKey(Row line) {
    return EntityKey.of(
        "SalesOrderLines", "usmf", "InventoryLotId", String.valueOf(line.text("InventoryLotId")));
  }
}
