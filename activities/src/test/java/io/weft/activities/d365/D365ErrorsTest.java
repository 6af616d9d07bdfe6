package io.weft.activities.d365;

import static io.weft.activities.http.FakeSite.html;
import static io.weft.activities.http.FakeSite.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.ErrorCase;
import io.weft.activities.http.FakeSite;
import io.weft.activities.value.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 2.7 of the D365 reference, row by row; what varies in status is tried with both. */
class D365ErrorsTest {
  private static final EntityKey KEY =
      EntityKey.of("CustomersV3", "usmf", "CustomerAccount", "US-001");

  private FakeSite site;
  private D365Client client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client = ODataD365ClientTest.client(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  static Stream<ErrorCase> infologs() {
    List<ErrorCase> rows = new ArrayList<>();
    for (int status : new int[] {400, 500}) {
      rows.add(
          row(
              "duplicate key " + status,
              "create",
              write(
                  status,
                  "Infolog: Error: Cannot create a record in Customer groups (CustGroup)."
                      + " Customer group: 30, ... The record already exists.."),
              "Conflict",
              "EXISTS"));
      rows.add(
          row(
              "bad reference " + status,
              "create",
              write(
                  status,
                  "Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Warning:"
                      + " The value 'Local' in field 'Customer group' is not found in the related"
                      + " table 'Customer groups'.; Warning: validateField failed on field"
                      + " 'CustCustomerV3Entity.CustomerGroupId'."),
              "Rejected",
              "field CustomerGroupId"));
      rows.add(
          row(
              "bad reference, only the label " + status,
              "update",
              write(status, "Infolog: Warning: The value 'X' in field 'Y' is not found."),
              "Rejected",
              "field Y"));
      rows.add(
          row(
              "mandatory field " + status,
              "create",
              write(status, "Infolog: Error: Field 'Customer account' must be filled in."),
              "Rejected",
              "field Customer account"));
      rows.add(
          row(
              "missing site " + status,
              "create",
              write(
                  status,
                  "Infolog: Error: Inventory dimension Site is mandatory and must consequently"
                      + " be specified."),
              "Rejected",
              "Inventory dimension Site"));
      rows.add(
          row(
              "blocked item " + status,
              "create",
              write(status, "Infolog: Error: Item 'L-1' is blocked for 'Sales order'."),
              "Rejected",
              "Item 'L-1' is blocked"));
      rows.add(
          row(
              "party conflict " + status,
              "create",
              write(
                  status,
                  "Infolog: Error: Cannot create customer with account number 'C' with same party"
                      + " number as prospect 'P'."),
              "Rejected",
              "prospect 'P'"));
      rows.add(
          row(
              "custom duplicate check " + status,
              "create",
              write(
                  status,
                  "Infolog: Warning: The shopify reference R is already exist in sales order S.;"
                      + " Warning: validateWrite failed on data source 'SalesTable (SalesTable)'."),
              "Conflict",
              "EXISTS"));
      rows.add(
          row(
              "update conflict " + status,
              "update",
              write(
                  status,
                  "Cannot edit a record in Ledger journal table (LedgerJournalTable). An update"
                      + " conflict occurred due to another user process deleting the record or"
                      + " changing one or more fields in the record."),
              "Conflict",
              "BUSY"));
      rows.add(
          row(
              "delete blocked " + status,
              "delete",
              write(
                  status,
                  "Infolog: Error: Ledger journal table cannot be deleted while dependent Journal"
                      + " lines exist."),
              "Rejected",
              "dependent Journal lines exist"));
      rows.add(
          row(
              "action failure " + status,
              "create",
              error(
                  status,
                  "System.InvalidOperationException",
                  "Exception occurred while executing action submit on Entity X: Infolog: Error:"
                      + " no rule"),
              "Rejected",
              "no rule"));
      rows.add(
          row(
              "no rights in words " + status,
              "update",
              write(status, "Infolog: Error: Access Denied: sufficient authorization is missing."),
              "Denied",
              "role"));
    }
    return rows.stream();
  }

  static Stream<ErrorCase> statuses() {
    return Stream.of(
        row("unknown set", "query", json(404, ""), "Malformed", "/data/CustomersV3"),
        row(
            "unknown set with a key",
            "update",
            json(404, "{\"Message\":\"No HTTP resource was found that matches\"}"),
            "Malformed",
            "does not know"),
        row(
            "unknown property",
            "create",
            json(
                400,
                "{\"error\":{\"code\":\"\",\"message\":\"Could not find a property named"
                    + " 'CustGroup' on type 'CustomerV3'.\"}}"),
            "Rejected",
            "field CustGroup"),
        row("key not found", "update", json(404, ""), "Conflict", "GONE"),
        row("key not found on delete", "delete", json(404, "{}"), "Conflict", "GONE"),
        row("404 page", "update", html(404, "gateway"), "Unavailable", "was sent"),
        row("bad token", "read", json(401, ""), "Denied", "Microsoft Entra ID applications"),
        row("redirect", "read", redirect(), "Denied", "Microsoft Entra ID applications"),
        row("no rights", "create", json(403, ""), "Denied", "role with this data entity"),
        row("429 empty", "create", delayed(429, ""), "Throttled", "PT17S"),
        row(
            "429 text",
            "create",
            delayed(429, "Number of concurrent requests exceeded the limit of 52."),
            "Throttled",
            "limit of 52"),
        row(
            "throttled in words",
            "create",
            error(
                503,
                "",
                "This request could not be processed at this time due to system experiencing high"
                    + " resource utilization."),
            "Throttled",
            "resource utilization"),
        row("412", "update", json(412, ""), "Conflict", "MOVED"),
        row("409", "update", json(409, "{}"), "Conflict", "MOVED"),
        row("502 page", "create", html(502, "bad gateway"), "Unavailable", "was sent"),
        row("503 page on a read", "read", html(503, "recycle"), "Unavailable", "503"),
        row("503 with a delay, write", "create", delayed(503, ""), "Unavailable", "PT17S"),
        row("503 with a delay, read", "query", delayed(503, ""), "Throttled", "PT17S"),
        row("504 text", "update", json(504, "upstream timed out"), "Unavailable", "was sent"),
        row(
            "500 of another kind",
            "create",
            error(500, "System.NullReferenceException", "Object reference not set"),
            "Unavailable",
            "was sent"),
        row("400 page", "query", html(400, "Bad Request"), "Rejected", "400"),
        row("truncated", "query", truncated(), "Unavailable", "was sent"),
        row("200 page", "query", html(200, "maintenance"), "Malformed", "web page"),
        row("no context", "query", json(200, "{\"value\":[]}"), "Malformed", "@odata.context"),
        row("created, no JSON", "create", json(201, ""), "Malformed", "without JSON"));
  }

  @ParameterizedTest
  @MethodSource({"infologs", "statuses"})
  void tellsWhatAnAnswerMeans(ErrorCase row) {
    site.answers(row.answer());

    RemoteException failure = catchThrowableOfType(RemoteException.class, () -> call(row.call()));

    row.check(failure);
  }

  @Test
  void aRowThatIsNotThereIsEmptyWhenRead() {
    site.answers(404, "");

    assertThat(client.read(KEY, Columns.of("CustomerAccount"))).isEmpty();
  }

  @Test
  void aThrottledCallHoldsTheWholeConnection() {
    site.answers(delayed(429, ""));

    assertThat(catchThrowableOfType(RemoteException.Throttled.class, () -> call("create")))
        .isNotNull();
    RemoteException.Throttled held =
        catchThrowableOfType(RemoteException.Throttled.class, () -> call("read"));

    assertThat(held).hasMessageContaining("no leave to send");
    assertThat(site.requests()).hasSize(1);
  }

  private void call(String call) {
    Map<String, Object> body = Map.of("CustomerAccount", "US-001");
    switch (call) {
      case "read" -> client.read(KEY, Columns.of("CustomerAccount"));
      case "query" -> client.query("CustomersV3", D365Query.of(Columns.of("CustomerAccount")));
      case "create" -> client.create("CustomersV3", body);
      case "update" -> client.update(KEY, "W/\"1\"", body);
      default -> client.delete(KEY, null);
    }
  }

  private static ErrorCase row(
      String name, String call, MockResponse answer, String type, String detail) {
    return new ErrorCase(name, call, answer, type, detail);
  }

  private static MockResponse write(int status, String message) {
    return error(
        status,
        "Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException",
        message);
  }

  private static MockResponse error(int status, String type, String message) {
    return json(
        status,
        "{\"error\":{\"code\":\"\",\"message\":\"An error has occurred.\",\"innererror\":{"
            + "\"message\":\""
            + message
            + "\",\"type\":\""
            + type
            + "\",\"stacktrace\":\"   at Microsoft.Dynamics.Platform\"}}}");
  }

  private static MockResponse redirect() {
    return new MockResponse.Builder().code(302).setHeader("Location", "/login").build();
  }

  private static MockResponse delayed(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Retry-After", "17")
        .body(body)
        .build();
  }

  private static MockResponse truncated() {
    return json(200, "{\"@odata.context\":\"x\",\"value\":[]}" + " ".repeat(10_000))
        .newBuilder()
        .onResponseBody(new SocketEffect.CloseSocket())
        .build();
  }
}
