package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderReadTest {
  private static OrderDesk desk;

  @BeforeAll
  static void start() {
    desk = new OrderDesk();
  }

  @AfterEach
  void clean() {
    desk.clean();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void expandsLinesOneLevelDeep() {
    String number = desk.order();
    String lot = desk.lot(number, "D0001", "");
    desk.lot(number, "D0003", "");

    JsonNode one =
        desk.erp
            .get(
                OrderDesk.headerKey(number)
                    + "&$select=SalesOrderNumber&$expand=SalesOrderLines($select=ItemNumber,InventoryLotId)")
            .json();
    JsonNode many =
        desk.erp
            .get(
                OrderDesk.HEADERS
                    + "&$filter=SalesOrderNumber eq '%s'&$expand=SalesOrderLines".formatted(number))
            .json();

    assertThat(one.path("SalesOrderLines")).hasSize(2);
    assertThat(one.at("/SalesOrderLines/0/InventoryLotId").asText()).isEqualTo(lot);
    assertThat(one.at("/SalesOrderLines/0").has("SalesPrice")).isFalse();
    assertThat(many.at("/value/0/SalesOrderLines/1/ItemNumber").asText()).isEqualTo("D0003");
    assertThat(desk.erp.get(OrderDesk.HEADERS + "&$expand=Customers").status()).isEqualTo(400);
    assertThat(
            desk.erp
                .get(OrderDesk.HEADERS + "&$expand=SalesOrderLines($expand=SalesOrderHeader)")
                .status())
        .isEqualTo(400);
    assertThat(desk.erp.get(OrderDesk.LINES + "&$expand=SalesOrderLines").status()).isEqualTo(400);
  }

  @Test
  void servesTheNewSetsInMetadata() {
    String xml = desk.erp.get("/data/$metadata").text();

    for (String set :
        List.of(
            "ContactPersons",
            "CDSParties",
            "PartyContactsV3",
            "Warehouses",
            "OperationalSitesV2",
            "ReleasedProductsV2",
            "SalesOrderHeadersV2",
            "SalesOrderLines",
            "SalesOrderConfirmationHeaders")) {
      assertThat(xml).contains("<EntitySet Name=\"" + set + "\"");
    }
    assertThat(xml)
        .contains("<NavigationProperty Name=\"SalesOrderLines\"")
        .contains(
            "<Property Name=\"CustomersOrderReference\" Type=\"Edm.String\" MaxLength=\"60\"/>")
        .contains("<Property Name=\"LineNumber\" Type=\"Edm.Decimal\"/>");
  }

  @Test
  void knowsOneCodeOfTwoWarehouses() {
    List<String> names = new ArrayList<>();
    desk.erp
        .get("/data/Warehouses?cross-company=true&$filter=WarehouseId eq '11'")
        .json()
        .path("value")
        .forEach(row -> names.add(row.path("WarehouseName").asText()));

    assertThat(names).containsExactlyInAnyOrder("Seattle main", "Hamburg port", "London main");
  }

  @Test
  void comesAndGoesInOneChangeset() {
    desk.erp.settings("{\"manualNumbers.usmf\":true}");
    String header =
        "{\"dataAreaId\":\"usmf\",\"SalesOrderNumber\":\"%1$s\",\"OrderingCustomerAccountNumber\":\"US-1\",\"InvoiceCustomerAccountNumber\":\"US-1\",\"DefaultShippingWarehouseId\":\"11\"}";
    String good =
        part("1", OrderDesk.HEADERS, header.formatted("B-1"))
            + part("2", OrderDesk.LINES, OrderDesk.body("usmf", "B-1", "D0001", ""))
            + part("3", OrderDesk.LINES, OrderDesk.body("usmf", "B-1", "D0003", ""));
    String bad =
        part("1", OrderDesk.HEADERS, header.formatted("B-2"))
            + part("2", OrderDesk.LINES, OrderDesk.body("usmf", "B-2", "D0001", ""))
            + part("3", OrderDesk.LINES, OrderDesk.body("usmf", "B-2", "L-1", ""));

    assertThat(send(good).text().split("HTTP/1.1 201 Created", -1)).hasSize(4);
    assertThat(
            desk.erp
                .get(OrderDesk.headerKey("B-1") + "&$expand=SalesOrderLines")
                .json()
                .path("SalesOrderLines"))
        .hasSize(2);
    assertThat(send(bad).text())
        .contains("Content-ID: 3")
        .contains("Item 'L-1' is blocked for 'Sales order'.");
    assertThat(desk.erp.get(OrderDesk.headerKey("B-2")).status()).isEqualTo(404);
    assertThat(
            desk.erp
                .get(OrderDesk.LINES + "&$filter=SalesOrderNumber eq 'B-2'")
                .json()
                .path("value"))
        .isEmpty();
  }

  private static String part(String id, String path, String body) {
    return """
        --c
        Content-Type: application/http
        Content-Transfer-Encoding: binary
        Content-ID: %s

        POST %s HTTP/1.1
        Content-Type: application/json

        %s
        """
        .replace("\n", "\r\n")
        .formatted(id, desk.erp.url() + path, body);
  }

  private static Erp365.Reply send(String parts) {
    return desk.erp.call(
        "POST",
        "/data/$batch",
        "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n" + parts + "--c--\r\n--b--\r\n",
        "Content-Type",
        "multipart/mixed; boundary=b");
  }
}
