package io.weft.activities.creatio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Lane;
import io.weft.activities.http.FakeSite;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.secret.Secret;
import io.weft.activities.value.Columns;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ODataCreatioClientTest {
  private static final String ID = "7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";
  private static final String MODEL =
      "<edmx:Edmx xmlns:edmx='e'><Schema Namespace='T'><EntityType Name='Account'>"
          + "<Property Name='Id' Type='Edm.Guid'/><Property Name='Name' Type='Edm.String'/>"
          + "<Property Name='OwnerId' Type='Edm.Guid'/>"
          + "<Property Name='UsrCreditLimit' Type='Edm.Decimal'/>"
          + "<Property Name='UsrSyncedOn' Type='Edm.DateTimeOffset'/>"
          + "<NavigationProperty Name='Owner' Type='T.Contact'/></EntityType>"
          + "<EntitySet Name='Account' EntityType='T.Account'/></Schema></edmx:Edmx>";

  private FakeSite site;
  private ODataCreatioClient client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client = client(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  static ODataCreatioClient client(FakeSite site) {
    return CreatioAccess.connect(
        new CreatioConnection(
            site.url(),
            "/0/odata",
            site.tokenUrl(),
            "weft",
            Secret.of("s"),
            Duration.ofSeconds(10)),
        site.shared());
  }

  /** A strict write; it asks for the model first. */
  static void strict(CreatioClient client, String id) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("Name", "Old");
    seen.put("OwnerId", CreatioValues.ZERO_GUID);
    seen.put("UsrSyncedOn", "2026-02-03T10:00:00.123Z");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("OwnerId", ID);
    body.put("UsrCreditLimit", new BigDecimal("10.50"));
    client.patchIfUnchanged("Account", id, seen, body);
  }

  static MockResponse model() {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/xml")
        .body(MODEL)
        .build();
  }

  @Test
  void readsAnAccountWithItsEmailRowInOneCall() {
    site.answers(
        200,
        "{\"@odata.context\":\"x\",\"Id\":\"%s\",\"Name\":\"Contoso\",\"ModifiedOn\":\"2026-01-31T09:02:11.417Z\","
                .formatted(ID)
            + "\"AccountCommunicationCollectionByAccount\":[{\"Id\":\"a\",\"Number\":\"ap@x.example\"}]}");

    Row row =
        client
            .get(
                "Account",
                ID.toUpperCase(Locale.ROOT),
                Columns.of("Name"),
                List.of(
                    new Expand(
                        "AccountCommunicationCollectionByAccount",
                        Columns.of("Id", "Number", "CommunicationTypeId"))))
            .orElseThrow();

    RecordedRequest request = site.request();
    assertThat(request.getUrl().encodedPath()).isEqualTo("/0/odata/Account(" + ID + ")");
    assertThat(parameter(request, "$select")).isEqualTo("Id,ModifiedOn,ModifiedById,Name");
    assertThat(parameter(request, "$expand"))
        .isEqualTo(
            "AccountCommunicationCollectionByAccount($select=Id,Number,CommunicationTypeId)");
    assertThat(row.rows("AccountCommunicationCollectionByAccount").get(0).text("Number"))
        .isEqualTo("ap@x.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "x') or (1 eq 1", "../Contact", "7d4b8a52"})
  void anIdThatIsNoneIsNoRecordAndIsNeverSent(String id) {
    assertThat(client.get("Account", id, Columns.of("Name"))).isEmpty();
    assertThatThrownBy(() -> client.patch("Account", id, Map.of("Name", "x")))
        .isInstanceOf(RemoteException.Rejected.class);

    assertThat(site.requests()).isEmpty();
  }

  @Test
  void createsUnderOurId() {
    site.answers(201, "{\"@odata.context\":\"x\",\"Id\":\"%s\"}".formatted(ID));

    Row row = client.create("Account", ID, Map.of("Name", "O'Hara 🧵"));

    assertThat(row.text("Id")).isEqualTo(ID);
    assertThat(site.request().getMethod()).isEqualTo("POST");
    assertThat(site.request().getBody().utf8())
        .isEqualTo("{\"Id\":\"%s\",\"Name\":\"O'Hara 🧵\"}".formatted(ID));
    assertThat(site.request().getHeaders().get("Content-Type"))
        .isEqualTo("application/json; charset=utf-8; IEEE754Compatible=true");
  }

  @Test
  void changesOnlyWhatItIsGiven() {
    site.answers(204, "");

    client.patch("Account", ID, Map.of("Phone", ""));

    assertThat(site.request().getMethod()).isEqualTo("PATCH");
    assertThat(site.request().getBody().utf8()).isEqualTo("{\"Phone\":\"\"}");
  }

  @Test
  void pagesByTimeAndId() {
    site.answers(200, page("2026-01-31T09:02:11.417Z"));
    CreatioQuery query = CreatioQuery.of(Columns.of("Name")).top(1).counted();

    Page page = client.query("Account", query);
    client.query("Account", query.after(page.next()));

    assertThat(page.total()).isEqualTo(7);
    assertThat(parameter(site.requests().get(0), "$orderby")).isEqualTo("ModifiedOn asc,Id asc");
    assertThat(parameter(site.requests().get(0), "$top")).isEqualTo("1");
    assertThat(parameter(site.requests().get(0), "$count")).isEqualTo("true");
    assertThat(parameter(site.requests().get(1), "$filter"))
        .isEqualTo(
            "(ModifiedOn gt 2026-01-31T09:02:11.417Z) or"
                + " ((ModifiedOn eq 2026-01-31T09:02:11.417Z) and (Id gt "
                + ID
                + "))");
  }

  @Test
  void aPageThatIsNotFullIsTheLast() {
    site.answers(200, page("2026-01-31T09:02:11Z"));

    assertThat(client.query("Account", CreatioQuery.of(Columns.of("Name"))).next()).isNull();
  }

  @Test
  void walksAMomentByOffsetWhereTheServerHidesFinerTimes() {
    site.answers(200, page("2026-01-31T09:02:11.417Z"));
    CreatioQuery query = CreatioQuery.of(Columns.of("Name")).top(1);
    String first = client.query("Account", query).next();

    String second = client.query("Account", query.after(first)).next(); // the same row again
    String third = client.query("Account", query.after(second)).next();
    client.query("Account", query.after(third));

    assertThat(second).isEqualTo("2026-01-31T09:02:11.417Z|+0");
    assertThat(third).isEqualTo("2026-01-31T09:02:11.417Z|+1");
    assertThat(parameter(site.request(), "$filter"))
        .isEqualTo("ModifiedOn ge 2026-01-31T09:02:11.417Z");
    assertThat(parameter(site.request(), "$skip")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Hara",
        "100% & more",
        "a*b",
        "🧵",
        "line\nbreak",
        "\u0000\u001f",
        "x' or 1 eq 1"
      })
  void noValueBreaksOutOfAFilter(String value) {
    site.answers(200, "{\"@odata.context\":\"x\",\"value\":[]}");

    client.query(
        "Account", CreatioQuery.of(Columns.of("Name")).where(CreatioFilter.equal("Name", value)));

    assertThat(parameter(site.request(), "$filter"))
        .isEqualTo("Name eq '" + value.replace("'", "''") + "'");
    assertThat(site.request().getUrl().queryParameterNames())
        .containsExactly("$select", "$filter", "$orderby", "$top");
  }

  @Test
  void aValueOfTenThousandCharactersIsRefusedHere() {
    CreatioQuery query =
        CreatioQuery.of(Columns.of("Name")).where(CreatioFilter.equal("Name", "x".repeat(10_000)));

    assertThatThrownBy(() -> client.query("Account", query))
        .isInstanceOf(RemoteException.Rejected.class);
  }

  @Test
  void writesOnlyWhereTheOldValuesHold() {
    site.answers(model()).answers(200, "{\"success\":true,\"rowsAffected\":1}");

    strict(client, ID);

    assertThat(site.request().getUrl().encodedPath())
        .isEqualTo("/0/DataService/json/SyncReply/UpdateQuery");
    assertThat(site.request().getBody().utf8())
        .contains("\"rootSchemaName\":\"Account\"", "\"operationType\":2")
        .contains(
            "\"Owner\":{\"expressionType\":2,\"parameter\":{\"dataValueType\":0,\"value\":\"%s\"}}"
                .formatted(ID))
        .contains("\"dataValueType\":5,\"value\":10.50")
        .contains("\"columnPath\":\"Owner\"},\"comparisonType\":1,\"isNull\":true")
        .contains("\"dataValueType\":1,\"value\":\"Old\"")
        .contains("\"value\":\"\\\"2026-02-03T10:00:00.123Z\\\"\"")
        .contains("\"value\":\"\\\"2026-02-03T10:00:00.124Z\\\"\"");
  }

  @Test
  void keepsTheModelForADay() {
    site.answers(model());

    assertThat(client.metadata().has("Account", "OwnerId")).isTrue();
    client.in(Lane.BULK).metadata();
    assertThat(site.requests()).hasSize(1);

    site.clock.advance(Duration.ofHours(25));
    client.metadata();
    assertThat(site.requests()).hasSize(2);
  }

  @Test
  void findsTheIdentityServiceOfACloudSite() {
    assertThat(CreatioConnection.identityService(URI.create("https://acme.creatio.com")))
        .isEqualTo(URI.create("https://acme-is.creatio.com/connect/token"));
  }

  @Test
  void pingsTheSite() {
    site.answers(new MockResponse.Builder().body("Pong").build());

    client.ping();

    assertThat(site.request().getUrl().encodedPath()).isEqualTo("/0/api/HealthCheck/Ping");
  }

  private static String page(String modifiedOn) {
    return "{\"@odata.context\":\"x\",\"@odata.count\":7,\"value\":[{\"Id\":\"%s\",\"ModifiedOn\":\"%s\"}]}"
        .formatted(ID, modifiedOn);
  }

  private static String parameter(RecordedRequest request, String name) {
    return Objects.requireNonNull(request.getUrl().queryParameter(name));
  }
}
