package io.weft.activities.creatio;

import static io.weft.activities.http.FakeSite.html;
import static io.weft.activities.http.FakeSite.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.ErrorCase;
import io.weft.activities.http.FakeSite;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 2.7 of the Creatio reference, and 2.9 for each item. */
class BatchTest {
  private static final String ID = "7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";
  private static final List<Write> WRITES =
      List.of(
          new Write.Create("OrderProduct", ID.toUpperCase(Locale.ROOT), body("Valve", 2)),
          new Write.Update("OrderProduct", ID, body("Pump", 3)),
          new Write.Delete("OrderProduct", ID));
  private static final String CREATED =
      "{\"id\":\"1\",\"status\":201,\"headers\":{\"odata-version\":\"4.0\"},"
          + "\"body\":{\"@odata.context\":\"x\",\"Name\":\"Valve\",\"Price\":10.50}}";
  private static final String CHANGED = "{\"id\":\"2\",\"status\":204,\"headers\":{}}";
  private static final String DELETED = "{\"id\":\"3\",\"status\":204}";

  private FakeSite site;
  private ODataCreatioClient client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client = ODataCreatioClientTest.client(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void sendsOneRequestThatGoesOnAfterAFailure() {
    site.answers(200, responses(CREATED, CHANGED, DELETED));

    client.batch(WRITES);

    RecordedRequest request = site.request();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/0/odata/$batch");
    assertThat(request.getHeaders().get("Prefer")).isEqualTo("continue-on-error");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Content-Type")).contains("IEEE754Compatible=true");
    assertThat(request.getBody().utf8())
        .isEqualTo(
            ("{\"requests\":["
                    + "{\"id\":\"1\",\"method\":\"POST\",\"url\":\"OrderProduct\","
                    + "\"headers\":{\"Content-Type\":\"application/json\"},"
                    + "\"body\":{\"Id\":\"ID\",\"Name\":\"Valve\",\"Quantity\":2}},"
                    + "{\"id\":\"2\",\"method\":\"PATCH\",\"url\":\"OrderProduct/ID\","
                    + "\"headers\":{\"Content-Type\":\"application/json\"},"
                    + "\"body\":{\"Name\":\"Pump\",\"Quantity\":3}},"
                    + "{\"id\":\"3\",\"method\":\"DELETE\",\"url\":\"OrderProduct/ID\"}]}")
                .replace("ID\"", ID + "\""));
  }

  @Test
  void tellsAnswersApartByIdWhateverTheirOrder() {
    site.answers(200, responses(DELETED, CHANGED, CREATED));

    List<WriteResult> results = client.batch(WRITES);

    assertThat(results).hasSize(3).allMatch(WriteResult.Done.class::isInstance);
    assertThat(((WriteResult.Done) results.get(0)).row().number("Price")).isEqualTo("10.50");
    assertThat(((WriteResult.Done) results.get(1)).row().names()).isEmpty();
  }

  static Stream<ErrorCase> items() {
    return Stream.of(
        row(
            "duplicate key",
            item(1, 500, odata("duplicate key value violates unique constraint \\\"PK\\\"")),
            "Conflict",
            "EXISTS"),
        row(
            "another unique index",
            item(1, 500, odata("duplicate key value violates unique constraint \\\"IUX\\\"")),
            "Rejected",
            "IUX"),
        row(
            "binding",
            item(1, 400, "{\"Message\":\"invalid\",\"ModelState\":{\"OwnerId\":[\"null\"]}}"),
            "Rejected",
            "field OwnerId"),
        row(
            "mapping",
            item(2, 500, odata("Column by path X not found in schema OrderProduct")),
            "Rejected",
            "Column by path"),
        row("gone", item(2, 404, "{}"), "Conflict", "GONE"),
        row("gone before the deletion", item(3, 404, "{}"), "Conflict", "GONE"),
        row("set not there", item(1, 404, "{}"), "Unavailable", "not sent"),
        row("no rights", item(2, 403, "{}"), "Denied", "CanUseODataService"),
        row(
            "no rights in words",
            item(2, 500, odata("does not have permissions for the object")),
            "Denied",
            "rights to the object"),
        row("sign-in", item(2, 401, "{}"), "Denied", "OAuth app"),
        row("deadlock", item(2, 500, odata("deadlock detected")), "Unavailable", "was sent"),
        row("any other 500", item(1, 500, odata("Object reference")), "Unavailable", "was sent"),
        row("page", item(2, 500, "\"<!DOCTYPE html>\""), "Unavailable", "was sent"),
        row("page of success", item(2, 200, "\"<html>Oops\""), "Malformed", "web page"),
        row("created without a row", item(1, 201, null), "Malformed", "without JSON"),
        row(
            "429",
            "{\"id\":\"3\",\"status\":429,\"headers\":{\"retry-after\":\"17\"}}",
            "Throttled",
            "PT17S"),
        row(
            "503",
            "{\"id\":\"3\",\"status\":503,\"headers\":{\"Retry-After\":\"17\"}}",
            "Unavailable",
            "PT17S"),
        row("no status", "{\"id\":\"2\"}", "Unavailable", "was sent"),
        row("missing", "{\"id\":\"2\",\"status\":\"204\"}", "Unavailable", "answer is missing"),
        row("not ours", "{\"id\":\"9\",\"status\":204}", "Unavailable", "was sent"),
        row("without an id", "{\"status\":204}", "Unavailable", "was sent"),
        row("two answers", CHANGED + "," + item(2, 404, "{}"), "Unavailable", "was sent"));
  }

  /** Each takes the place of an answer of success; the other two writes are done. */
  @ParameterizedTest
  @MethodSource("items")
  void oneThatFailsStopsNoOther(ErrorCase row) {
    site.answers(row.answer());

    List<WriteResult> results = client.batch(WRITES);

    List<RemoteException> failures =
        results.stream()
            .filter(WriteResult.Failed.class::isInstance)
            .map(result -> ((WriteResult.Failed) result).failure())
            .toList();
    assertThat(failures).hasSize(1);
    assertThat(results.indexOf(new WriteResult.Failed(failures.get(0)))).isEqualTo(place(row));
    row.check(failures.get(0));
  }

  static Stream<ErrorCase> wholes() {
    return Stream.of(
        whole("401", json(401, "{}"), "Denied", "OAuth app"),
        whole("403", json(403, "{}"), "Denied", "CanUseODataService"),
        whole("404", json(404, "{}"), "Unavailable", "not sent"),
        whole("400", json(400, "{\"Message\":\"too many\"}"), "Rejected", "too many"),
        whole("500", json(500, "{}"), "Unavailable", "was sent"),
        whole("502", html(502, "gateway"), "Unavailable", "was sent"),
        whole("200 page", html(200, "Oops"), "Malformed", "web page"),
        whole("no JSON", json(200, "Pong"), "Malformed", "without JSON"),
        whole("no responses", json(200, "{\"value\":[]}"), "Malformed", "without responses"),
        whole("cut", json(200, "{\"responses\":[" + CREATED), "Unavailable", "was sent"),
        whole("connection lost", lost(), "Unavailable", "was sent"));
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void whatFailsAsAWholeIsThrown(ErrorCase row) {
    site.answers(row.answer());

    row.check(catchThrowableOfType(RemoteException.class, () -> client.batch(WRITES)));
  }

  @Test
  void equalWritesAreTwo() {
    String gone = "{\"id\":\"2\",\"status\":404,\"body\":{}}";
    site.answers(200, responses(gone, "{\"id\":\"1\",\"status\":204}"));

    List<WriteResult> results = client.batch(List.of(WRITES.get(2), WRITES.get(2)));

    assertThat(results.get(0)).isInstanceOf(WriteResult.Done.class);
    assertThat(results.get(1)).isInstanceOf(WriteResult.Failed.class);
  }

  @Test
  void anIdThatIsNoneStaysHere() {
    site.answers(200, responses("{\"id\":\"2\",\"status\":204}"));
    Write bad = new Write.Delete("OrderProduct", "x)/../Account(1");

    List<WriteResult> results = client.batch(List.of(bad, WRITES.get(2)));

    assertThat(((WriteResult.Failed) results.get(0)).failure())
        .isInstanceOf(RemoteException.Rejected.class);
    assertThat(results.get(1)).isInstanceOf(WriteResult.Done.class);
    assertThat(site.request().getBody().utf8()).doesNotContain("Account");
    assertThat(client.batch(List.of(bad))).hasSize(1);
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void sendsNothingForNothingAndRefusesTooMuch() {
    assertThat(client.batch(List.of())).isEmpty();
    assertThatThrownBy(() -> client.batch(Collections.nCopies(101, WRITES.get(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void anItemThatIsThrottledHoldsTheWholeConnection() {
    site.answers(
        200,
        responses(
            CREATED,
            CHANGED,
            "{\"id\":\"3\",\"status\":429,\"headers\":{\"retry-after\":\"17\"}}"));

    client.batch(WRITES);

    assertThat(catchThrowableOfType(RemoteException.Throttled.class, client::ping)).isNotNull();
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void aSetThatIsMissingForLongIsAMistakeInTheSettingsAlsoInBatches() {
    site.answers(200, responses(item(1, 404, "{}"), CHANGED, DELETED));
    List<Write> create = List.of(WRITES.get(0));
    client.batch(create);
    site.clock.advance(Duration.ofMinutes(5));

    WriteResult later = client.batch(create).get(0);

    assertThat(((WriteResult.Failed) later).failure())
        .isInstanceOf(RemoteException.Malformed.class)
        .hasMessageContaining("more than 5 minutes");
  }

  private static Map<String, Object> body(String name, int quantity) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Name", name);
    body.put("Quantity", new BigDecimal(quantity));
    return body;
  }

  private static String responses(String... items) {
    return "{\"responses\":[" + String.join(",", items) + "]}";
  }

  private static String item(int id, int status, String body) {
    return "{\"id\":\"%d\",\"status\":%d,\"headers\":{\"content-type\":\"x\"}%s}"
        .formatted(id, status, body == null ? "" : ",\"body\":" + body);
  }

  private static String odata(String reason) {
    return "{\"error\":{\"code\":\"\",\"message\":\"An error has occurred.\",\"innererror\":{"
        + "\"message\":\""
        + reason
        + "\"}}}";
  }

  private static ErrorCase row(String name, String item, String type, String detail) {
    String call = item.contains("\"id\":\"1\"") ? "1" : item.contains("\"id\":\"3\"") ? "3" : "2";
    String answer =
        responses(
            call.equals("1") ? item : CREATED,
            call.equals("2") ? item : CHANGED,
            call.equals("3") ? item : DELETED);
    return new ErrorCase(name, call, json(200, answer), type, detail);
  }

  private static int place(ErrorCase row) {
    return Integer.parseInt(row.call()) - 1;
  }

  private static ErrorCase whole(String name, MockResponse answer, String type, String detail) {
    return new ErrorCase(name, "batch", answer, type, detail);
  }

  private static MockResponse lost() {
    return json(200, responses(CREATED) + " ".repeat(10_000))
        .newBuilder()
        .onResponseBody(new SocketEffect.CloseSocket())
        .build();
  }
}
