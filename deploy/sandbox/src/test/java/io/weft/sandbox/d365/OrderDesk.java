package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Orders over real HTTP, for tests: one customer who may order, and short ways to write. */
final class OrderDesk implements AutoCloseable {
  static final String LINES = "/data/SalesOrderLines?cross-company=true";
  static final String HEADERS = "/data/SalesOrderHeadersV2?cross-company=true";

  final Erp365 erp = Erp365.start();

  OrderDesk() {
    customer("usmf", "US-1", "");
    customer("demf", "DE-1", ",\"WarehouseId\":\"12\"");
  }

  void customer(String company, String account, String more) {
    Erp365.Reply reply =
        erp.create(
            company,
            account,
            "Fabrikam " + account,
            ",\"AddressDescription\":\"HQ\",\"AddressStreet\":\"1 Pine St\",\"AddressCity\":\"Seattle\","
                + "\"AddressCountryRegionId\":\"USA\",\"DeliveryMode\":\"10\",\"PaymentTerms\":\"Net30\""
                + more);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  /** Puts switches back and deletes nothing: each test makes orders of its own. */
  void clean() {
    erp.call("DELETE", "/control/d365/settings", "");
    erp.call("DELETE", "/control/faults", "");
  }

  Erp365.Reply header(String company, String more) {
    String account = company.equals("usmf") ? "US-1" : "DE-1";
    return erp.call(
        "POST",
        HEADERS,
        """
        {"dataAreaId":"%s","OrderingCustomerAccountNumber":"%s","InvoiceCustomerAccountNumber":"%s"%s}"""
            .formatted(company, account, account, more));
  }

  /** Makes an order from a warehouse and returns its number. */
  String order() {
    Erp365.Reply reply = header("usmf", ",\"DefaultShippingWarehouseId\":\"11\"");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("SalesOrderNumber").asText();
  }

  Erp365.Reply line(String number, String item, String more) {
    return erp.call("POST", LINES, body("usmf", number, item, more));
  }

  static String body(String company, String number, String item, String more) {
    return "{\"dataAreaId\":\"%s\",\"SalesOrderNumber\":\"%s\",\"ItemNumber\":\"%s\"%s}"
        .formatted(company, number, item, more);
  }

  static String headerKey(String number) {
    return "/data/SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='%s')?cross-company=true"
        .formatted(number);
  }

  static String lineKey(String lot) {
    return "/data/SalesOrderLines(dataAreaId='usmf',InventoryLotId='%s')?cross-company=true"
        .formatted(lot);
  }

  /** Adds a line that must be good and returns its lot. */
  String lot(String number, String item, String more) {
    Erp365.Reply reply = line(number, item, more);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("InventoryLotId").asText();
  }

  JsonNode read(String number) {
    return erp.get(headerKey(number)).json();
  }

  JsonNode readLine(String lot) {
    return erp.get(lineKey(lot)).json();
  }

  Erp365.Reply act(String number, String act, String body) {
    return erp.control("d365/orders/usmf/" + number + "/" + act, body);
  }

  void done(String number, String act, String body) {
    Erp365.Reply reply = act(number, act, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  @Override
  public void close() {
    erp.close();
  }
}
