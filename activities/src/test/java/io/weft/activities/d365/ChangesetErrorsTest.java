package io.weft.activities.d365;

import static io.weft.activities.http.FakeSite.html;
import static io.weft.activities.http.FakeSite.json;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.ErrorCase;
import io.weft.activities.http.FakeSite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections 2.7 and 2.8 of the D365 reference: parts that fail, and answers that say nothing. */
class ChangesetErrorsTest {
  private static final String BAD_ITEM =
      "Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: Warning: The value"
          + " 'NOPE' in field 'Item number' is not found in the related table 'Released products'.;"
          + " Warning: validateField failed on field 'SalesOrderLineV2Entity.ItemNumber'.";
  private static final String SAME_ITEM =
      "Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: Error: Item"
          + " 'D0001' is blocked for 'Sales order'.";
  private static final String UPDATE_CONFLICT =
      "Cannot edit a record in Sales orders (SalesTable). An update conflict occurred due to"
          + " another user process deleting the record or changing one or more fields.";
  private static final String EXISTS =
      "Infolog: Error: Cannot create a record in Sales orders (SalesTable). Sales order: CRT-7."
          + " The record already exists..";

  private static final List<Write> LINES =
      List.of(
          new Write.Create("SalesOrderHeadersV2", ChangesetTest.body("SalesOrderNumber", "CRT-7")),
          line("D0001"),
          line("NOPE"),
          line("D0001"),
          new Write.Update(ChangesetTest.LINE, "W/\"1\"", ChangesetTest.body("SalesPrice", "1")));

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
              "bad line " + status,
              Parts.answer(Parts.failed("3", status, BAD_ITEM)),
              "Rejected",
              "write 3 of 5: SalesOrderLines.create answered " + status + ": The value 'NOPE'"));
      rows.add(
          row(
              "field of a bad line " + status,
              Parts.answer(Parts.failed("3", status, BAD_ITEM)),
              "Rejected",
              "field ItemNumber"));
      rows.add(
          row(
              "text against the mark " + status,
              Parts.answer(Parts.failed("1", status, BAD_ITEM)),
              "Rejected",
              "write 3 of 5: SalesOrderLines.create"));
      rows.add(
          row(
              "text without a mark " + status,
              Parts.answer(Parts.failed(null, status, BAD_ITEM)),
              "Rejected",
              "write 3 of 5: SalesOrderLines.create"));
      rows.add(
          row(
              "mark among alike " + status,
              Parts.answer(Parts.failed("4", status, SAME_ITEM)),
              "Rejected",
              "write 4 of 5: SalesOrderLines.create"));
      rows.add(
          row(
              "no mark among alike " + status,
              Parts.answer(Parts.failed(null, status, SAME_ITEM)),
              "Rejected",
              "one of 5 writes: SalesOrderLines.create answered " + status + ": Item 'D0001'"));
      rows.add(
          row(
              "duplicate key " + status,
              Parts.answer(Parts.failed("1", status, EXISTS)),
              "Conflict",
              "EXISTS"));
      rows.add(
          row(
              "duplicate key, no mark " + status,
              Parts.answer(Parts.failed(null, status, EXISTS)),
              "Conflict",
              "EXISTS"));
      rows.add(
          row(
              "update conflict " + status,
              Parts.answer(Parts.failed("5", status, UPDATE_CONFLICT)),
              "Conflict",
              "BUSY"));
      rows.add(
          row(
              "no rights in words " + status,
              Parts.answer(
                  Parts.failed("1", status, "Infolog: Error: Access Denied: authorization.")),
              "Denied",
              "role"));
    }
    return rows.stream();
  }

  static Stream<ErrorCase> parts() {
    return Stream.of(
        row("412", failed("5", "412 Precondition Failed"), "Conflict", "MOVED"),
        row("409", failed("5", "409 Conflict"), "Conflict", "MOVED"),
        row("404 on a key", failed("5", "404 Not Found"), "Conflict", "GONE"),
        row("404 on a key, no mark", failed(null, "404 Not Found"), "Conflict", "GONE"),
        row("404 on a set", failed("2", "404 Not Found"), "Malformed", "/data/SalesOrderLines"),
        row("mark that is not ours", failed("77", "412 No"), "Conflict", "one of 5 writes"),
        row("403", failed("1", "403 Forbidden"), "Denied", "role with this data entity"),
        row("401", failed("1", "401 Unauthorized"), "Denied", "Microsoft Entra ID applications"),
        row(
            "429",
            Parts.answer(Parts.part("1", "429 Too Many Requests", "", "Retry-After: 17")),
            "Throttled",
            "PT17S"),
        row(
            "429 text",
            Parts.answer(
                Parts.part(
                    "1", "429 x", "Number of concurrent requests exceeded the limit of 52.")),
            "Throttled",
            "limit of 52"),
        row(
            "throttled in words",
            Parts.answer(
                Parts.failed("2", 503, "", "system experiencing high resource utilization")),
            "Throttled",
            "high resource"),
        row(
            "500 of another kind",
            Parts.answer(
                Parts.failed("2", 500, "System.NullReferenceException", "Object reference")),
            "Unavailable",
            "was sent"),
        row("503", failed("1", "503 Service Unavailable"), "Unavailable", "was sent"),
        row("504", failed("1", "504 Gateway Timeout"), "Unavailable", "was sent"),
        row(
            "failure outside of a changeset",
            Parts.mixed(
                "--batchresponse_55\r\n"
                    + Parts.failed("3", 400, BAD_ITEM)
                    + "--batchresponse_55--\r\n"),
            "Rejected",
            "write 3 of 5"));
  }

  static Stream<ErrorCase> wholes() {
    return Stream.of(
        row("429", delayed(429), "Throttled", "PT17S"),
        row("503", delayed(503), "Unavailable", "PT17S"),
        row("502 page", html(502, "bad gateway"), "Unavailable", "was sent"),
        row("401", json(401, ""), "Denied", "Microsoft Entra ID applications"),
        row("403", json(403, ""), "Denied", "role"),
        row("404", json(404, ""), "Malformed", "/data/$batch"),
        row("400", json(400, "{\"error\":{\"message\":\"no boundary\"}}"), "Rejected", "boundary"),
        row("200 page", html(200, "maintenance"), "Malformed", "web page"),
        row("200 JSON", json(200, "{\"responses\":[]}"), "Malformed", "without parts"),
        row(
            "200 JSON cut",
            json(200, "{\"responses\":[").newBuilder().build(),
            "Unavailable",
            "cut"),
        row("200 nothing", json(200, ""), "Malformed", "without parts"),
        row("connection lost", lost(), "Unavailable", "was sent"));
  }

  static Stream<ErrorCase> unknowns() {
    String text = Parts.text(created("1"), created("2"), created("3"), created("4"), last());
    String error = Parts.text(Parts.failed("3", 400, BAD_ITEM));
    return Stream.of(
        unknown("empty body", ""),
        unknown("no end of the batch", text.replace("--batchresponse_55--", "")),
        unknown("no end of the changeset", text.replace("--changesetresponse_56--", "")),
        unknown("cut within a part", text.substring(0, text.length() / 2)),
        unknown("cut within an error", error.substring(0, error.length() / 2)),
        unknown("error without an end", error.replace("--changesetresponse_56--", "")),
        unknown("no status", Parts.text("Content-Type: application/http\r\n\r\nhello\r\n")),
        unknown("no parts", Parts.text()),
        unknown("too few", Parts.text(created("1"), created("2"))),
        unknown("one twice", text.replace("Content-ID: 2", "Content-ID: 1")),
        unknown("one that is not ours", text.replace("Content-ID: 2", "Content-ID: 9")),
        unknown("some without a mark", text.replace("Content-ID: 2\r\n", "")),
        unknown("both", Parts.text(created("1"), Parts.failed("3", 400, BAD_ITEM))),
        row(
            "created without a row",
            Parts.mixed(text.replace("{\"@odata.context\":\"x\",\"SalesOrderNumber\":\"3\"}", "")),
            "Malformed",
            "write 3 of 5"));
  }

  @ParameterizedTest
  @MethodSource({"infologs", "parts", "wholes", "unknowns"})
  void tellsWhatAnAnswerMeans(ErrorCase row) {
    site.answers(row.answer());

    row.check(catchThrowableOfType(RemoteException.class, () -> client.changeset(LINES)));
  }

  private static Write line(String item) {
    return new Write.Create("SalesOrderLines", ChangesetTest.body("ItemNumber", item));
  }

  private static String created(String id) {
    return Parts.created(id, id);
  }

  private static String last() {
    return Parts.changed("5");
  }

  private static MockResponse failed(String id, String status) {
    return Parts.answer(Parts.part(id, status, ""));
  }

  private static ErrorCase unknown(String name, String text) {
    return row(name, Parts.mixed(text), "Unavailable", "was sent");
  }

  private static ErrorCase row(String name, MockResponse answer, String type, String detail) {
    return new ErrorCase(name, "changeset", answer, type, detail);
  }

  private static MockResponse delayed(int status) {
    return json(status, "").newBuilder().setHeader("Retry-After", "17").build();
  }

  private static MockResponse lost() {
    return Parts.mixed(Parts.text(created("1")) + " ".repeat(10_000))
        .newBuilder()
        .onResponseBody(new SocketEffect.CloseSocket())
        .build();
  }
}
