package io.weft.activities.d365;

import static io.weft.activities.http.FakeSite.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.FakeSite;
import io.weft.activities.value.Columns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ODataDataverseClientTest {
  private static final String TABLE = "mserp_custcustomergroupentities";
  private static final String GUID = "00004951-0000-0000-5e1a-005001000000";

  private FakeSite site;
  private DataverseClient client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client =
        D365Access.dataverse(ODataD365ClientTest.connection(site), site.shared()).orElseThrow();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void opensAFeedWithoutAnythingThatItRefuses() {
    site.answers(200, page("\"@odata.nextLink\":\"" + link("$skiptoken=1") + "\""));

    Changes changes = client.opening(TABLE, Columns.of("mserp_customergroupid"));

    assertThat(site.request().getHeaders().get("Prefer")).isEqualTo("odata.track-changes");
    assertThat(site.request().getTarget())
        .isEqualTo("/api/data/v9.2/" + TABLE + "?$select=mserp_customergroupid");
    assertThat(changes.changed()).hasSize(1);
    assertThat(changes.next()).isEqualTo(link("$skiptoken=1"));
    assertThat(changes.delta()).isNull();
  }

  @Test
  void tellsChangedRowsFromDeletedOnes() throws Exception {
    site.answers(200, page("\"@odata.deltaLink\":\"" + link("$deltatoken=2") + "\""));

    Changes changes = client.since(link("$deltatoken=700412%2101%2f15%2f2026%2010%3a05%3a00"));

    assertThat(site.request().getTarget())
        .isEqualTo(
            "/api/data/v9.2/" + TABLE + "?$deltatoken=700412%2101%2f15%2f2026%2010%3a05%3a00");
    assertThat(changes.changed().get(0).text("mserp_customergroupid")).isEqualTo("30");
    assertThat(changes.deleted()).containsExactly("00004951-0000-0000-a91a-005001000000");
    assertThat(changes.delta()).isEqualTo(link("$deltatoken=2"));
    assertThat(changes.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 410})
  void aLinkThatIsTooOldIsItsOwnOutcome(int status) {
    site.answers(
        status,
        "{\"error\":{\"code\":\"0x80044352\",\"message\":\"Version stamp associated with the"
            + " client has expired. Please perform a full sync.\"}}");

    assertThatThrownBy(() -> client.since(link("$deltatoken=1")))
        .isInstanceOf(FeedExpired.class)
        .hasMessageContaining("full sync");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x80072322", "0x80072321", "0x80072326"})
  void itsLimitsHoldTheConnection(String code) {
    site.answers(
        json(429, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Number of requests\"}}")
            .newBuilder()
            .setHeader("Retry-After", "9")
            .build());

    assertThatThrownBy(() -> client.since(link("$deltatoken=1")))
        .isInstanceOf(RemoteException.Throttled.class);
    assertThat(site.governor.state().heldUntil()).isNotNull();
  }

  @Test
  void refusesAForeignLink() {
    assertThatThrownBy(() -> client.since("https://evil.example/api/data/v9.2/" + TABLE))
        .isInstanceOf(RemoteException.Malformed.class);
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void readsOneRowByItsGuid() {
    site.answers(200, "{\"@odata.context\":\"x\",\"mserp_customergroupid\":\"30\"}")
        .answers(404, "{\"error\":{\"code\":\"0x80040217\",\"message\":\"Does Not Exist\"}}");
    Columns columns = Columns.of("mserp_customergroupid");

    assertThat(client.row(TABLE, GUID, columns)).isPresent();
    assertThat(site.request().getUrl().encodedPath())
        .isEqualTo("/api/data/v9.2/" + TABLE + "(" + GUID + ")");
    assertThat(client.row(TABLE, GUID, columns)).isEmpty();
  }

  private String link(String query) {
    return site.url() + "/api/data/v9.2/" + TABLE + "?" + query;
  }

  private static String page(String links) {
    return "{\"@odata.context\":\"c/$delta\","
        + links
        + ",\"value\":[{\"@odata.etag\":\"W/\\\"915244\\\"\",\"mserp_customergroupid\":\"30\"}"
        + ",{\"@odata.context\":\"https://x/$metadata#t/$deletedEntity\","
        + "\"id\":\"00004951-0000-0000-A91A-005001000000\",\"reason\":\"deleted\"}]}";
  }
}
