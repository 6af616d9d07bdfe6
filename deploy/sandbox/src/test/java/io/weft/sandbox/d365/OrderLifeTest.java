package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.JournalEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
  private static final String CONFIRMATIONS =
      "/data/SalesOrderConfirmationHeaders?cross-company=true&$filter=SalesOrderNumber eq '%s'";
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

  private static void stands(String number, String order, String processing) {
    JsonNode row = desk.read(number);
    assertThat(row.path("SalesOrderStatus").asText()).isEqualTo(order);
    assertThat(row.path("SalesOrderProcessingStatus").asText()).isEqualTo(processing);
  }

  private static String status(String lot) {
    return desk.readLine(lot).path("SalesOrderLineStatus").asText();
  }

  @Test
  void livesFromConfirmationToInvoice() {
    String number = desk.order();
    String lot = desk.lot(number, "D0001", ",\"OrderedSalesQuantity\":10");

    desk.done(number, "confirm", "{\"date\":\"2026-03-02\"}");
    stands(number, "Backorder", "Confirmed");
    desk.done(number, "ship", "{\"lines\":[{\"lot\":\"%s\",\"quantity\":4}]}".formatted(lot));
    stands(number, "Backorder", "PartiallyDelivered");
    assertThat(status(lot)).isEqualTo("Backorder");
    desk.done(number, "invoice", "{}");
    stands(number, "Backorder", "PartiallyInvoiced");
    desk.done(number, "ship", "{\"date\":\"2026-03-09\",\"trackingNumber\":\"1Z9\"}");
    stands(number, "Delivered", "DeliveredPartiallyInvoiced");
    assertThat(status(lot)).isEqualTo("Delivered");
    desk.done(number, "invoice", "{}");
    stands(number, "Invoiced", "Invoiced");
    assertThat(status(lot)).isEqualTo("Invoiced");
  }

  @Test
  void leavesConfirmationsAndPackingSlips() {
    String number = desk.order();
    desk.lot(number, "D0001", ",\"OrderedSalesQuantity\":2");
    desk.done(number, "confirm", "{\"date\":\"2026-03-02\"}");
    desk.done(number, "confirm", "{}");
    desk.done(number, "ship", "{\"date\":\"2026-03-09\",\"trackingNumber\":\"1Z9\"}");

    JsonNode papers = desk.erp.get(CONFIRMATIONS.formatted(number)).json().path("value");
    assertThat(papers).hasSize(2);
    JsonNode first =
        desk.erp
            .get(
                "/data/SalesOrderConfirmationHeaders(dataAreaId='usmf',SalesOrderNumber='%1$s',ConfirmationDate=2026-03-02T12:00:00Z,ConfirmationNumber='%1$s-1')?cross-company=true"
                    .formatted(number))
            .json();
    assertThat(first.path("TotalConfirmedAmount").decimalValue()).isEqualByComparingTo("86.6");
    assertThat(first.path("ConfirmationDate").asText()).isEqualTo("2026-03-02T12:00:00Z");
    JsonNode slip =
        desk.erp
            .get(
                "/data/PackingSlipTrackingInformation?cross-company=true&$filter=SalesOrderNumber eq '%s'"
                    .formatted(number))
            .json()
            .at("/value/0");
    assertThat(slip.path("TrackingNumber").asText()).isEqualTo("1Z9");
    assertThat(slip.path("DeliveryDate").asText()).isEqualTo("2026-03-09T12:00:00Z");
    assertThat(desk.read(number).path("ConfirmedShippingDate").asText())
        .isEqualTo(desk.read(number).path("RequestedShippingDate").asText());
  }

  @Test
  void closesLinesOncePickedOrDelivered() {
    String number = desk.order();
    String picked = desk.lot(number, "D0001", "");
    String shipped = desk.lot(number, "D0003", ",\"OrderedSalesQuantity\":2");
    String free = desk.lot(number, "D0004", "");
    desk.done(number, "pick", "{\"lines\":[\"%s\"]}".formatted(picked));
    desk.done(number, "ship", "{\"lines\":[{\"lot\":\"%s\",\"quantity\":1}]}".formatted(shipped));
    String more = "{\"OrderedSalesQuantity\":9}";

    assertThat(desk.erp.call("PATCH", OrderDesk.lineKey(picked), more).infolog())
        .contains("cannot be changed: it is picked.");
    assertThat(desk.erp.call("DELETE", OrderDesk.lineKey(shipped), "").infolog())
        .contains("cannot be deleted: it is delivered.");
    assertThat(desk.erp.call("PATCH", OrderDesk.lineKey(free), more).status()).isEqualTo(204);
    desk.done(number, "ship", "{}");
    assertThat(desk.line(number, "D0001", "").infolog()).contains("its status is Delivered.");
    assertThat(
            desk.erp
                .call("PATCH", OrderDesk.headerKey(number), "{\"CustomersOrderReference\":\"x\"}")
                .infolog())
        .contains("its status is Delivered.");
  }

  @Test
  void cancelsALineARestAndAWholeOrder() {
    String number = desk.order();
    String gone = desk.lot(number, "D0001", ",\"SalesTaxGroupCode\":\"NonTax\"");
    String kept =
        desk.lot(
            number,
            "D0003",
            ",\"OrderedSalesQuantity\":2,\"SalesPrice\":10,\"SalesTaxGroupCode\":\"NonTax\"");
    desk.done(number, "cancel", "{\"lines\":[\"%s\"]}".formatted(gone));
    assertThat(status(gone)).isEqualTo("Canceled");
    stands(number, "Backorder", "Active");
    assertThat(desk.read(number).path("OrderTotalAmount").decimalValue())
        .isEqualByComparingTo("20");

    desk.done(number, "ship", "{\"lines\":[{\"lot\":\"%s\",\"quantity\":1}]}".formatted(kept));
    desk.done(number, "cancel", "{}");
    assertThat(status(kept)).isEqualTo("Delivered");
    stands(number, "Delivered", "Delivered");

    String other = desk.order();
    desk.lot(other, "D0001", "");
    desk.done(other, "cancel", "{}");
    stands(other, "Canceled", "Canceled");
    assertThat(desk.act(other, "ship", "{}").status()).isEqualTo(400);
    assertThat(desk.act(other, "dance", "{}").status()).isEqualTo(400);
    assertThat(desk.act("000001", "ship", "{}").status()).isEqualTo(404);
  }

  @Test
  void stopsWhereProcessingIsStoppedOrThePeriodClosed() {
    String number = desk.order();
    desk.lot(number, "D0001", "");
    desk.erp.call("PATCH", OrderDesk.headerKey(number), "{\"IsSalesProcessingStopped\":\"Yes\"}");
    assertThat(desk.act(number, "confirm", "{}").infolog()).contains("is stopped");
    desk.erp.call("PATCH", OrderDesk.headerKey(number), "{\"IsSalesProcessingStopped\":\"No\"}");
    desk.erp.control("d365/periods", "{\"company\":\"usmf\",\"closedThrough\":\"2026-03-31\"}");

    assertThat(desk.act(number, "ship", "{\"date\":\"2026-03-31\"}").infolog())
        .contains("Fiscal period for 2026-03-31 is not open.");
    assertThat(desk.act(number, "ship", "{\"date\":\"2026-04-01\"}").status()).isEqualTo(200);
  }

  @Test
  void deletesAnOrderOnlyEarly() {
    String number = desk.order();
    String lot = desk.lot(number, "D0001", "");
    assertThat(desk.erp.call("DELETE", OrderDesk.headerKey(number), "").status()).isEqualTo(204);
    assertThat(desk.erp.get(OrderDesk.lineKey(lot)).status()).isEqualTo(404);

    String later = desk.order();
    desk.done(later, "confirm", "{}");
    assertThat(desk.erp.call("DELETE", OrderDesk.headerKey(later), "").infolog())
        .contains("cannot be deleted while dependent");
    assertThat(desk.erp.call("DELETE", Erp365.key("usmf", "US-1"), "").infolog())
        .contains("dependent Sales orders exist");
  }

  @Test
  void journalsActsAsThePersonsOwn() {
    String number = desk.order();
    desk.lot(number, "D0001", "");
    long mark = desk.erp.sandbox().world().journal().last();

    desk.done(number, "ship", "{\"user\":\"Ana Ruiz\"}");

    List<JournalEntry> entries = desk.erp.sandbox().world().journal().after(mark);
    assertThat(entries).extracting(JournalEntry::client).containsOnly("Ana Ruiz");
    assertThat(entries)
        .extracting(JournalEntry::set)
        .containsExactly(
            "SalesOrderLines", "PackingSlipTrackingInformation", "SalesOrderHeadersV2");
  }

  @Test
  void showsHeadersAndLinesInTheFeed() {
    String feed = "/api/data/v9.2/mserp_salesorderheaderv2entities";
    String number = desk.order();
    String lot = desk.lot(number, "D0001", "");
    String link =
        desk.erp
            .get(feed, "Prefer", "odata.track-changes")
            .json()
            .path("@odata.deltaLink")
            .asText();
    desk.done(number, "confirm", "{}");

    JsonNode changed = desk.erp.get(link).json().path("value");
    assertThat(changed).hasSize(1);
    assertThat(changed.get(0).path("mserp_salesorderprocessingstatus").asInt())
        .isEqualTo(200_000_001);
    assertThat(
            desk.erp
                .get(
                    "/api/data/v9.2/mserp_salesorderlinev2entities?$filter=mserp_inventorylotid eq '%s'"
                        .formatted(lot))
                .json()
                .path("value"))
        .hasSize(1);
  }

  @Test
  void letsPeopleEditOrdersInTheirScreens() {
    String number = desk.order();
    String lot = desk.lot(number, "D0001", "");

    assertThat(
            desk.erp
                .call(
                    "PATCH",
                    "/control/d365/SalesOrderLines/usmf," + lot + "?user=clerk",
                    "{\"OrderedSalesQuantity\":7}")
                .status())
        .isEqualTo(200);
    assertThat(desk.read(number).path("OrderTotalAmount").decimalValue())
        .isEqualByComparingTo("303.1");
  }

  @Test
  void refusesASecondWriterWhileOneIsAtWork() {
    desk.erp.settings("{\"orderWriteMs\":1500}");
    String number = desk.order();
    CompletableFuture<Erp365.Reply> slow =
        CompletableFuture.supplyAsync(() -> desk.line(number, "D0001", ""));
    Erp365.Reply rival = desk.line(number, "D0003", "");
    Erp365.Reply first = slow.join();

    assertThat(List.of(first.status(), rival.status())).containsExactlyInAnyOrder(201, 400);
    Erp365.Reply refused = first.status() == 400 ? first : rival;
    assertThat(refused.infolog())
        .contains("Cannot edit a record in Sales orders (SalesTable). An update conflict occurred");
    desk.erp.settings("{\"orderWriteMs\":0}");
    assertThat(desk.line(number, "D0003", "").status()).isEqualTo(201);
  }

  @Test
  void meetsFaultsLikeEveryOtherSet() {
    String number = desk.order();
    desk.erp.control(
        "faults",
        "{\"name\":\"deadlock\",\"system\":\"d365\",\"method\":\"POST\",\"set\":\"SalesOrderLines\"}");
    assertThat(desk.line(number, "D0001", "").infolog())
        .contains("Cannot edit a record in Sales orders (SalesTable)");
    desk.erp.control(
        "faults",
        "{\"name\":\"drop-answer\",\"system\":\"d365\",\"method\":\"POST\",\"set\":\"SalesOrderLines\"}");

    assertThat(desk.line(number, "D0001", "").status()).isZero();
    assertThat(
            desk.erp
                .get(OrderDesk.LINES + "&$filter=SalesOrderNumber eq '%s'".formatted(number))
                .json()
                .path("value"))
        .hasSize(1);
  }
}
