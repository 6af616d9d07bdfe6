package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreatioSideEffectsTest extends CreatioFixture {
  private String communication(String account, String type, String number, String more) {
    return create(
        "AccountCommunication",
        "{\"AccountId\":\""
            + account
            + "\",\"CommunicationTypeId\":\""
            + type
            + "\",\"Number\":\""
            + number
            + "\""
            + more
            + "}");
  }

  private JsonNode communications(String account) {
    return rows("AccountCommunication", "Account/Id eq " + account);
  }

  @Test
  void writesACommunicationRowForEachColumn() {
    String id = create("Account", "{\"Name\":\"A\",\"Phone\":\"+49 40 1\",\"Web\":\"www.a\"}");

    JsonNode rows = communications(id);

    assertThat(rows.findValuesAsText("Number")).containsExactlyInAnyOrder("+49 40 1", "www.a");
    assertThat(rows.findValuesAsText("Primary")).containsOnly("true");
    JsonNode entry = journal("set=AccountCommunication").path(0);
    assertThat(entry.path("client").asText()).isEqualTo("server");
    assertThat(entry.path("after").path("ModifiedById").asText())
        .isEqualTo(Ids.INTEGRATION.toString());
  }

  @Test
  void changesAndRemovesTheRowWithTheColumn() {
    String id = create("Account", "{\"Name\":\"A\",\"Phone\":\"111\"}");
    String row = communications(id).path(0).path("Id").asText();

    api.patch(ROOT + "Account(" + id + ")", "{\"Phone\":\"222\"}");
    JsonNode changed = communications(id);
    api.patch(ROOT + "Account(" + id + ")", "{\"Phone\":\"\"}");

    assertThat(changed).hasSize(1);
    assertThat(changed.path(0).path("Id").asText()).isEqualTo(row);
    assertThat(changed.path(0).path("Number").asText()).isEqualTo("222");
    assertThat(communications(id)).isEmpty();
  }

  @Test
  void feedsTheColumnFromThePrimaryRow() {
    String id = create("Account", "{\"Name\":\"A\",\"Phone\":\"111\"}");
    String second = communication(id, Ids.MAIN_PHONE.toString(), "222", ",\"Primary\":true");

    assertThat(account(id).path("Phone").asText()).isEqualTo("222");
    assertThat(rows("AccountCommunication", "Account/Id eq " + id + " and Primary eq true"))
        .hasSize(1);

    api.delete(ROOT + "AccountCommunication(" + second + ")");

    assertThat(account(id).path("Phone").asText()).isEqualTo("111");
  }

  @Test
  void makesTheFirstEmailRowPrimaryAndTouchesNoColumnOfTheAccount() {
    String id = create("Account", "{\"Name\":\"A\"}");
    String before = account(id).path("ModifiedOn").asText();

    String row = communication(id, Ids.EMAIL.toString(), "a@a.example", "");

    assertThat(api.read(ROOT + "AccountCommunication(" + row + ")").path("Primary").asBoolean())
        .isTrue();
    assertThat(account(id).path("ModifiedOn").asText()).isEqualTo(before);
  }

  @Test
  void writesThePrimaryAddressRow() {
    String germany = BaseData.countryId("DE").toString();
    String id =
        create(
            "Account",
            "{\"Name\":\"A\",\"Address\":\"Hafenstr. 1\",\"CountryId\":\"" + germany + "\"}");
    api.patch(ROOT + "Account(" + id + ")", "{\"Zip\":\"20095\"}");

    JsonNode rows = rows("AccountAddress", "Account/Id eq " + id);

    assertThat(rows).hasSize(1);
    assertThat(rows.path(0).path("Primary").asBoolean()).isTrue();
    assertThat(rows.path(0).path("Zip").asText()).isEqualTo("20095");
    assertThat(rows.path(0).path("FullAddress").asText()).isEqualTo("Germany, 20095, Hafenstr. 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'Name':'Ana Maria Ruiz'} | Ana Maria Ruiz | Ana | Maria | Ruiz",
        "{'GivenName':'Jo','Surname':'Li'} | Jo Maria Li | Jo | Maria | Li",
        "{'Name':'X Y','GivenName':'Jo','Surname':'Li'} | X Y | Jo | Maria | Li"
      })
  void keepsAContactsNamesAlike(
      String body, String name, String given, String middle, String surname) {
    String id = create("Contact", "{\"Name\":\"Eva Maria Stein\"}");

    api.patch(ROOT + "Contact(" + id + ")", body.replace('\'', '"'));

    JsonNode row = api.read(ROOT + "Contact(" + id + ")");
    assertThat(row.path("Name").asText()).isEqualTo(name);
    assertThat(row.path("GivenName").asText()).isEqualTo(given);
    assertThat(row.path("MiddleName").asText()).isEqualTo(middle);
    assertThat(row.path("Surname").asText()).isEqualTo(surname);
  }

  @Test
  void keepsAContactsEmailAndItsRowAlike() {
    String id = create("Contact", "{\"Name\":\"Ana Ruiz\",\"Email\":\"ana@a.example\"}");

    JsonNode rows = rows("ContactCommunication", "Contact/Id eq " + id);

    assertThat(rows.findValuesAsText("Number")).containsExactly("ana@a.example");
    String row = rows.path(0).path("Id").asText();
    api.patch(ROOT + "ContactCommunication(" + row + ")", "{\"Number\":\"new@a.example\"}");
    assertThat(api.read(ROOT + "Contact(" + id + ")").path("Email").asText())
        .isEqualTo("new@a.example");
  }

  @Test
  void stampsWhatAPersonDoesWithThatPerson() {
    JsonNode row = userCreates("Account", "{\"Name\":\"A\",\"user\":\"Grace Hughes\"}");

    String id = row.path("Id").asText();
    assertThat(row.path("ModifiedById").asText())
        .isEqualTo(Users.contactOf("Grace Hughes").toString());
    assertThat(journal("key=" + id).path(0).path("client").asText()).isEqualTo("Grace Hughes");
    assertThat(person.patch("/control/creatio/Account/" + id, "{\"Name\":\"B\"}").statusCode())
        .isEqualTo(200);
    assertThat(person.read("/control/creatio/Account/" + id).path("Name").asText()).isEqualTo("B");
    assertThat(Talk.json(person.get("/control/creatio/Account?Name=B")).path("value")).hasSize(1);
    assertThat(person.delete("/control/creatio/Account/" + id).statusCode()).isEqualTo(204);
  }
}
