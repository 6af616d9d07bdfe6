package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Talk;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreatioFaultTest extends CreatioFixture {
  private static final String BODY = "{\"Name\":\"Struck\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "throttle | 'retryAfterSeconds':7 | 429 | Too many | 7 | 0",
        "throttle-bare | 'x':1 | 429 | Too many | | 0",
        "unavailable | 'x':1 | 503 | Service Unavailable | | 0",
        "unavailable | 'retryAfterSeconds':3 | 503 | Service Unavailable | 3 | 0",
        "html | 'x':1 | 200 | loginForm | | 0",
        "html | 'status':502 | 502 | <h1> | | 0",
        "error-before-commit | 'x':1 | 500 | before saving | | 0",
        "error-after-commit | 'x':1 | 500 | listener | | 1",
        "deadlock | 'x':1 | 500 | deadlock detected | | 0",
        "ram-limit | 'x':1 | 500 | RAM consumption limit | | 0",
        "token-revoked | 'x':1 | 401 | denied | | 0",
        "forbidden | 'x':1 | 403 | does not have permissions | | 0",
        "redirect | 'x':1 | 302 | \"\" | | 0"
      })
  void answersAsTheFaultSaysOnceAndThenWell(
      String name, String more, int status, String words, String retryAfter, int committed) {
    String fault = "{'name':'" + name + "','system':'creatio','method':'POST'," + more + "}";
    inject(fault.replace('\'', '"'));

    HttpResponse<String> struck = api.post(ROOT + "Account", BODY);

    assertThat(struck.statusCode()).isEqualTo(status);
    assertThat(struck.body()).contains(words);
    assertThat(struck.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
    assertThat(rows("Account", "Name eq 'Struck'")).hasSize(committed);
    assertThat(api.post(ROOT + "Account", BODY).statusCode()).isEqualTo(201);
  }

  @Test
  void commitsAndHangsUp() {
    inject("{\"name\":\"drop-answer\",\"system\":\"creatio\",\"set\":\"Account\"}");

    assertThatThrownBy(() -> api.trySend("POST", ROOT + "Account", BODY, "application/json"))
        .isInstanceOf(IOException.class);

    assertThat(rows("Account", "Name eq 'Struck'")).hasSize(1);
  }

  @Test
  void commitsLongAfterItHungUp() {
    inject("{\"name\":\"late-commit\",\"method\":\"POST\",\"delayMs\":300}");

    assertThatThrownBy(() -> api.trySend("POST", ROOT + "Account", BODY, "application/json"))
        .isInstanceOf(IOException.class);

    assertThat(rows("Account", "Name eq 'Struck'")).isEmpty();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(rows("Account", "Name eq 'Struck'")).hasSize(1));
  }

  @Test
  void breaksOffInTheMiddleOfABody() {
    inject("{\"name\":\"truncated\",\"method\":\"POST\"}");

    assertThatThrownBy(() -> api.trySend("POST", ROOT + "Account", BODY, "application/json"))
        .isInstanceOf(IOException.class);

    assertThat(rows("Account", "Name eq 'Struck'")).hasSize(1);
  }

  @Test
  void takesItsTime() {
    inject("{\"name\":\"slow\",\"delayMs\":200}");
    long before = System.nanoTime();

    assertThat(api.get(ROOT + "Account?$top=1").statusCode()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void hidesRowsUntilTheFaultIsRemoved() {
    String id = create("Account", BODY);
    inject("{\"name\":\"hidden-rows\",\"set\":\"Account\",\"keys\":\"" + id + "\"}");
    assertThat(rows("Account", "Name eq 'Struck'")).isEmpty();
    assertThat(api.get(ROOT + "Account(" + id + ")").statusCode()).isEqualTo(404);

    person.delete("/control/faults");

    assertThat(rows("Account", "Name eq 'Struck'")).hasSize(1);
  }

  @Test
  void showsALongTransactionLateWithItsEarlyStamp() {
    inject("{\"name\":\"stale-row\",\"set\":\"Account\",\"delayMs\":400}");
    CompletableFuture<JsonNode> slow =
        CompletableFuture.supplyAsync(() -> userCreates("Account", BODY));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> person.read("/control/faults").path("fired").has("stale-row"));

    String quick = create("Account", "{\"Name\":\"Quick\"}");
    boolean hidden = rows("Account", "Name eq 'Struck'").isEmpty();
    JsonNode late = slow.join();

    assertThat(hidden).isTrue();
    assertThat(stamp(late)).isBefore(stamp(account(quick)));
    assertThat(rows("Account", "Name eq 'Struck'")).hasSize(1);
  }

  @Test
  void setsTheClockBack() {
    inject("{\"name\":\"clock-skew\",\"system\":\"creatio\",\"skewMs\":-120000}");

    Instant stamp = stamp(account(create("Account", BODY)));

    assertThat(stamp).isBefore(Instant.now().minusSeconds(100));
  }

  @Test
  void revokesTokensUntilANewOneIsFetched() {
    person.post(
        "/control/faults",
        "{\"name\":\"token-revoked\",\"system\":\"creatio\",\"until\":\"new-token\"}");

    assertThat(api.get(ROOT + "Account?$top=1").statusCode()).isEqualTo(401);
    assertThat(api.get(ROOT + "Account?$top=1").statusCode()).isEqualTo(401);
    assertThat(Talk.asIntegration(sandbox).get(ROOT + "Account?$top=1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void strikesOnlyWhereItIsToldAndSparesSignIn() {
    inject("{\"name\":\"throttle\",\"system\":\"creatio\",\"set\":\"Contact\",\"times\":2}");

    assertThat(api.get(ROOT + "Account?$top=1").statusCode()).isEqualTo(200);
    assertThat(person.token("weft", "weft-secret")).isNotEmpty();
    assertThat(api.get(ROOT + "Contact?$top=1").statusCode()).isEqualTo(429);
    assertThat(api.get(ROOT + "Contact?$top=1").statusCode()).isEqualTo(429);
    assertThat(api.get(ROOT + "Contact?$top=1").statusCode()).isEqualTo(200);
  }

  @Test
  void takesASystemAwayWithItsSignIn() {
    inject("{\"name\":\"unavailable\",\"system\":\"creatio\",\"set\":\"*\",\"seconds\":60}");

    assertThat(person.post("/connect/token", "").statusCode()).isEqualTo(503);
    assertThat(api.get(ROOT + "Account?$top=1").statusCode()).isEqualTo(503);

    person.delete("/control/faults");
    assertThat(api.get(ROOT + "Account?$top=1").statusCode()).isEqualTo(200);
  }

  private static Instant stamp(JsonNode row) {
    return Instant.parse(row.path("ModifiedOn").asText());
  }
}
