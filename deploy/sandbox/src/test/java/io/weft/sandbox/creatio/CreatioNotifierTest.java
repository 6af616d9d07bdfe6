package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weft.sandbox.Talk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CreatioNotifierTest extends CreatioFixture {
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer gateway;

  @BeforeEach
  void listen() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::receive);
    gateway.start();
    notify("");
  }

  @AfterEach
  void hangUp() {
    gateway.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    JsonNode event = Talk.MAPPER.readTree(exchange.getRequestBody());
    boolean refused = refusals.getAndDecrement() > 0;
    if (!refused) {
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key")));
      events.add(event);
    }
    exchange.sendResponseHeaders(refused ? 500 : 202, -1);
    exchange.close();
  }

  private void notify(String more) {
    String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/webhooks/creatio";
    person.post(
        "/control/creatio/notifier",
        "{\"url\":\"" + url + "\",\"headerValue\":\"k3y\",\"retries\":2" + more + "}");
  }

  private void awaitEvents(int count) {
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(events).hasSizeGreaterThanOrEqualTo(count));
  }

  private int counter(String name) {
    return person.read("/control/creatio/notifier").path(name).asInt();
  }

  @Test
  void tellsTheGatewayOfEverySaveInItsOrder() {
    String id = create("Account", "{\"Name\":\"A\"}");
    api.patch(ROOT + "Account(" + id + ")", "{\"Name\":\"B\"}");
    person.delete("/control/creatio/Account/" + id);

    awaitEvents(3);

    assertThat(events.stream().map(event -> event.path("operation").asText()))
        .containsExactly("created", "updated", "deleted");
    JsonNode first = events.get(0);
    assertThat(first.path("entity").asText()).isEqualTo("Account");
    assertThat(first.path("recordId").asText()).isEqualTo(id);
    assertThat(first.path("modifiedById").asText()).isEqualTo(Ids.INTEGRATION.toString());
    assertThat(first.path("modifiedOn").asText()).matches(".*T[0-9:]+(\\.\\d{3})?Z");
    assertThat(first.path("source").asText()).isEqualTo("sandbox");
    assertThat(keys).containsOnly("k3y");
  }

  @Test
  void leavesOutWhatTheIntegrationUserSavesWhereTheSignalIsFiltered() {
    person.post("/control/creatio/settings", "{\"ownSignals\":false}");
    String id = create("Account", "{\"Name\":\"A\"}");
    person.patch("/control/creatio/Account/" + id, "{\"Name\":\"B\"}");
    api.patch(ROOT + "Account(" + id + ")", "{\"Name\":\"C\"}");
    person.delete("/control/creatio/Account/" + id);

    awaitEvents(2);

    assertThat(events.stream().map(event -> event.path("operation").asText()))
        .containsExactly("updated", "deleted");
  }

  @Test
  void saysNothingOfTheLosersOfAMerge() {
    String a = create("Account", "{\"Name\":\"A\"}");
    String b = create("Account", "{\"Name\":\"B\"}");
    awaitEvents(2);

    person.post("/control/creatio/merge", "{\"ids\":[\"" + a + "\",\"" + b + "\"]}");
    awaitEvents(3);

    assertThat(events.get(2).path("recordId").asText()).isEqualTo(a);
    assertThat(events.get(2).path("operation").asText()).isEqualTo("updated");
    assertThat(counter("raised")).isEqualTo(3);
  }

  @Test
  void triesAgainAFewTimesAndThenGivesUp() {
    refusals.set(2);
    create("Account", "{\"Name\":\"A\"}");
    awaitEvents(1);
    assertThat(counter("failedAttempts")).isEqualTo(2);

    refusals.set(3);
    create("Account", "{\"Name\":\"B\"}");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(counter("dropped")).isEqualTo(1));
    assertThat(events).hasSize(1);
  }

  @Test
  void sendsTwiceWhereToldTo() {
    inject("{\"name\":\"duplicate-events\",\"system\":\"creatio\"}");

    create("Account", "{\"Name\":\"A\"}");

    awaitEvents(2);
    assertThat(events.get(0)).isEqualTo(events.get(1));
  }

  @Test
  void losesAnEventWhereToldTo() {
    inject("{\"name\":\"drop-events\",\"system\":\"creatio\"}");
    String lost = create("Account", "{\"Name\":\"A\"}");

    String next = create("Account", "{\"Name\":\"B\"}");
    awaitEvents(1);

    assertThat(events.get(0).path("recordId").asText()).isEqualTo(next).isNotEqualTo(lost);
    assertThat(counter("lost")).isEqualTo(1);
  }

  @Test
  void letsLaterEventsPassOneThatIsHeldBack() {
    inject("{\"name\":\"reorder-events\",\"system\":\"creatio\"}");
    String id = create("Account", "{\"Name\":\"A\"}");
    api.patch(ROOT + "Account(" + id + ")", "{\"Name\":\"B\"}");

    awaitEvents(2);

    assertThat(events.stream().map(event -> event.path("operation").asText()))
        .containsExactly("updated", "created");
  }

  @Test
  void saysNothingOfSetsThatNobodyAskedFor() {
    notify(",\"sets\":[\"Contact\"]");
    create("Account", "{\"Name\":\"A\"}");
    create("Contact", "{\"Name\":\"Ana Ruiz\"}");

    awaitEvents(1);

    assertThat(events.get(0).path("entity").asText()).isEqualTo("Contact");
    assertThat(counter("raised")).isEqualTo(1);
  }

  @Test
  void tellsOfALineAndOfTheOrderThatItChanges() {
    notify(",\"sets\":[\"Order\",\"OrderProduct\"]");
    String order = create("Order", "{}");
    create("OrderProduct", "{\"OrderId\":\"" + order + "\",\"TotalAmount\":5}");

    awaitEvents(3);

    assertThat(events.stream().map(CreatioNotifierTest::named))
        .containsExactlyInAnyOrder("created Order", "created OrderProduct", "updated Order");
  }

  // Events of one record keep their order; those of several do not.
  private static String named(JsonNode event) {
    return event.path("operation").asText() + " " + event.path("entity").asText();
  }
}
