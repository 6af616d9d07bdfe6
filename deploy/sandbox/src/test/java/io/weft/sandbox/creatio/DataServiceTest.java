package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DataServiceTest extends CreatioFixture {
  private static final String UPDATE = "/0/DataService/json/SyncReply/UpdateQuery";

  private String id;

  @BeforeEach
  void account() {
    id =
        create("Account", "{\"Name\":\"Old\",\"Phone\":\"1\",\"TypeId\":\"" + Ids.CUSTOMER + "\"}");
  }

  private static String is(String column, String value) {
    return "{\"filterType\":1,\"comparisonType\":3,\"isEnabled\":true,"
        + "\"leftExpression\":{\"expressionType\":0,\"columnPath\":\""
        + column
        + "\"},"
        + "\"rightExpression\":{\"expressionType\":2,\"parameter\":{\"dataValueType\":1,"
        + "\"value\":\""
        + value
        + "\"}}}";
  }

  private JsonNode update(String column, String value, String... conditions) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < conditions.length; i++) {
      items.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":").append(conditions[i]);
    }
    String query =
        "{\"rootSchemaName\":\"Account\",\"operationType\":2,\"columnValues\":{\"items\":{\""
            + column
            + "\":{\"expressionType\":2,\"parameter\":{\"value\":\""
            + value
            + "\"}}}},\"filters\":{\"filterType\":6,\"logicalOperation\":0,\"items\":{"
            + items
            + "}}}";
    HttpResponse<String> answer = api.post(UPDATE, query);
    return Talk.json(answer);
  }

  @Test
  void writesWhereTheOldValuesStillStand() {
    JsonNode done =
        update("Name", "New", is("Id", id), is("Name", "Old"), is("Type", Ids.CUSTOMER.toString()));

    assertThat(done.path("success").asBoolean()).isTrue();
    assertThat(done.path("rowsAffected").asInt()).isEqualTo(1);
    assertThat(account(id).path("Name").asText()).isEqualTo("New");
    assertThat(account(id).path("ModifiedById").asText()).isEqualTo(Ids.INTEGRATION.toString());
  }

  @Test
  void writesNothingWhereSomebodyMovedFirst() {
    person.patch("/control/creatio/Account/" + id, "{\"Name\":\"Theirs\"}");

    JsonNode done = update("Name", "New", is("Id", id), is("Name", "Old"));

    assertThat(done.path("success").asBoolean()).isTrue();
    assertThat(done.path("rowsAffected").asInt()).isZero();
    assertThat(account(id).path("Name").asText()).isEqualTo("Theirs");
  }

  @Test
  void takesTheTimeStampAsACondition() {
    String stamp = account(id).path("ModifiedOn").asText();

    JsonNode done = update("Name", "New", is("Id", id), is("ModifiedOn", "\\\"" + stamp + "\\\""));

    assertThat(done.path("rowsAffected").asInt()).isEqualTo(1);
  }

  @Test
  void writesLookUpsByTheirOwnName() {
    update("Type", Ids.OUR_COMPANY.toString(), is("Id", id));

    assertThat(account(id).path("TypeId").asText()).isEqualTo(Ids.OUR_COMPANY.toString());
  }

  @Test
  void refusesAWriteWithoutACondition() {
    JsonNode refused = update("Name", "New");

    assertThat(refused.path("success").asBoolean(true)).isFalse();
    assertThat(refused.path("errorInfo").path("message").asText()).contains("no filter");
    assertThat(account(id).path("Name").asText()).isEqualTo("Old");
  }
}
