package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaFeedTest {
  private static final String SELECT = "?$select=mserp_customeraccount,mserp_dataareaid";
  private static Erp365 erp;

  @BeforeAll
  static void start() {
    erp = Erp365.start();
  }

  @AfterEach
  void clean() {
    erp.clean();
  }

  @AfterAll
  static void stop() {
    erp.close();
  }

  /** Follows a walk to its end; returns the rows, and last the delta link. */
  private static List<JsonNode> walk(String from) {
    List<JsonNode> rows = new ArrayList<>();
    JsonNode page = page(from);
    while (page.has("@odata.nextLink")) {
      page.path("value").forEach(rows::add);
      page = page(page.path("@odata.nextLink").asText());
    }
    page.path("value").forEach(rows::add);
    rows.add(page.path("@odata.deltaLink"));
    return rows;
  }

  private static JsonNode page(String url) {
    Erp365.Reply reply = erp.get(url, "Prefer", "odata.track-changes");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Preference-Applied")).isEqualTo("odata.track-changes");
    return reply.json();
  }

  private static String link(List<JsonNode> walk) {
    return walk.get(walk.size() - 1).asText();
  }

  private static String guid(JsonNode row) {
    return row.path("mserp_custcustomerv3entityid").asText();
  }

  @Test
  void givesAllRowsThenOnlyChangesThenDeletionsByGuid() {
    erp.create("usmf", "D-1", "One", "");
    erp.create("demf", "D-2", "Two", "");
    erp.create("usmf", "D-3", "Three", "");
    erp.settings("{\"deltaPageSize\":2}");
    List<JsonNode> first = walk(Erp365.FEED + SELECT);
    erp.patch("usmf", "D-1", "{\"CreditRating\":\"A\"}");
    erp.create("usmf", "D-4", "Four", "");
    erp.call("DELETE", Erp365.key("demf", "D-2"), "");
    erp.create("usmf", "D-5", "Five", "");
    erp.call("DELETE", Erp365.key("usmf", "D-5"), "");

    List<JsonNode> second = walk(link(first));
    List<JsonNode> third = walk(link(second));

    assertThat(first).hasSize(4);
    assertThat(second).hasSize(5);
    assertThat(second.get(0).path("mserp_customeraccount").asText()).isEqualTo("D-1");
    assertThat(second.get(1).path("mserp_customeraccount").asText()).isEqualTo("D-4");
    assertThat(second.get(2).path("id").asText()).isEqualTo(guid(first.get(1)));
    assertThat(second.get(2).path("reason").asText()).isEqualTo("deleted");
    assertThat(second.get(2)).hasSize(3);
    assertThat(second.get(3).path("reason").asText()).isEqualTo("deleted");
    assertThat(third).hasSize(1);
  }

  @Test
  void showsEachRowOnceUnderItsNewestVersion() {
    erp.create("usmf", "D-1", "One", "");
    String link = link(walk(Erp365.FEED));
    for (int i = 0; i < 5; i++) {
      erp.patch("usmf", "D-1", "{\"CreditRating\":\"%d\"}".formatted(i));
    }

    List<JsonNode> changes = walk(link);

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).path("mserp_creditrating").asText()).isEqualTo("4");
    assertThat(
            erp.get(
                    link.replace(
                        "mserp_custcustomerv3entities?", "mserp_custcustomerv3entities/$count?"))
                .text())
        .isEqualTo("1");
  }

  @Test
  void tellsOfEveryCustomerThatAPartyWriteMoves() {
    String party = erp.create("usmf", "D-1", "One", "").json().path("PartyNumber").asText();
    erp.create("demf", "D-2", "One", ",\"PartyNumber\":\"" + party + "\"");
    String link = link(walk(Erp365.FEED + SELECT));

    erp.patch("demf", "D-2", "{\"PrimaryContactPhone\":\"1\"}");

    assertThat(walk(link)).hasSize(3);
  }

  @Test
  void writesValuesAsDataverseDoes() {
    String account = "D-1";
    erp.create("usmf", account, "One", ",\"OnHoldStatus\":\"All\",\"CreditLimit\":10.5");

    JsonNode row = walk(Erp365.FEED).get(0);

    assertThat(row.path("mserp_onholdstatus").asInt()).isEqualTo(200_000_002);
    assertThat(row.path("mserp_credmancustomersince").isNull()).isTrue();
    assertThat(row.path("mserp_creditlimit").decimalValue()).isEqualByComparingTo("10.5");
    assertThat(row.path("mserp_primaryfield").asText()).isEqualTo("usmf|D-1");
    assertThat(guid(row)).matches("0000[0-9a-f]{4}-0000-0000-[0-9a-f]{4}-005001000000");
    assertThat(
            erp.get(Erp365.FEED + "(" + guid(row) + ")" + SELECT)
                .json()
                .path("mserp_customeraccount")
                .asText())
        .isEqualTo(account);
  }

  @Test
  void tracksGroupsAsWell() {
    List<JsonNode> groups =
        walk("/api/data/v9.2/mserp_custcustomergroupentities?$select=mserp_customergroupid");

    assertThat(groups).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$filter=mserp_dataareaid eq 'usmf'",
        "$orderby=mserp_dataareaid",
        "$top=5",
        "$expand=x"
      })
  void refusesOptionsThatTrackingDoesNotAllow(String option) {
    Erp365.Reply reply = erp.get(Erp365.FEED + "?" + option, "Prefer", "odata.track-changes");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").asText())
        .contains("query parameter isn't supported when Change Tracking is enabled");
  }

  @Test
  void expiresTokensOnDemandAndByTime() {
    String link = link(walk(Erp365.FEED));
    erp.settings("{\"deltaRetentionSeconds\":-5}");
    Erp365.Reply old = erp.get(link);
    erp.settings("{\"deltaRetentionSeconds\":null}");
    erp.control("d365/delta", "{\"expire\":true}");
    Erp365.Reply cleaned = erp.get(link);

    assertThat(old.json().at("/error/code").asText()).isEqualTo("0x80044352");
    assertThat(cleaned.json().at("/error/code").asText()).isEqualTo("0x80044352");
    assertThat(erp.get(link(walk(Erp365.FEED))).status()).isEqualTo(200);
  }

  @Test
  void hidesATableThatNobodyMadeVisible() {
    erp.settings("{\"virtualTable.CustomersV3\":false}");

    assertThat(erp.get(Erp365.FEED).status()).isEqualTo(404);
  }

  @Test
  void losesNoRowThatChangesDuringAWalk() {
    for (int i = 0; i < 6; i++) {
      erp.create("usmf", "D-" + i, "N" + i, "");
    }
    erp.settings("{\"deltaPageSize\":3}");
    JsonNode page = page(Erp365.FEED + SELECT);
    erp.patch("usmf", "D-5", "{\"CreditRating\":\"A\"}");

    List<JsonNode> rest = walk(page.path("@odata.nextLink").asText());

    assertThat(rest).hasSize(4);
    assertThat(walk(link(rest))).hasSize(2);
  }
}
