package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.SandboxOptions;
import io.weft.sandbox.Talk;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreatioReadTest extends CreatioFixture {
  private static final String GERMANY = Ids.named("country DE").toString();

  @Override
  SandboxOptions options() {
    return SandboxOptions.defaults().seeded(300, 0, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Name eq 'Our company' | 1",
        "Name eq 'OUR COMPANY' | 1",
        "contains(Name,'our comp') | 1",
        "startswith(Name,'Our') and not (Name eq 'x') | 1",
        "endswith(Name,'company') or Name eq 'nobody' | 1",
        "Type/Id eq 57412fad-53e6-df11-971b-001d60e938c6 | 1",
        "Type/Name eq 'Our company' | 1",
        "Id eq e308b781-3c5b-4ecb-89ef-5c1ed4da488e | 1",
        "Id eq e308b781-3c5b-4ecb-89ef-5c1ed4da488e and Name eq 'x' | 0",
        "ModifiedOn gt 2020-01-01T00:00:00Z and Name eq 'Our company' | 1",
        "ModifiedOn gt 2099-01-01T00:00:00Z | 0",
        "UsrD365CustomerAccount eq 'nobody' | 0",
        "Owner/Account/Name eq 'Our company' and Type/Name eq 'Our company' | 1",
        "UsrCreditLimit gt 0 | 0",
        "UsrInactive eq true | 0",
        "Name eq 'O''Neill' | 0"
      })
  void filtersAsCreatioDoes(String filter, int hits) {
    assertThat(rows("Account", filter)).hasSize(hits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "TypeId eq 57412fad-53e6-df11-971b-001d60e938c6 | 500"
            + " | Column by path TypeId not found in schema Account",
        "ModifiedOn gt '2020-01-01T00:00:00Z' | 400 | incompatible types",
        "Id eq 'e308b781-3c5b-4ecb-89ef-5c1ed4da488e' | 400 | incompatible types",
        "Id eq guid'e308b781-3c5b-4ecb-89ef-5c1ed4da488e' | 400 | Unrecognized",
        "Nonsense eq 1 | 400 | Could not find a property named 'Nonsense'",
        "Name eq | 400 | Syntax error",
        "Name in ('a','b') | 500 | not supported"
      })
  void refusesFiltersThatCreatioRefuses(String filter, int status, String words) {
    HttpResponse<String> answer = api.get(ROOT + "Account?$filter=" + Talk.q(filter));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(words).contains("\"code\":\"\"");
  }

  @Test
  void sendsEveryColumnWithSentinelsForNothing() {
    JsonNode own = account(Ids.OWN_ACCOUNT.toString());

    assertThat(own.path("@odata.context").asText()).endsWith("#Account/$entity");
    assertThat(own.path("ParentId").asText()).isEqualTo(Ids.ZERO.toString());
    assertThat(own.path("Phone").asText("?")).isEmpty();
    assertThat(own.path("UsrInactive").asBoolean(true)).isFalse();
    assertThat(own.path("ModifiedOn").asText()).matches(".*T[0-9:]+(\\.\\d{3})?Z");
    assertThat(own.has("@odata.etag")).isFalse();
    own.forEach(value -> assertThat(value.isNull()).isFalse());
  }

  @Test
  void readsAnAccountWithItsEmailRowsInOneCall() {
    String id = rows("Account", "Country/Id eq " + GERMANY).path(0).path("Id").asText();
    String expand =
        "AccountCommunicationCollectionByAccount("
            + "$select=Id,Number,CommunicationTypeId,Primary,ModifiedOn;"
            + "$filter=CommunicationType/Id eq ee1c85c3-cfcb-df11-9b2a-001d60e938c6),"
            + "Country($select=Alpha2Code),City($expand=Country($select=Code))";

    JsonNode row = api.read(ROOT + "Account(" + id + ")?$select=Id,Name&$expand=" + Talk.q(expand));

    JsonNode mails = row.path("AccountCommunicationCollectionByAccount");
    assertThat(mails).hasSize(1);
    assertThat(mails.path(0).path("Number").asText()).contains("@");
    assertThat(mails.path(0).size()).isEqualTo(5);
    assertThat(row.path("Country").path("Alpha2Code").asText()).isEqualTo("DE");
    assertThat(row.path("City").path("Country").path("Code").asText()).isEqualTo("DEU");
    assertThat(row.has("Phone")).isFalse();
  }

  @Test
  void refusesAnExpandDeeperThanTwo() {
    String deep = "City($expand=Country($expand=CreatedBy))";

    HttpResponse<String> answer = api.get(ROOT + "Account?$top=1&$expand=" + Talk.q(deep));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void countsApartFromThePage() {
    JsonNode page = api.read(ROOT + "Account?$count=true&$top=0");

    assertThat(page.path("@odata.count").asInt()).isEqualTo(301);
    assertThat(page.path("value")).isEmpty();
    assertThat(api.get(ROOT + "Account/$count").body()).isEqualTo("301");
  }

  @Test
  void pagesByKeysetThroughRowsThatShareAStamp() {
    List<String> seen = new ArrayList<>();
    String filter = "ModifiedOn gt 2020-01-01T00:00:00Z";
    JsonNode page = keyset(filter);
    while (!page.isEmpty()) {
      page.forEach(row -> seen.add(row.path("Id").asText()));
      JsonNode last = page.path(page.size() - 1);
      String stamp = last.path("ModifiedOn").asText();
      page =
          keyset(
              "(ModifiedOn gt "
                  + stamp
                  + ") or (ModifiedOn eq "
                  + stamp
                  + " and Id gt "
                  + last.path("Id").asText()
                  + ")");
    }

    assertThat(seen).hasSize(301).doesNotHaveDuplicates();
  }

  private JsonNode keyset(String filter) {
    return api.read(
            ROOT
                + "Account?$select=Id,ModifiedOn&$top=10&$orderby="
                + Talk.q("ModifiedOn asc,Id asc")
                + "&$filter="
                + Talk.q(filter))
        .path("value");
  }

  @Test
  void pagesByOffsetWithoutOverlap() {
    TreeSet<String> seen = new TreeSet<>();
    for (int skip = 0; skip < 301; skip += 50) {
      api.read(ROOT + "Account?$orderby=Zip&$top=50&$select=Id&$skip=" + skip)
          .path("value")
          .forEach(row -> seen.add(row.path("Id").asText()));
    }

    assertThat(seen).hasSize(301);
  }

  @Test
  void readsOneColumnAndItsBareValue() {
    String key = "Account(" + Ids.OWN_ACCOUNT + ")/Name";

    assertThat(api.read(ROOT + key).path("value").asText()).isEqualTo("Our company");
    assertThat(api.get(ROOT + key + "/$value").body()).isEqualTo("Our company");
    assertThat(api.get(ROOT + "Account/" + Ids.OWN_ACCOUNT).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsAMissingSetFromAMissingRow() {
    HttpResponse<String> set = api.get(ROOT + "MessageType");
    HttpResponse<String> row = api.get(ROOT + "Account(" + Ids.SUPERVISOR + ")");

    assertThat(set.statusCode()).isEqualTo(404);
    assertThat(set.body()).contains("controller named 'MessageType'");
    assertThat(row.statusCode()).isEqualTo(404);
    assertThat(row.body()).contains("\"error\"").doesNotContain("controller named");
  }

  @Test
  void describesItselfInMetadata() {
    String xml = api.get(ROOT + "$metadata").body();

    assertThat(xml)
        .contains("<EntitySet Name=\"Account\"")
        .contains("<Property Name=\"UsrD365CustomerAccount\" Type=\"Edm.String\"")
        .contains("<Property Name=\"UsrCurrencyId\" Type=\"Edm.Guid\" Nullable=\"false\"/>")
        .contains("<NavigationProperty Name=\"UsrCurrency\"")
        .contains("<NavigationProperty Name=\"AccountCommunicationCollectionByAccount\"");
    assertThat(api.read(ROOT).path("value").findValuesAsText("name")).contains("Contact");
  }

  @Test
  void hidesUsersWhereSystemTablesAreSwitchedOff() {
    assertThat(rows("SysAdminUnit", "Name eq 'd365-sync'")).hasSize(1);

    person.post("/control/creatio/settings", "{\"sysAdminUnit\":false}");

    assertThat(api.get(ROOT + "SysAdminUnit").statusCode()).isEqualTo(404);
  }
}
