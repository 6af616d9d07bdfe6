package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventTest {
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer receiver;
  private Erp365 erp;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    receiver.setExecutor(Executors.newFixedThreadPool(8));
    receiver.createContext(
        "/events/d365",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          boolean refuse = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
          if (!refuse) {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key")));
            received.add(new ObjectMapper().readTree(body));
          }
          exchange.sendResponseHeaders(refuse ? 503 : 202, -1);
          exchange.close();
        });
    receiver.start();
    erp = Erp365.start();
    erp.control(
        "d365/events",
        "{\"url\":\"http://127.0.0.1:%d/events/d365\",\"key\":\"k-1\"}"
            .formatted(receiver.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    erp.close();
    receiver.stop(0);
  }

  private JsonNode next() throws InterruptedException {
    JsonNode event = received.poll(10, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  private static List<String> attributes(JsonNode event) {
    List<String> names = new ArrayList<>();
    event.at("/InputParameters/0/value/Attributes").forEach(a -> names.add(a.path("key").asText()));
    return names;
  }

  @Test
  void tellsOfCreateUpdateAndDelete() throws InterruptedException {
    erp.create("usmf", "E-1", "Acme", "");
    JsonNode created = next();
    erp.patch("usmf", "E-1", "{\"OnHoldStatus\":\"All\"}");
    JsonNode updated = next();
    erp.call("DELETE", Erp365.key("usmf", "E-1"), "");
    JsonNode deleted = next();

    assertThat(created.path("MessageName").asText()).isEqualTo("OnExternalCreated");
    assertThat(created.path("PrimaryEntityName").asText()).isEqualTo("mserp_custcustomerv3entity");
    assertThat(created.path("PrimaryEntityId").asText())
        .isEqualTo("00000000-0000-0000-0000-000000000000");
    assertThat(created.path("OperationCreatedOn").asText()).matches("/Date\\(\\d+\\+0000\\)/");
    assertThat(attributes(created))
        .contains("mserp_dataareaid", "mserp_customeraccount", "mserp_organizationname");
    assertThat(updated.path("MessageName").asText()).isEqualTo("OnExternalUpdated");
    assertThat(attributes(updated))
        .containsExactly("mserp_dataareaid", "mserp_customeraccount", "mserp_onholdstatus");
    assertThat(updated.at("/InputParameters/0/value/Attributes/2/value/Value").asInt())
        .isEqualTo(200_000_002);
    assertThat(deleted.path("MessageName").asText()).isEqualTo("OnExternalDeleted");
    assertThat(deleted.at("/InputParameters/0/value/Id").asText())
        .isEqualTo(created.at("/InputParameters/0/value/Id").asText());
    assertThat(keys).containsOnly("k-1");
  }

  @Test
  void triesAgain() throws InterruptedException {
    refusals.set(1);

    erp.create("usmf", "E-1", "Acme", "");

    assertThat(next().path("MessageName").asText()).isEqualTo("OnExternalCreated");
  }

  @Test
  void doublesAndLosesOnDemand() throws InterruptedException {
    erp.control("faults", "{\"name\":\"duplicate-events\",\"system\":\"d365\"}");
    erp.create("usmf", "E-1", "Acme", "");
    JsonNode first = next();
    JsonNode second = next();
    erp.control("faults", "{\"name\":\"drop-events\",\"system\":\"d365\"}");
    erp.create("usmf", "E-2", "Acme", "");
    erp.create("usmf", "E-3", "Acme", "");

    assertThat(second).isEqualTo(first);
    assertThat(next().toString()).contains("E-3");
  }

  @Test
  void passesAnEventThatIsHeldBack() throws InterruptedException {
    erp.control("faults", "{\"name\":\"reorder-events\",\"system\":\"d365\",\"delayMs\":700}");
    erp.create("usmf", "E-1", "Acme", "");
    erp.create("usmf", "E-2", "Acme", "");

    assertThat(next().toString()).contains("E-2");
    assertThat(next().toString()).contains("E-1");
  }

  @Test
  void sendsBusinessEventsWithGapsInTheirNumbers() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      erp.control(
          "d365/business-events",
          "{\"BusinessEventId\":\"SalesInvoicePostedBusinessEvent\",\"LegalEntity\":\"usmf\",\"InvoiceId\":\"I-%d\"}"
              .formatted(i));
    }
    long first = next().path("ControlNumber").asLong();
    next();
    JsonNode last = next();

    assertThat(Math.abs(last.path("ControlNumber").asLong() - first)).isGreaterThan(2);
    assertThat(last.path("EventTime").asText()).matches("/Date\\(\\d+\\)/");
    assertThat(last.path("BusinessEventLegalEntity").asText()).isEqualTo("usmf");
  }

  @Test
  void tellsOfOrdersAndOfAnInvoice() throws InterruptedException {
    erp.create("usmf", "E-1", "Acme", "");
    next();
    erp.control(
        "d365/events",
        "{\"url\":\"http://127.0.0.1:%d/events/d365\",\"sets\":[\"SalesOrderHeadersV2\",\"ContactPersons\"]}"
            .formatted(receiver.getAddress().getPort()));
    String number =
        erp.call(
                "POST",
                OrderDesk.HEADERS,
                "{\"dataAreaId\":\"usmf\",\"OrderingCustomerAccountNumber\":\"E-1\",\"InvoiceCustomerAccountNumber\":\"E-1\",\"DefaultShippingWarehouseId\":\"11\"}")
            .json()
            .path("SalesOrderNumber")
            .asText();
    JsonNode created = next();
    erp.call("POST", OrderDesk.LINES, OrderDesk.body("usmf", number, "D0001", ""));
    erp.control("d365/orders/usmf/" + number + "/ship", "{}");
    JsonNode shipped = next();
    erp.control("d365/orders/usmf/" + number + "/invoice", "{}");
    List<JsonNode> last = List.of(next(), next());

    assertThat(created.path("PrimaryEntityName").asText())
        .isEqualTo("mserp_salesorderheaderv2entity");
    assertThat(attributes(shipped))
        .contains("mserp_salesorderstatus")
        .doesNotContain("mserp_ordertotalamount");
    assertThat(last)
        .anyMatch(event -> event.path("SalesOrderId").asText().equals(number))
        .anyMatch(event -> event.has("PrimaryEntityName"));
  }
}
