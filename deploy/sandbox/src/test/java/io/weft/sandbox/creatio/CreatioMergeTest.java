package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import org.junit.jupiter.api.Test;

final class CreatioMergeTest extends CreatioFixture {
  private String oldest;
  private String loser;
  private String contact;

  private JsonNode mergeTwo() {
    oldest = create("Account", "{\"Name\":\"Acme\",\"Phone\":\"111\"}");
    loser =
        create(
            "Account",
            "{\"Name\":\"Acme Inc\",\"UsrD365CustomerAccount\":\"US-1\",\"Phone\":\"222\"}");
    contact = create("Contact", "{\"Name\":\"Ana Ruiz\",\"AccountId\":\"" + loser + "\"}");
    return Talk.json(
        person.post(
            "/control/creatio/merge",
            "{\"set\":\"Account\",\"ids\":[\"" + loser + "\",\"" + oldest + "\"]}"));
  }

  @Test
  void letsTheOldestSurviveAndTakeWhatItLacks() {
    JsonNode survivor = mergeTwo();

    assertThat(survivor.path("Id").asText()).isEqualTo(oldest);
    assertThat(survivor.path("Name").asText()).isEqualTo("Acme");
    assertThat(survivor.path("UsrD365CustomerAccount").asText()).isEqualTo("US-1");
    assertThat(api.get(ROOT + "Account(" + loser + ")").statusCode()).isEqualTo(404);
  }

  @Test
  void movesChildrenWithoutANewAuthor() {
    mergeTwo();

    JsonNode moved = api.read(ROOT + "Contact(" + contact + ")");

    assertThat(moved.path("AccountId").asText()).isEqualTo(oldest);
    assertThat(moved.path("ModifiedById").asText()).isEqualTo(Ids.INTEGRATION.toString());
    JsonNode phones = rows("AccountCommunication", "Account/Id eq " + oldest);
    assertThat(phones).hasSize(2);
    assertThat(phones.findValuesAsText("Primary")).containsOnlyOnce("true");
  }

  @Test
  void leavesATraceOfTheLoser() {
    mergeTwo();

    JsonNode trace = rows("DuplicatesHistory", "OldRecordId eq " + loser);

    assertThat(trace.path(0).path("NewRecordId").asText()).isEqualTo(oldest);
    assertThat(trace.path(0).path("SchemaTableName").asText()).isEqualTo("Account");
    JsonNode entry = journal("key=" + loser).path(1);
    assertThat(entry.path("operation").asText()).isEqualTo("merge");
    assertThat(entry.path("client").asText()).isEqualTo("server");
  }

  @Test
  void leavesNoTraceWhereTheFeatureIsOff() {
    person.post("/control/creatio/settings", "{\"duplicatesHistory\":false}");

    mergeTwo();

    assertThat(rows("DuplicatesHistory", "OldRecordId eq " + loser)).isEmpty();
  }
}
