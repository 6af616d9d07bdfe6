package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderWriteTest {
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
  void numbersAnOrderAndFillsItFromTheCustomer() {
    Erp365.Reply reply = desk.header("usmf", ",\"CustomersOrderReference\":\"crt:order:1\"");

    JsonNode row = reply.json();
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(row.path("SalesOrderNumber").asText()).matches("\\d{6}");
    assertThat(row.path("SalesOrderName").asText()).isEqualTo("Fabrikam US-1");
    assertThat(row.path("CurrencyCode").asText()).isEqualTo("USD");
    assertThat(row.path("PaymentTermsName").asText()).isEqualTo("Net30");
    assertThat(row.path("DeliveryModeCode").asText()).isEqualTo("10");
    assertThat(row.path("SalesTaxGroupCode").asText()).isEqualTo("TX");
    assertThat(row.path("DeliveryAddressCity").asText()).isEqualTo("Seattle");
    assertThat(row.path("FormattedDelveryAddress").asText()).contains("1 Pine St");
    assertThat(row.path("SalesOrderStatus").asText()).isEqualTo("Backorder");
    assertThat(row.path("SalesOrderProcessingStatus").asText()).isEqualTo("Active");
    assertThat(row.path("RequestedShippingDate").asText()).endsWith("T12:00:00Z");
    assertThat(reply.header("Location")).contains("SalesOrderNumber='");
  }

  @Test
  void takesTheSiteFromTheWarehouse() {
    JsonNode row = desk.header("usmf", ",\"DefaultShippingWarehouseId\":\"21\"").json();

    assertThat(row.path("DefaultShippingSiteId").asText()).isEqualTo("2");
    assertThat(desk.header("demf", "").json().path("DefaultShippingSiteId").asText())
        .isEqualTo("1");
    assertThat(
            desk.header(
                    "usmf",
                    ",\"DefaultShippingSiteId\":\"1\",\"DefaultShippingWarehouseId\":\"21\"")
                .infolog())
        .contains("Warehouse '21' does not belong to site '1'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"CurrencyCode\":\"XXX\";The value 'XXX' in field 'Currency' is not found",
        "\"DeliveryModeCode\":\"40\";The value '40' in field 'Mode of delivery' is not found",
        "\"SalesOrderOriginCode\":\"FAX\";The value 'FAX' in field 'Sales origin' is not found",
        "\"DefaultShippingWarehouseId\":\"12X\";The value '12X' in field 'Warehouse' is not found",
        "\"DefaultShippingWarehouseId\":\"T1\";is of type 'Transit' and cannot be used for sales",
        "\"ContactPersonId\":\"999\";in the related table 'Contacts'.",
        "\"DefaultLedgerDimensionDisplayValue\":\"001-007\";does not match the financial dimension format",
        "\"DefaultLedgerDimensionDisplayValue\":\"--099\";The value '099' of dimension 'Department' is suspended.",
        "\"DefaultLedgerDimensionDisplayValue\":\"--025\";is not active on this date",
        "\"DefaultLedgerDimensionDisplayValue\":\"-012-\";The value '012' in field 'CostCenter' is not found",
        "\"DeliveryAddressCountryRegionId\":\"US\";The value 'US' in field 'Country/region' is not found",
        "\"SalesOrderNumber\":\"MINE-1\";Number sequence Sale_usmf does not allow manual numbers.",
      })
  void refusesAHeaderWithAnInfolog(String field, String text) {
    Erp365.Reply reply = desk.header("usmf", "," + field);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.infolog())
        .startsWith("Write failed for table row of type 'SalesOrderHeaderV2Entity'. Infolog: ")
        .contains(text);
    assertThat(reply.json().at("/error/innererror/type").asText())
        .endsWith("AxODataWriteException");
  }

  @Test
  void needsBothAccountsAndAKnownCustomer() {
    assertThat(
            desk.erp
                .call(
                    "POST",
                    OrderDesk.HEADERS,
                    "{\"dataAreaId\":\"usmf\",\"OrderingCustomerAccountNumber\":\"US-1\"}")
                .infolog())
        .contains("Field 'Invoice account' must be filled in.");
    assertThat(
            desk.erp
                .call(
                    "POST",
                    OrderDesk.HEADERS,
                    "{\"dataAreaId\":\"usmf\",\"OrderingCustomerAccountNumber\":\"DE-1\",\"InvoiceCustomerAccountNumber\":\"DE-1\"}")
                .infolog())
        .contains("The value 'DE-1' in field 'Customer account' is not found");
  }

  @Test
  void fillsALineFromItemAndHeader() {
    String number = desk.order();

    JsonNode line = desk.line(number, "D0001", ",\"OrderedSalesQuantity\":3").json();

    assertThat(line.path("InventoryLotId").asText()).matches("\\d{6}");
    assertThat(line.path("LineNumber").decimalValue()).isEqualByComparingTo("1");
    assertThat(line.path("LineDescription").asText()).isEqualTo("Mid-range speaker");
    assertThat(line.path("SalesUnitSymbol").asText()).isEqualTo("ea");
    assertThat(line.path("SalesPrice").decimalValue()).isEqualByComparingTo("40");
    assertThat(line.path("LineAmount").decimalValue()).isEqualByComparingTo("120");
    assertThat(line.path("ShippingSiteId").asText()).isEqualTo("1");
    assertThat(line.path("ShippingWarehouseId").asText()).isEqualTo("11");
    assertThat(line.path("SalesTaxItemGroupCode").asText()).isEqualTo("FULL");
    assertThat(line.path("CurrencyCode").asText()).isEqualTo("USD");
    assertThat(line.path("SalesOrderLineStatus").asText()).isEqualTo("Backorder");
    assertThat(desk.line(number, "D0004", "").json().path("LineNumber").decimalValue())
        .isEqualByComparingTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "NOPE;;The value 'NOPE' in field 'Item number' is not found in the related table 'Released products'.",
        "L-1;;Item 'L-1' is blocked for 'Sales order'.",
        "K0010;;The value 'K0010' in field 'Item number' is not found",
        "M0001;;Inventory dimension Size is mandatory and must consequently be specified.",
        "D0001;\"SalesUnitSymbol\":\"crate\";The value 'crate' in field 'Unit' is not found",
        "D0001;\"SalesUnitSymbol\":\"kg\";Unit conversion from kg to ea does not exist.",
        "D0001;\"ShippingWarehouseId\":\"Q1\";is of type 'Quarantine' and cannot be used for sales",
        "D0001;\"SalesTaxItemGroupCode\":\"X\";The value 'X' in field 'Item sales tax group' is not found",
        "D0001;\"DefaultLedgerDimensionDisplayValue\":\"9--\";The value '9' in field 'BusinessUnit' is not found",
        "D0001;\"ExternalItemNumber\":\"123456789012345678901\";has 21 characters; at most 20 are allowed",
      })
  void refusesALineWithAnInfolog(String item, String field, String text) {
    String number = desk.order();

    Erp365.Reply reply = desk.line(number, item, field == null ? "" : "," + field);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.infolog())
        .startsWith("Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: ")
        .contains(text);
  }

  @Test
  void insistsOnASite() {
    String number = desk.header("usmf", "").json().path("SalesOrderNumber").asText();

    assertThat(desk.line(number, "D0001", "").infolog())
        .contains("Inventory dimension Site is mandatory and must consequently be specified.");
    JsonNode line = desk.line(number, "D0001", ",\"ShippingWarehouseId\":\"24\"").json();
    assertThat(line.path("ShippingSiteId").asText()).isEqualTo("2");
  }

  @Test
  void takesUnitsThatConvertAndCategoriesWithoutAnItem() {
    String number = desk.order();

    assertThat(desk.line(number, "D0001", ",\"SalesUnitSymbol\":\"box\"").status()).isEqualTo(201);
    assertThat(desk.line(number, "D0001", ",\"SalesUnitSymbol\":\"pal\"").status()).isEqualTo(201);
    assertThat(
            desk.line(
                    number,
                    "",
                    ",\"SalesProductCategoryName\":\"Services\",\"SalesUnitSymbol\":\"hr\",\"SalesPrice\":10")
                .status())
        .isEqualTo(201);
    assertThat(desk.line(number, "", "").infolog())
        .contains("Field 'Item number' must be filled in.");
  }

  @Test
  void acceptsOwnNumbersOnlyWhereTheCompanyAllowsThem() {
    desk.erp.settings("{\"manualNumbers.usmf\":true}");

    assertThat(desk.header("usmf", ",\"SalesOrderNumber\":\"CRT-7\"").status()).isEqualTo(201);
    assertThat(desk.header("usmf", ",\"SalesOrderNumber\":\"CRT-7\"").infolog())
        .contains("Cannot create a record in Sales orders (SalesTable). Sales order: CRT-7")
        .contains("The record already exists..");
    assertThat(desk.header("demf", ",\"SalesOrderNumber\":\"CRT-7\"").status()).isEqualTo(400);
  }

  @Test
  void runsOutOfNumbers() {
    desk.erp.settings("{\"numbersLeft.usmf\":1}");

    assertThat(desk.header("usmf", "").status()).isEqualTo(201);
    assertThat(desk.header("usmf", "").infolog())
        .contains("Number sequence Sale_usmf has been exceeded.");
    assertThat(desk.header("demf", "").status()).isEqualTo(201);
  }

  @Test
  void refusesDaysInAClosedPeriod() {
    String number = desk.order();
    desk.erp.control("d365/periods", "{\"company\":\"usmf\",\"closedThrough\":\"2026-02-28\"}");
    String early = ",\"RequestedShippingDate\":\"2026-02-10T12:00:00Z\"";

    assertThat(desk.header("usmf", early).infolog())
        .contains("Fiscal period for 2026-02-10 is not open.");
    assertThat(desk.line(number, "D0001", early).infolog()).contains("is not open");
    assertThat(desk.header("demf", early).status()).isEqualTo(201);
    desk.erp.control("d365/periods", "{\"company\":\"usmf\",\"closedThrough\":\"\"}");
    assertThat(desk.header("usmf", early).status()).isEqualTo(201);
  }

  @Test
  void knowsNoUniquenessOfReferences() {
    String twice = ",\"CustomersOrderReference\":\"crt:order:twin\"";
    String number = desk.header("usmf", twice).json().path("SalesOrderNumber").asText();
    desk.header("usmf", twice);

    assertThat(
            desk.erp
                .get(
                    OrderDesk.HEADERS
                        + "&$filter=CustomersOrderReference eq 'crt:order:twin'&$select=SalesOrderNumber")
                .json()
                .path("value"))
        .hasSize(2);
    desk.lot(number, "S0001", ",\"ShippingWarehouseId\":\"11\",\"ExternalItemNumber\":\"l-1\"");
    desk.lot(number, "S0001", ",\"ShippingWarehouseId\":\"11\",\"ExternalItemNumber\":\"l-1\"");
  }

  @Test
  void keepsKeysCustomersAndItems() {
    String number = desk.order();
    String lot = desk.lot(number, "D0001", "");

    assertThat(
            desk.erp
                .call(
                    "PATCH",
                    OrderDesk.headerKey(number),
                    "{\"OrderingCustomerAccountNumber\":\"US-2\"}")
                .infolog())
        .contains("Field 'Customer account' cannot be changed.");
    assertThat(
            desk.erp.call("PATCH", OrderDesk.lineKey(lot), "{\"ItemNumber\":\"D0003\"}").infolog())
        .contains("Field 'Item number' cannot be changed.");
    assertThat(
            desk.erp
                .call("PATCH", OrderDesk.headerKey(number), "{\"SalesOrderStatus\":\"Invoiced\"}")
                .status())
        .isEqualTo(204);
    assertThat(desk.read(number).path("SalesOrderStatus").asText()).isEqualTo("Backorder");
  }

  @Test
  void demandsAReferenceWhereTheCustomerDoes() {
    desk.customer("usmf", "US-9", ",\"IsOrderNumberReferenceUsed\":\"Yes\"");
    String body =
        "{\"dataAreaId\":\"usmf\",\"OrderingCustomerAccountNumber\":\"US-9\",\"InvoiceCustomerAccountNumber\":\"US-9\"%s}";

    assertThat(desk.erp.call("POST", OrderDesk.HEADERS, body.formatted("")).infolog())
        .contains("Field 'Customer reference' must be filled in.");
    assertThat(
            desk.erp
                .call(
                    "POST",
                    OrderDesk.HEADERS,
                    body.formatted(",\"CustomersOrderReference\":\"PO-1\""))
                .status())
        .isEqualTo(201);
  }
}
