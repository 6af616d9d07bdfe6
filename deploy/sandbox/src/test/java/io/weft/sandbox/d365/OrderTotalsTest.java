package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderTotalsTest {
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

  private static BigDecimal of(JsonNode row, String name) {
    return row.path(name).decimalValue();
  }

  @Test
  void sumsLinesAndTaxesWithoutMovingTheEtag() {
    String number = desk.order();
    String etag = desk.read(number).path("@odata.etag").asText();

    desk.lot(number, "D0001", ",\"OrderedSalesQuantity\":10");

    JsonNode row = desk.read(number);
    assertThat(of(row, "OrderTotalTaxAmount")).isEqualByComparingTo("33");
    assertThat(of(row, "OrderTotalAmount")).isEqualByComparingTo("433");
    assertThat(row.path("AreTotalsCalculated").asText()).isEqualTo("Yes");
    assertThat(row.path("@odata.etag").asText()).isEqualTo(etag);
  }

  @Test
  void takesAnAmountOffEachUnitAndThenAPercentage() {
    String number = desk.order();

    JsonNode line =
        desk.line(
                number,
                "D0001",
                ",\"OrderedSalesQuantity\":4,\"SalesPrice\":50,\"LineDiscountAmount\":5,\"LineDiscountPercentage\":10")
            .json();

    assertThat(of(line, "LineAmount")).isEqualByComparingTo("162");
  }

  @Test
  void knowsPricesForAHundred() {
    String number = desk.order();

    JsonNode line = desk.line(number, "C0100", ",\"OrderedSalesQuantity\":250").json();

    assertThat(of(line, "SalesPriceQuantity")).isEqualByComparingTo("100");
    assertThat(of(line, "LineAmount")).isEqualByComparingTo("30");
  }

  @Test
  void findsTheTaxInsidePricesThatIncludeIt() {
    String number =
        desk.header("demf", ",\"ArePricesIncludingSalesTax\":\"Yes\"")
            .json()
            .path("SalesOrderNumber")
            .asText();
    desk.erp.call(
        "POST", OrderDesk.LINES, OrderDesk.body("demf", number, "D0001", ",\"SalesPrice\":119"));

    JsonNode row =
        desk.erp
            .get(
                "/data/SalesOrderHeadersV2(dataAreaId='demf',SalesOrderNumber='%s')?cross-company=true"
                    .formatted(number))
            .json();
    assertThat(of(row, "OrderTotalTaxAmount")).isEqualByComparingTo("19");
    assertThat(of(row, "OrderTotalAmount")).isEqualByComparingTo("119");
  }

  @Test
  void countsDiscountOnTheWholeAndCharges() {
    desk.erp.settings("{\"autoCharge.usmf\":7.5}");
    String number = desk.order();
    desk.lot(number, "D0001", ",\"OrderedSalesQuantity\":10,\"SalesTaxGroupCode\":\"NonTax\"");
    desk.erp.call("PATCH", OrderDesk.headerKey(number), "{\"TotalDiscountPercentage\":10}");

    JsonNode row = desk.read(number);
    assertThat(of(row, "OrderTotalDiscountAmount")).isEqualByComparingTo("40");
    assertThat(of(row, "OrderTotalChargesAmount")).isEqualByComparingTo("7.5");
    assertThat(of(row, "OrderTotalTaxAmount")).isEqualByComparingTo("0");
    assertThat(of(row, "OrderTotalAmount")).isEqualByComparingTo("367.5");
  }

  @Test
  void believesAnAmountOnlyWhereNoneIsToBeCalculated() {
    String number = desk.order();

    JsonNode ignored = desk.line(number, "D0001", ",\"LineAmount\":1").json();
    JsonNode taken =
        desk.line(number, "D0001", ",\"LineAmount\":1,\"CalculateLineAmount\":\"No\"").json();

    assertThat(of(ignored, "LineAmount")).isEqualByComparingTo("40");
    assertThat(of(taken, "LineAmount")).isEqualByComparingTo("1");
  }

  @Test
  void followsChangesAndDeletions() {
    String number = desk.order();
    String first = desk.lot(number, "D0001", ",\"SalesTaxGroupCode\":\"NonTax\"");
    String second = desk.lot(number, "D0003", ",\"SalesTaxGroupCode\":\"NonTax\"");

    desk.erp.call("PATCH", OrderDesk.lineKey(first), "{\"OrderedSalesQuantity\":3}");
    assertThat(of(desk.readLine(first), "LineAmount")).isEqualByComparingTo("120");
    assertThat(of(desk.read(number), "OrderTotalAmount")).isEqualByComparingTo("619");

    assertThat(desk.erp.call("DELETE", OrderDesk.lineKey(second), "").status()).isEqualTo(204);
    assertThat(of(desk.read(number), "OrderTotalAmount")).isEqualByComparingTo("120");
  }

  @Test
  void leavesSumsOldWhereTheCompanyComputesThemLate() {
    desk.erp.settings("{\"calculateTotals.usmf\":false}");
    String number = desk.order();
    desk.lot(number, "D0001", "");

    assertThat(desk.read(number).path("AreTotalsCalculated").asText()).isEqualTo("No");
    assertThat(of(desk.read(number), "OrderTotalAmount")).isEqualByComparingTo("0");
    desk.done(number, "recalculate", "{}");
    assertThat(of(desk.read(number), "OrderTotalAmount")).isEqualByComparingTo("43.3");
  }

  @Test
  void convertsPricesIntoTheOrdersCurrency() {
    String number =
        desk.header("usmf", ",\"CurrencyCode\":\"EUR\",\"DefaultShippingWarehouseId\":\"11\"")
            .json()
            .path("SalesOrderNumber")
            .asText();

    JsonNode line = desk.line(number, "D0001", "").json();

    assertThat(line.path("CurrencyCode").asText()).isEqualTo("EUR");
    assertThat(of(line, "SalesPrice")).isEqualByComparingTo("37.04");
  }
}
