package io.weft.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.poll.Orphan;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS) // starting a server takes longer than all tests
class GatewayTest {
  private static final String ID = "7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";
  private static final String EVENT =
      "{\"entity\":\"Account\",\"recordId\":\"" + ID + "\",\"operation\":\"updated\"}";
  private static final RecordRef ACCOUNT = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, ID);

  private final Bench bench = new Bench();

  @BeforeAll
  void start() {
    bench.start(Bench.API_KEY);
  }

  @BeforeEach
  void forget() {
    bench.store.comeBack();
    bench.store.clear();
    bench.told.clear();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @Test
  void answers202OnceTheHintIsStoredAndTellsItOnward() {
    HttpResponse<String> answer = bench.post("/webhooks/creatio", EVENT);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":true,\"hints\":1}");
    assertThat(bench.store.hints()).extracting(h -> h.record()).containsExactly(ACCOUNT);
    assertThat(bench.told).containsExactly(ACCOUNT.path());
    assertThat(bench.lastSeen.times()).containsEntry("creatio", Bench.NOW);
  }

  @Test
  void takesABatchAsAWhole() {
    HttpResponse<String> answer = bench.post("/webhooks/creatio", "[" + EVENT + "," + EVENT + "]");

    assertThat(answer.body()).isEqualTo("{\"accepted\":true,\"hints\":2}");
    assertThat(bench.store.hints()).hasSize(2);
  }

  @Test
  void storesNothingOfABatchWithABadEvent() {
    HttpResponse<String> answer =
        bench.post("/webhooks/creatio", "[" + EVENT + ",{\"entity\":\"Account\"}]");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"at\":\"$[1].recordId\"").contains("missing");
    assertThat(bench.store.hints()).isEmpty();
  }

  @Test
  void answers202WithoutAHintForWhatItKeepsNoTrackOf() {
    HttpResponse<String> answer =
        bench.post("/webhooks/creatio", "{\"entity\":\"UsrPet\",\"recordId\":\"" + ID + "\"}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"hints\":0").contains("\"unknown\":1");
    assertThat(bench.get("/metrics").body())
        .contains("weft_hints_received_total{origin=\"webhook\",result=\"unknown\"} 1.0");
  }

  @Test
  void answersAtOnceForARowWhoseRecordIsStillToBeAskedFor() {
    HttpResponse<String> answer =
        bench.post(
            "/webhooks/creatio",
            "[" + EVENT + ",{\"entity\":\"OrderProduct\",\"recordId\":\"" + ID + "\"}]");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":true,\"hints\":1,\"asking\":1}");
    assertThat(bench.orphans).extracting(Orphan::key).containsExactly(ID);
  }

  @Test
  void storesHintsOfObjectsThatAreOffWithoutTellingThem() {
    bench.post("/webhooks/creatio", EVENT.replace("Account", "Contact"));

    assertThat(bench.store.hints()).hasSize(1);
    assertThat(bench.told).isEmpty();
    assertThat(bench.get("/metrics").body()).contains("result=\"filtered\"} 1.0");
  }

  @Test
  void takesEventsOfD365() {
    HttpResponse<String> answer =
        bench.post(
            "/events/d365",
            """
            {"MessageName":"OnExternalUpdated","PrimaryEntityName":"mserp_custcustomerv3entity",
             "InputParameters":[{"key":"Target","value":{"Attributes":[
               {"key":"mserp_dataareaid","value":"usmf"},
               {"key":"mserp_customeraccount","value":"US-001"}]}}]}
            """);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(bench.told).containsExactly("account-customer/d365/usmf/US-001");
    assertThat(bench.lastSeen.times()).containsKey("d365");
  }

  @Test
  void answers503WithADelayWhileTheStoreIsAway() {
    bench.store.goAway();

    HttpResponse<String> answer = bench.post("/webhooks/creatio", EVENT);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body()).doesNotContain("disk full");
    assertThat(bench.told).isEmpty();

    bench.store.comeBack();
    assertThat(bench.post("/webhooks/creatio", EVENT).statusCode()).isEqualTo(202);
  }

  @Test
  void refusesABodyBeyondTheLimitWhateverItsHeaderSays() {
    byte[] long1 = new byte[1024 * 1024 + 1];

    HttpResponse<String> announced =
        bench.send(
            bench
                .request("/webhooks/creatio")
                .header("X-Api-Key", Bench.KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(long1)));
    HttpResponse<String> chunked =
        bench.send(
            bench
                .request("/webhooks/creatio")
                .header("X-Api-Key", Bench.KEY)
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(long1))));

    assertThat(announced.statusCode()).isEqualTo(413);
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(announced.body()).contains("remedy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "null",
        "42",
        "\"Account\"",
        "{",
        "{}",
        "[]x",
        "{} {}",
        "[1]",
        "[[]]",
        "[null]",
        "<xml/>",
        "{\"entity\":{},\"recordId\":\"x\"}",
        "{\"entity\":\"Account\",\"recordId\":[]}",
        "{\"entity\":\"Account\",\"recordId\":\"1 or 1=1\"}",
        "{\"entity\":\"Account\",\"recordId\":\"00000000-0000-0000-0000-000000000000\"}",
        "\u0000\u0001",
      })
  void answers400WithARemedyToABodyItCannotRead(String body) {
    HttpResponse<String> answer = bench.post("/webhooks/creatio", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error\":").contains("\"remedy\":").contains("\"at\":");
    assertThat(bench.store.hints()).isEmpty();
  }

  @Test
  void survivesDeeplyNestedAndOverlongInput() {
    assertThat(bench.post("/webhooks/creatio", "[".repeat(100_000)).statusCode()).isEqualTo(400);
    assertThat(bench.post("/webhooks/creatio", "{\"a\":".repeat(50_000)).statusCode())
        .isEqualTo(400);
    assertThat(bench.post("/webhooks/creatio", "1".repeat(100_000)).statusCode()).isEqualTo(400);
    assertThat(bench.post("/webhooks/creatio", EVENT).statusCode()).isEqualTo(202);
  }

  @Test
  void refusesMoreEventsThanAllowed() {
    HttpResponse<String> answer = bench.post("/webhooks/creatio", "[" + "{},".repeat(1000) + "{}]");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("at most 1000");
  }

  @Test
  void takesAnEmptyBatchAndABodyWithAByteOrderMark() {
    assertThat(bench.post("/webhooks/creatio", "[]").body()).contains("\"hints\":0");
    assertThat(bench.post("/webhooks/creatio", "\uFEFF" + EVENT).body()).contains("\"hints\":1");
  }

  @Test
  void neverRepeatsMoreOfABadValueThanAPersonNeeds() {
    HttpResponse<String> answer =
        bench.post(
            "/webhooks/creatio",
            "{\"entity\":\"Account\",\"recordId\":\"" + "secret ".repeat(1000) + "\"}");

    assertThat(answer.body()).hasSizeLessThan(300);
  }

  @Test
  void turnsSendersAwayWhileItStops() {
    try (Bench stopping = new Bench().start(Bench.API_KEY)) {
      stopping.gateway().refuse();

      HttpResponse<String> answer = stopping.post("/webhooks/creatio", EVENT);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(stopping.store.hints()).isEmpty();
      assertThat(stopping.get("/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = stopping.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("\"status\":\"stopping\"");
    }
  }

  @Test
  void answersARequestUnderWayBeforeItStops() throws Exception {
    Bench stopping = new Bench();
    CountDownLatch stored = stopping.store.holdBack();
    stopping.start(Bench.API_KEY);
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> stopping.post("/webhooks/creatio", EVENT));
    stopping.store.awaitCaller();
    Thread stop = new Thread(stopping::close);
    stop.start();
    stored.countDown();

    assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
    stop.join();
    assertThat(stopping.store.hints()).hasSize(1);
  }

  @Test
  void answersUnknownPathsAndMethodsWithoutAStackTrace() {
    HttpResponse<String> missing = bench.get("/admin");
    HttpResponse<String> wrongMethod = bench.get("/webhooks/creatio");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(wrongMethod.statusCode()).isIn(404, 405);
    assertThat(missing.body() + wrongMethod.body()).doesNotContain("Exception");
  }
}
