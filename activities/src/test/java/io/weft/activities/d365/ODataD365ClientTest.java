package io.weft.activities.d365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.FakeSite;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.secret.Secret;
import io.weft.activities.value.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ODataD365ClientTest {
  private static final Columns COLUMNS = Columns.of("dataAreaId", "CustomerAccount");
  private static final String EMPTY = "{\"@odata.context\":\"x\",\"value\":[]}";
  private static final String ROW =
      "{\"@odata.context\":\"x\",\"@odata.etag\":\"W/\\\"JzEs\\\"\",\"CreditLimit\":1000.10}";

  private FakeSite site;
  private D365Client client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client = client(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  static D365Client client(FakeSite site) {
    return D365Access.connect(connection(site), site.shared());
  }

  static D365Connection connection(FakeSite site) {
    return new D365Connection(
        site.url(), site.tokenUrl(), "weft", Secret.of("s"), site.url(), Duration.ofSeconds(10));
  }

  @Test
  void readsARowByItsKeyInItsCompany() {
    site.answers(200, ROW);

    Row row = client.read(key("US-001"), COLUMNS).orElseThrow();

    assertThat(site.request().getTarget())
        .isEqualTo(
            "/data/CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')"
                + "?cross-company=true&$select=dataAreaId%2CCustomerAccount");
    assertThat(row.etag()).isEqualTo("W/\"JzEs\"");
    assertThat(row.number("CreditLimit")).isEqualTo("1000.10");
  }

  @Test
  void asksForATokenOfTheEnvironment() {
    site.answers(200, ROW);

    client.read(key("US-001"), COLUMNS);

    assertThat(site.tokenRequests().get(0).getBody().utf8())
        .contains("scope=http%3A%2F%2Flocalhost%3A" + site.url().getPort() + "%2F.default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"O'Hara", "Müller 🧵", "a b", "x','y", "(1)", "a;b", "a=b", "a,b"})
  void noValueBreaksOutOfAKey(String value) {
    site.answers(200, ROW);

    client.read(key(value), COLUMNS);

    assertThat(site.request().getUrl().encodedPath()).startsWith("/data/CustomersV3(");
    assertThat(site.request().getUrl().pathSegments().get(1))
        .isEqualTo(
            "CustomersV3(dataAreaId='usmf',CustomerAccount='" + value.replace("'", "''") + "')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b", "a\\b", "100%", "a?b", "a#b", "a&b", "a:b", "a+b", "a\nb", "\u0000", "a."})
  void valuesUnfitForAPathAreAskedForByFilter(String value) {
    site.answers(200, EMPTY);

    assertThat(client.read(key(value), COLUMNS)).isEmpty();

    assertThat(site.request().getUrl().encodedPath()).isEqualTo("/data/CustomersV3");
    assertThat(site.request().getUrl().queryParameter("$filter"))
        .isEqualTo("(dataAreaId eq 'usmf') and (CustomerAccount eq '" + value + "')");
    assertThat(site.request().getUrl().queryParameter("$top")).isEqualTo("2");
  }

  @Test
  void longKeysAreAskedForByFilterAndTooLongOnesNotAtAll() {
    site.answers(200, EMPTY);

    client.read(key("x".repeat(300)), COLUMNS);
    assertThat(site.request().getUrl().encodedPath()).isEqualTo("/data/CustomersV3");

    assertThatThrownBy(() -> client.read(key("x".repeat(10_000)), COLUMNS))
        .isInstanceOf(RemoteException.Rejected.class);
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void aStarInAKeyIsRefused() {
    assertThatThrownBy(() -> client.read(key("US*"), COLUMNS))
        .isInstanceOf(RemoteException.Rejected.class)
        .hasMessageContaining("wildcard");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void writesTypedKeysUnquoted() {
    site.answers(200, ROW);
    EntityKey key =
        EntityKey.of("SalesInvoiceHeadersV2", "usmf", "InvoiceNumber", "CIV-000700")
            .and("InvoiceDate", Instant.parse("2026-01-15T12:00:00Z"))
            .and("Type", new EnumValue("DimensionHierarchyType", "Default"));

    client.read(key, Columns.of("InvoiceNumber"));

    assertThat(site.request().getUrl().encodedPath())
        .isEqualTo(
            "/data/SalesInvoiceHeadersV2(dataAreaId='usmf',InvoiceNumber='CIV-000700',"
                + "InvoiceDate=2026-01-15T12:00:00Z,"
                + "Type=Microsoft.Dynamics.DataEntities.DimensionHierarchyType'Default')");
  }

  @Test
  void guardsAChangeByTheEtag() {
    site.answers(204, "");

    client.update(key("US-001"), "W/\"JzEs\"", Map.of("NameAlias", "X"));

    RecordedRequest request = site.request();
    assertThat(request.getMethod()).isEqualTo("PATCH");
    assertThat(request.getHeaders().get("If-Match")).isEqualTo("W/\"JzEs\"");
    assertThat(request.getUrl().queryParameter("cross-company")).isEqualTo("true");
    assertThat(request.getBody().utf8()).isEqualTo("{\"NameAlias\":\"X\"}");
  }

  @Test
  void changesWithoutAGuardWhereNoneIsGiven() {
    site.answers(204, "");

    client.update(key("US-001"), null, Map.of("NameAlias", "X"));
    client.delete(key("US-001"), null);

    assertThat(site.requests())
        .allSatisfy(request -> assertThat(request.getHeaders().get("If-Match")).isNull())
        .allSatisfy(request -> assertThat(request.getTarget()).contains("cross-company=true"));
  }

  @Test
  void createsAndReturnsWhatTheErpAdded() {
    site.answers(201, ROW);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dataAreaId", "usmf");
    body.put("OrganizationName", "Fabrikam * GmbH");

    Row row = client.create("CustomersV3", body);

    assertThat(row.number("CreditLimit")).isEqualTo("1000.10");
    assertThat(site.request().getTarget()).isEqualTo("/data/CustomersV3?cross-company=true");
    assertThat(site.request().getBody().utf8())
        .isEqualTo("{\"dataAreaId\":\"usmf\",\"OrganizationName\":\"Fabrikam * GmbH\"}");
  }

  @Test
  void asksInTheErpsGrammar() {
    site.answers(200, EMPTY);
    D365Query query =
        D365Query.of(COLUMNS)
            .where(
                D365Filter.all(
                    D365Filter.equal("dataAreaId", "usmf"),
                    D365Filter.equal(
                        "SalesOrderStatus", new EnumValue("SalesStatus", "Backorder"))))
            .orderBy("dataAreaId", "CustomerAccount")
            .top(100)
            .skip(200)
            .counted();

    client.query("CustomersV3", query);

    assertThat(site.request().getUrl().queryParameterNames())
        .containsExactly(
            "cross-company", "$select", "$filter", "$orderby", "$top", "$skip", "$count");
    assertThat(site.request().getUrl().queryParameter("$filter"))
        .isEqualTo(
            "(dataAreaId eq 'usmf') and (SalesOrderStatus eq"
                + " Microsoft.Dynamics.DataEntities.SalesStatus'Backorder')");
    assertThat(site.request().getUrl().queryParameter("$orderby"))
        .isEqualTo("dataAreaId,CustomerAccount");
  }

  @Test
  void followsTheNextPageExactly() {
    String link = site.url() + "/data/CustomersV3?cross-company=true&$skip=10000&$top=10000";
    site.answers(
            200,
            "{\"@odata.context\":\"x\",\"@odata.count\":3,\"@odata.nextLink\":\"%s\",\"value\":[{}]}"
                .formatted(link))
        .answers(200, EMPTY);

    Page first = client.query("CustomersV3", D365Query.of(COLUMNS));
    Page last = client.next("CustomersV3", first.next());

    assertThat(first.total()).isEqualTo(3);
    assertThat(site.request().getTarget())
        .isEqualTo("/data/CustomersV3?cross-company=true&$skip=10000&$top=10000");
    assertThat(last.next()).isNull();
  }

  @Test
  void doesNotCarryOurTokenElsewhere() {
    assertThatThrownBy(() -> client.next("CustomersV3", "https://evil.example/data/CustomersV3"))
        .isInstanceOf(RemoteException.Malformed.class)
        .hasMessageContaining("evil.example");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void readsTheModel() {
    site.answers(
        new mockwebserver3.MockResponse.Builder()
            .body(
                "<Edmx><Schema Namespace='M'><EntityType Name='CustomerV3'><Property"
                    + " Name='CustomerAccount' Type='Edm.String' MaxLength='20'/></EntityType>"
                    + "<EntitySet Name='CustomersV3' EntityType='M.CustomerV3'/></Schema></Edmx>")
            .build());

    assertThat(client.metadata().has("CustomersV3", "CustomerAccount")).isTrue();
    assertThat(site.request().getTarget()).isEqualTo("/data/$metadata");
  }

  private static EntityKey key(String account) {
    return EntityKey.of("CustomersV3", "usmf", "CustomerAccount", account);
  }
}
