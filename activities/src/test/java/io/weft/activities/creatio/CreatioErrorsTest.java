package io.weft.activities.creatio;

import static io.weft.activities.http.FakeSite.html;
import static io.weft.activities.http.FakeSite.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.ErrorCase;
import io.weft.activities.http.FakeSite;
import io.weft.activities.value.Columns;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 2.9 of the Creatio reference, row by row. */
class CreatioErrorsTest {
  private static final String ID = "7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";
  private static final String LOGIN = "<form action='/login'><input type=\"password\"></form>";
  private static final String ROUTING =
      "{\"Message\":\"No HTTP resource was found that matches the request URI 'x'.\","
          + "\"MessageDetail\":\"No type was found that matches the controller named 'Usr'.\"}";

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

  static Stream<ErrorCase> table() {
    return Stream.of(
        // sign-in: renewed once, then a matter of settings
        row("401", "read", json(401, "{}"), "Denied", "OAuth app"),
        row(
            "denied in words",
            "update",
            json(403, "{\"Message\":\"Authorization has been denied for this request.\"}"),
            "Denied",
            "OAuth app"),
        row("redirect", "read", redirect(), "Denied", "OAuth app"),
        row("200 with a login page", "query", html(200, LOGIN), "Denied", "OAuth app"),
        // rights
        row("403", "update", json(403, "{}"), "Denied", "CanUseODataService"),
        row(
            "SecurityException in a 500",
            "update",
            json(
                500,
                "{\"Message\":\"An error has occurred.\",\"ExceptionMessage\":\"no\","
                    + "\"ExceptionType\":\"System.Security.SecurityException\"}"),
            "Denied",
            "CanUseODataService"),
        row(
            "no permissions in a 500",
            "read",
            odata(500, "Current user does not have permissions for the \\\"Account\\\" object"),
            "Denied",
            "rights to the object"),
        // set not there, yet
        row("404 on a set", "query", json(404, "{}"), "Unavailable", "not sent"),
        row("404 on a create", "create", json(404, ROUTING), "Unavailable", "PT1M"),
        row("routing error with 200", "query", json(200, ROUTING), "Unavailable", "rebuilding"),
        row("routing error on a key", "update", json(404, ROUTING), "Unavailable", "not sent"),
        row("404 page on a key", "update", html(404, "IIS"), "Unavailable", "not sent"),
        // record gone
        row("404 on a key", "update", json(404, ""), "Conflict", "GONE"),
        row("404 on a delete", "delete", json(404, "{}"), "Conflict", "GONE"),
        // permanent
        row(
            "400 binding",
            "create",
            json(
                400,
                "{\"Message\":\"The request is invalid.\",\"ModelState\":{\"OwnerId\":[\"null\"]}}"),
            "Rejected",
            "field OwnerId"),
        row(
            "quoted date",
            "query",
            odata(400, "incompatible types 'Edm.DateTimeOffset' and 'Edm.String'"),
            "Rejected",
            "incompatible types"),
        row(
            "flat look-up filter",
            "query",
            odata(500, "Column by path AccountId not found in schema Contact"),
            "Rejected",
            "AccountId"),
        // transient, outcome open
        row("deadlock", "update", odata(500, "deadlock detected 40P01"), "Unavailable", "was sent"),
        row(
            "serialisation",
            "update",
            odata(500, "could not serialize"),
            "Unavailable",
            "was sent"),
        row("database timeout", "create", odata(500, "timeout expired"), "Unavailable", "was sent"),
        row(
            "memory limit",
            "query",
            odata(500, "RAM consumption limit exceeded"),
            "Rejected",
            "field $top"),
        // already there
        row(
            "duplicate key",
            "create",
            odata(500, "23505: duplicate key value violates unique constraint \\\"PKAccount\\\""),
            "Conflict",
            "EXISTS"),
        row(
            "primary key",
            "create",
            odata(500, "Violation of PRIMARY KEY constraint 'PKxyz'"),
            "Conflict",
            "EXISTS"),
        row(
            "another unique index",
            "create",
            odata(500, "duplicate key value violates unique constraint \\\"IUAccountUsr\\\""),
            "Rejected",
            "IUAccountUsr"),
        row(
            "duplicate key on a change",
            "update",
            odata(500, "duplicate key value violates unique constraint"),
            "Unavailable",
            "was sent"),
        // ambiguous
        row(
            "other 500",
            "create",
            odata(500, "Object reference not set"),
            "Unavailable",
            "was sent"),
        row("500 page", "update", html(500, "error"), "Unavailable", "was sent"),
        // transient
        row("408", "update", json(408, ""), "Unavailable", "was sent"),
        row("429", "update", delayed(429), "Throttled", "PT17S"),
        row("502 page", "update", html(502, "gateway"), "Unavailable", "was sent"),
        row("503 with a delay on a write", "update", delayed(503), "Unavailable", "PT17S"),
        row("503 with a delay on a read", "query", delayed(503), "Throttled", "PT17S"),
        row("504", "create", json(504, ""), "Unavailable", "was sent"),
        row("truncated", "query", truncated(), "Unavailable", "was sent"),
        // successes that are none
        row("200 with a page", "query", html(200, "<h1>Oops</h1>"), "Malformed", "web page"),
        row("201 with a page", "create", html(201, "Oops"), "Malformed", "web page"),
        row("204 with a page", "update", html(200, "Oops"), "Malformed", "web page"),
        row(
            "204 with an error",
            "update",
            json(200, "{\"error\":{\"message\":\"no\"}}"),
            "Malformed",
            "error inside"),
        row("no context", "query", json(200, "{\"value\":[]}"), "Malformed", "@odata.context"),
        row("no JSON", "query", json(200, "Pong"), "Malformed", "without JSON"),
        // other statuses
        row("412", "update", json(412, ""), "Conflict", "MOVED"),
        row("405", "update", json(405, ""), "Rejected", "405"),
        // DataService
        row(
            "DataService refuses",
            "strict",
            json(200, "{\"success\":false,\"errorInfo\":{\"message\":\"Item not found\"}}"),
            "Unavailable",
            "Item not found"),
        row(
            "DataService finds nothing",
            "strict",
            json(200, "{\"success\":true,\"rowsAffected\":0}"),
            "Conflict",
            "MOVED"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void tellsWhatAnAnswerMeans(ErrorCase row) {
    if (row.call().equals("strict")) {
      site.answers(ODataCreatioClientTest.model());
    }
    site.answers(row.answer());

    RemoteException failure = catchThrowableOfType(RemoteException.class, () -> call(row.call()));

    row.check(failure);
  }

  @Test
  void aRecordThatIsGoneIsEmptyWhenRead() {
    site.answers(404, "");

    assertThat(client.get("Account", ID, Columns.of("Name"))).isEmpty();
  }

  @Test
  void aPageInPlaceOfARecordIsNoDeletion() {
    site.answers(html(404, "404 - File or directory not found."));

    assertThat(catchThrowableOfType(RemoteException.Unavailable.class, () -> call("read")))
        .isNotNull();
  }

  @Test
  void aSetMissingForLongIsAMistakeInTheSettings() {
    site.answers(404, ROUTING);
    assertThat(catchThrowableOfType(RemoteException.Unavailable.class, () -> call("query")))
        .isNotNull();
    site.clock.advance(Duration.ofMinutes(5));

    RemoteException.Malformed failure =
        catchThrowableOfType(RemoteException.Malformed.class, () -> call("query"));

    assertThat(failure).hasMessageContaining("more than 5 minutes");
  }

  @Test
  void neverRepeatsAStackTrace() {
    site.answers(
        500,
        "{\"error\":{\"code\":\"\",\"message\":\"An error has occurred.\",\"innererror\":{"
            + "\"message\":\"outer\",\"stacktrace\":\"at Terrasoft.Core\",\"internalexception\":{"
            + "\"message\":\"the reason\",\"stacktrace\":\"at Npgsql\"}}}}");

    assertThat(catchThrowableOfType(RemoteException.Unavailable.class, () -> call("update")))
        .hasMessageContaining("the reason")
        .hasMessageNotContaining("Npgsql");
  }

  private void call(String call) {
    Map<String, Object> body = Map.of("Name", "Contoso");
    switch (call) {
      case "read" -> client.get("Account", ID, Columns.of("Name"));
      case "query" -> client.query("Account", CreatioQuery.of(Columns.of("Name")));
      case "create" -> client.create("Account", ID, body);
      case "update" -> client.patch("Account", ID, body);
      case "delete" -> client.delete("Account", ID);
      default -> ODataCreatioClientTest.strict(client, ID);
    }
  }

  private static ErrorCase row(
      String name, String call, MockResponse answer, String type, String detail) {
    return new ErrorCase(name, call, answer, type, detail);
  }

  private static MockResponse odata(int status, String reason) {
    return json(
        status,
        "{\"error\":{\"code\":\"\",\"message\":\"An error has occurred.\",\"innererror\":{"
            + "\"message\":\"Exception of type\",\"internalexception\":{\"message\":\""
            + reason
            + "\"}}}}");
  }

  private static MockResponse redirect() {
    return new MockResponse.Builder().code(302).setHeader("Location", "/Login").build();
  }

  private static MockResponse delayed(int status) {
    return json(status, "").newBuilder().setHeader("Retry-After", "17").build();
  }

  private static MockResponse truncated() {
    return json(200, "{\"@odata.context\":\"x\",\"value\":[]}" + " ".repeat(10_000))
        .newBuilder()
        .onResponseBody(new SocketEffect.CloseSocket())
        .build();
  }
}
