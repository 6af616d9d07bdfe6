package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreatioWriteTest extends CreatioFixture {
  private static final String ID = "7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";

  @Test
  void createsWithTheCallersIdAndAnswersInMoreDigitsThanItKeeps() {
    HttpResponse<String> answer =
        api.post(ROOT + "Account", "{\"Id\":\"" + ID + "\",\"Name\":\"Contoso\"}");

    JsonNode echo = Talk.json(answer);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(sandbox.url() + "/0/odata/Account(" + ID + ")");
    assertThat(echo.path("ModifiedOn").asText()).matches(".*\\.\\d{7}Z");
    String kept = account(ID).path("ModifiedOn").asText();
    assertThat(kept).isNotEqualTo(echo.path("ModifiedOn").asText()).endsWith("Z");
    assertThat(Instant.parse(kept)).isBeforeOrEqualTo(instant(echo, "ModifiedOn"));
    assertThat(echo.path("ModifiedById").asText()).isEqualTo(Ids.INTEGRATION.toString());
    assertThat(echo.path("OwnerId").asText()).isEqualTo(Ids.INTEGRATION.toString());
    assertThat(echo.path("ParentId").asText()).isEqualTo(Ids.ZERO.toString());
  }

  @Test
  void refusesASecondRowWithTheSameId() {
    create("Account", "{\"Id\":\"" + ID + "\",\"Name\":\"Contoso\"}");

    HttpResponse<String> again =
        api.post(ROOT + "Account", "{\"Id\":\"" + ID + "\",\"Name\":\"Other\"}");

    assertThat(again.statusCode()).isEqualTo(500);
    JsonNode inner = Talk.json(again).path("error").path("innererror").path("internalexception");
    assertThat(inner.path("message").asText())
        .contains("duplicate key value violates unique constraint");
    assertThat(account(ID).path("Name").asText()).isEqualTo("Contoso");
  }

  @Test
  void ignoresWhatItDoesNotKnow() {
    String id =
        create(
            "Account",
            "{\"Name\":\"A\",\"Typo\":1,\"Type\":{\"Id\":\""
                + Ids.CUSTOMER
                + "\"},"
                + "\"ModifiedOn\":\"2001-01-01T00:00:00Z\"}");

    assertThat(account(id).path("TypeId").asText()).isEqualTo(Ids.ZERO.toString());
    assertThat(account(id).path("ModifiedOn").asText()).doesNotStartWith("2001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'Name':'A','TypeId':null} | 400 | ModelState",
        "{'Name':'A','UsrCreditLimit':null} | 400 | ModelState",
        "{'Name':'A','UsrInactive':'yes'} | 400 | ModelState",
        "{'Name':'A','TypeId':'no id'} | 400 | ModelState",
        "{'Phone':'1'} | 500 | must be filled in",
        "{'Name':'A','TypeId':'11111111-1111-1111-1111-111111111111'} | 500 | foreign key",
        "{'Name':'A','UsrTaxNumber':'123456789012345678901234567890123456789012345678901'} | 500"
            + " | value too long",
        "[1] | 400 | ModelState"
      })
  void refusesWhatDoesNotFit(String body, int status, String words) {
    HttpResponse<String> answer = api.post(ROOT + "Account", body.replace('\'', '"'));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(rows("Account", "Name eq 'A'")).isEmpty();
  }

  @Test
  void takesNullAsAClearWhereTheSiteDoes() {
    person.post("/control/creatio/settings", "{\"nullClears\":true}");
    String id = create("Account", "{\"Name\":\"A\",\"TypeId\":\"" + Ids.CUSTOMER + "\"}");

    assertThat(api.patch(ROOT + "Account(" + id + ")", "{\"TypeId\":null}").statusCode())
        .isEqualTo(204);
    assertThat(account(id).path("TypeId").asText()).isEqualTo(Ids.ZERO.toString());
  }

  @Test
  void storesEveryKindOfValue() {
    String id =
        create(
            "Account",
            "{\"Name\":\"A\",\"UsrCreditLimit\":1234.567,\"UsrInactive\":true,"
                + "\"Completeness\":7,\"UsrOpenBalance\":\"12.5\"}");

    JsonNode row = account(id);

    assertThat(row.path("UsrCreditLimit").decimalValue()).isEqualByComparingTo("1234.57");
    assertThat(row.path("UsrOpenBalance").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(row.path("UsrInactive").asBoolean()).isTrue();
    assertThat(row.path("Completeness").asInt()).isEqualTo(7);
  }

  @Test
  void changesOnlyWhatIsSentAndStampsEachSaveLater() {
    String id = create("Account", "{\"Name\":\"A\",\"Notes\":\"keep\"}");
    Instant last = instant(account(id), "ModifiedOn");
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> answer =
          api.patch(ROOT + "Account(" + id + ")", "{\"Name\":\"A" + i + "\"}");
      Instant now = instant(account(id), "ModifiedOn");
      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(now).isAfter(last);
      last = now;
    }

    assertThat(account(id).path("Notes").asText()).isEqualTo("keep");
    assertThat(account(id).path("Name").asText()).isEqualTo("A4");
  }

  @Test
  void journalsWhoWroteWhatWithTheRequestsId() {
    String id = create("Account", "{\"Name\":\"A\"}");
    api.with("x-ms-client-request-id", "req-7")
        .patch(ROOT + "Account(" + id + ")", "{\"Name\":\"B\"}");

    JsonNode entry = journal("set=Account&key=" + id).path(1);

    assertThat(entry.path("client").asText()).isEqualTo("weft");
    assertThat(entry.path("operation").asText()).isEqualTo("update");
    assertThat(entry.path("before").path("Name").asText()).isEqualTo("A");
    assertThat(entry.path("after").path("Name").asText()).isEqualTo("B");
    assertThat(entry.path("after").has("Phone")).isFalse();
    assertThat(entry.path("requestId").asText()).isEqualTo("req-7");
  }

  @Test
  void deletesWithWhatBelongsToIt() {
    String id = create("Account", "{\"Name\":\"A\",\"Phone\":\"+49 1\",\"Zip\":\"1\"}");

    assertThat(api.delete(ROOT + "Account(" + id + ")").statusCode()).isEqualTo(204);

    assertThat(api.get(ROOT + "Account(" + id + ")").statusCode()).isEqualTo(404);
    assertThat(rows("AccountCommunication", "Account/Id eq " + id)).isEmpty();
    assertThat(rows("AccountAddress", "Account/Id eq " + id)).isEmpty();
  }

  @Test
  void doesNotDeleteWhatOthersPointTo() {
    String id = create("Account", "{\"Name\":\"A\"}");
    create("Contact", "{\"Name\":\"Ana Ruiz\",\"AccountId\":\"" + id + "\"}");

    HttpResponse<String> answer = api.delete(ROOT + "Account(" + id + ")");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("connected records");
    assertThat(account(id).path("Name").asText()).isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource({"PATCH", "DELETE", "GET"})
  void answers404ToAKeyThatIsNotThere(String method) {
    HttpResponse<String> answer =
        api.send(method, ROOT + "Account(" + ID + ")", "{}", "application/json");

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private static Instant instant(JsonNode row, String column) {
    return Instant.parse(row.path(column).asText());
  }
}
