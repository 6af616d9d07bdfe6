package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import org.junit.jupiter.api.Test;

final class CreatioContactTest extends CreatioFixture {
  private JsonNode contact(String id) {
    return api.read(ROOT + "Contact(" + id + ")");
  }

  private JsonNode merge(String first, String second) {
    return Talk.json(
        person.post(
            "/control/creatio/merge",
            "{\"set\":\"Contact\",\"ids\":[\"" + first + "\",\"" + second + "\"]}"));
  }

  @Test
  void takesAllItsLookUps() {
    String id =
        create(
            "Contact",
            "{\"Name\":\"Ana Ruiz\",\"TypeId\":\""
                + Ids.CONTACT_PERSON
                + "\",\"JobId\":\""
                + Ids.named("look-up Buyer")
                + "\",\"DecisionRoleId\":\""
                + Ids.named("look-up Influencer")
                + "\"}");

    JsonNode row =
        api.read(
            ROOT
                + "Contact("
                + id
                + ")?$select=Id,Confirmed,OwnerId&$expand="
                + "Type($select=Name),Job($select=Name),DecisionRole($select=Name)");

    assertThat(row.path("Type").path("Name").asText()).isEqualTo("Contact person");
    assertThat(row.path("Job").path("Name").asText()).isEqualTo("Buyer");
    assertThat(row.path("DecisionRole").path("Name").asText()).isEqualTo("Influencer");
    assertThat(row.path("Confirmed").asBoolean()).isTrue();
    assertThat(row.path("OwnerId").asText()).isEqualTo(Ids.INTEGRATION.toString());
  }

  @Test
  void writesACommunicationRowForEachPhone() {
    String id =
        create(
            "Contact",
            "{\"Name\":\"A B\",\"Phone\":\"1\",\"MobilePhone\":\"2\",\"HomePhone\":\"3\"}");

    JsonNode rows = rows("ContactCommunication", "Contact/Id eq " + id);

    assertThat(rows.findValuesAsText("Number")).containsExactlyInAnyOrder("1", "2", "3");
    assertThat(rows.findValuesAsText("CommunicationTypeId"))
        .containsExactlyInAnyOrder(
            Ids.BUSINESS_PHONE.toString(), Ids.MOBILE_PHONE.toString(), Ids.HOME_PHONE.toString());
  }

  @Test
  void writesItsPrimaryAddressRow() {
    String id = create("Contact", "{\"Name\":\"A B\",\"Address\":\"Hafenstr. 1\"}");
    api.patch(ROOT + "Contact(" + id + ")", "{\"Zip\":\"20095\"}");

    JsonNode rows = rows("ContactAddress", "Contact/Id eq " + id);

    assertThat(rows).hasSize(1);
    assertThat(rows.path(0).path("Primary").asBoolean()).isTrue();
    assertThat(rows.path(0).path("FullAddress").asText()).isEqualTo("20095, Hafenstr. 1");
  }

  @Test
  void movesToAnotherAccountWithoutTouchingEither() {
    String from = create("Account", "{\"Name\":\"From\"}");
    String to = create("Account", "{\"Name\":\"To\"}");
    String id = create("Contact", "{\"Name\":\"Ana Ruiz\",\"AccountId\":\"" + from + "\"}");
    String stamp = account(to).path("ModifiedOn").asText();

    api.patch(ROOT + "Contact(" + id + ")", "{\"AccountId\":\"" + to + "\"}");

    assertThat(rows("Contact", "Account/Id eq " + from)).isEmpty();
    assertThat(rows("Contact", "Account/Id eq " + to)).hasSize(1);
    assertThat(account(to).path("ModifiedOn").asText()).isEqualTo(stamp);
  }

  @Test
  void mergesIntoTheOldestWithAllThatPointsToIt() {
    String oldest = create("Contact", "{\"Name\":\"Ana Ruiz\",\"Email\":\"ana@a.example\"}");
    String loser =
        create(
            "Contact",
            "{\"Name\":\"A. Ruiz\",\"UsrD365ContactId\":\"000123\",\"Email\":\"a@a.example\"}");
    String order = create("Order", "{\"ContactId\":\"" + loser + "\"}");

    JsonNode survivor = merge(loser, oldest);

    assertThat(survivor.path("Id").asText()).isEqualTo(oldest);
    assertThat(survivor.path("UsrD365ContactId").asText()).isEqualTo("000123");
    assertThat(survivor.path("Email").asText()).isEqualTo("ana@a.example");
    assertThat(api.get(ROOT + "Contact(" + loser + ")").statusCode()).isEqualTo(404);
    assertThat(api.read(ROOT + "Order(" + order + ")").path("ContactId").asText())
        .isEqualTo(oldest);
    JsonNode mails = rows("ContactCommunication", "Contact/Id eq " + oldest);
    assertThat(mails).hasSize(2);
    assertThat(mails.findValuesAsText("Primary")).containsOnlyOnce("true");
    JsonNode trace = rows("DuplicatesHistory", "OldRecordId eq " + loser);
    assertThat(trace.path(0).path("SchemaTableName").asText()).isEqualTo("Contact");
    assertThat(trace.path(0).path("NewRecordId").asText()).isEqualTo(oldest);
  }

  @Test
  void takesItsRowsAlongWhenDeleted() {
    String id = create("Contact", "{\"Name\":\"A B\",\"Email\":\"a@b.example\",\"Zip\":\"1\"}");

    assertThat(api.delete(ROOT + "Contact(" + id + ")").statusCode()).isEqualTo(204);

    assertThat(rows("ContactCommunication", "Contact/Id eq " + id)).isEmpty();
    assertThat(rows("ContactAddress", "Contact/Id eq " + id)).isEmpty();
  }

  @Test
  void stopsAnIntegrationWhereAnOrderNamesIt() {
    String id = create("Contact", "{\"Name\":\"A B\"}");
    String order = create("Order", "{\"ContactId\":\"" + id + "\"}");

    assertThat(api.delete(ROOT + "Contact(" + id + ")").body()).contains("connected records");
    assertThat(person.delete("/control/creatio/Contact/" + id).statusCode()).isEqualTo(204);

    assertThat(api.read(ROOT + "Order(" + order + ")").path("ContactId").asText())
        .isEqualTo(Ids.ZERO.toString());
  }

  @Test
  void isNotDeletedWhereAnOrderCannotBeWithout() {
    JsonNode order = userCreates("Order", "{\"user\":\"Grace Hughes\"}");
    String owner = order.path("OwnerId").asText();

    assertThat(person.delete("/control/creatio/Contact/" + owner).body())
        .contains("connected records");
    assertThat(contact(owner).path("TypeId").asText()).isEqualTo(Ids.EMPLOYEE.toString());
  }

  @Test
  void losesAndRegainsItsCustomColumns() {
    String id = create("Contact", "{\"Name\":\"A B\",\"UsrD365SyncStatus\":\"in step\"}");

    person.delete("/control/creatio/columns/Contact/UsrInactive");
    person.delete("/control/creatio/columns/Contact/UsrD365SyncMessage");

    assertThat(contact(id).has("UsrInactive")).isFalse();
    assertThat(contact(id).has("UsrD365SyncMessage")).isFalse();
    assertThat(contact(id).path("UsrD365SyncStatus").asText()).isEqualTo("in step");
    person.put("/control/creatio/columns/Contact/UsrInactive", "{\"type\":\"boolean\"}");
    assertThat(contact(id).path("UsrInactive").asBoolean(true)).isFalse();
  }
}
