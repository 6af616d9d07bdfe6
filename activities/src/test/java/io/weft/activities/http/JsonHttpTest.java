package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Caller;
import io.weft.activities.secret.Secret;
import io.weft.workflows.record.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonHttpTest {
  private static final String OK = "{\"@odata.context\":\"x\",\"value\":[]}";

  private FakeSite site;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void numbersAndSignsEachRequest() {
    site.answers(200, OK);

    http().send(get());
    http().send(get());

    RecordedRequest first = site.requests().get(0);
    RecordedRequest second = site.requests().get(1);
    assertThat(first.getHeaders().get("User-Agent")).isEqualTo("weft/test");
    assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    assertThat(first.getHeaders().get("X-Request-Id"))
        .matches("[0-9a-f-]{36}")
        .isEqualTo(first.getHeaders().get("x-ms-client-request-id"))
        .isNotEqualTo(second.getHeaders().get("X-Request-Id"));
  }

  @Test
  void keepsDecimalsExactBothWays() {
    site.answers(
        200,
        "{\"@odata.context\":\"x\",\"a\":1234567890123456789.12,\"b\":0.10,\"c\":9007199254740993}");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", new BigDecimal("1E+3"));
    body.put("price", new BigDecimal("0.1000000000000000055511151231257827"));

    Row row = http().send(HttpCall.post("Set.create", Kind.CREATE, url("/Set"), body)).json();

    assertThat(row.number("a")).isEqualTo(new BigDecimal("1234567890123456789.12"));
    assertThat(row.number("b")).isEqualTo(new BigDecimal("0.10"));
    assertThat(row.number("c")).isEqualTo(new BigDecimal("9007199254740993"));
    assertThat(site.request().getBody().utf8())
        .isEqualTo("{\"amount\":1000,\"price\":0.1000000000000000055511151231257827}");
  }

  @Test
  void renewsTheTokenOnceAfterA401() {
    site.answers(401, "").answers(200, OK);

    http().send(get());

    assertThat(site.requests()).hasSize(2);
    assertThat(site.request().getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
  }

  @Test
  void aSecond401IsFinal() {
    site.answers(401, "");

    RemoteException.Denied failure =
        catchThrowableOfType(RemoteException.Denied.class, () -> http().send(get()));

    assertThat(failure.remedy()).contains("register");
    assertThat(site.requests()).hasSize(2);
    assertThat(site.tokenRequests()).hasSize(2);
  }

  @Test
  void readsNoMoreThanTheLimit() {
    site.answers(200, "{\"@odata.context\":\"x\",\"a\":\"" + "x".repeat(2 << 20) + "\"}");

    RemoteException.Malformed failure =
        catchThrowableOfType(
            RemoteException.Malformed.class, () -> http().send(get().atMost(1 << 20)));

    assertThat(failure).hasMessageContaining("more than 1 MB");
  }

  @Test
  void aBodyThatBreaksOffLeavesTheOutcomeOpen() {
    site.answers(
        FakeSite.json(200, OK.repeat(100))
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(unavailable(get()).sent()).isTrue();
  }

  @Test
  void jsonThatEndsTooEarlyLeavesTheOutcomeOpen() {
    site.answers(201, "{\"@odata.context\":\"x\",\"Id\":\"7d4b");

    assertThat(unavailable(post())).hasMessageContaining("cut off");
    assertThat(unavailable(post()).sent()).isTrue();
  }

  @Test
  void aConnectionThatBreaksAfterSendingLeavesTheOutcomeOpen() {
    site.answers(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThat(unavailable(post()).sent()).isTrue();
    assertThat(site.requests()).hasSize(1); // nothing below us sent it again
  }

  @Test
  void anAnswerThatNeverComesLeavesTheOutcomeOpen() {
    site.answers(FakeSite.json(200, OK).newBuilder().headersDelay(5, TimeUnit.SECONDS).build());

    RemoteException.Unavailable failure = unavailable(post(), Duration.ofMillis(300));

    assertThat(failure.sent()).isTrue();
    assertThat(failure).hasMessageContaining("timeout");
  }

  @Test
  void aServerThatIsNotThereGotNothing() throws Exception {
    HttpUrl nowhere = HttpUrl.get("http://localhost:" + freePort() + "/Set");

    RemoteException.Unavailable failure =
        unavailable(HttpCall.post("Set.create", Kind.CREATE, nowhere, Map.of()));

    assertThat(failure.sent()).isFalse();
  }

  @Test
  void sendsNothingAfterTheAttemptsDeadline() {
    site.answers(200, OK);
    JsonHttp http = http(() -> FakeSite.NOW.plusSeconds(10), Duration.ofSeconds(10));
    http.send(get());
    site.clock.advance(Duration.ofSeconds(10));

    RemoteException.Unavailable failure =
        catchThrowableOfType(RemoteException.Unavailable.class, () -> http.send(get()));

    assertThat(failure.sent()).isFalse();
    assertThat(site.requests()).hasSize(1);
    assertThat(site.governor.state().inFlight()).isZero();
  }

  @Test
  void refusesAnAddressThatNoServerTakes() {
    HttpUrl url = url("/Set?$filter=" + "x".repeat(10_000));

    RemoteException.Rejected failure =
        catchThrowableOfType(
            RemoteException.Rejected.class,
            () -> http().send(HttpCall.get("Set.query", Kind.QUERY, url)));

    assertThat(failure).hasMessageContaining("too long");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void countsCallsByOutcome() {
    site.answers(200, OK).answers(500, "{}");

    http().send(get());
    unavailable(post());

    CallCounts.Counts counts = site.counts.counts(Side.D365);
    assertThat(counts.reads()).isEqualTo(1);
    assertThat(counts.writes()).isEqualTo(1);
    assertThat(counts.outcomes()).containsEntry("ok", 1L).containsEntry("Unavailable", 1L);
    assertThat(site.counts.counts(Side.CREATIO).total()).isZero();
  }

  @Test
  void freesItsPlaceWhateverHappens() {
    site.answers(500, "{}");

    unavailable(post());

    assertThat(site.governor.state().inFlight()).isZero();
  }

  @Test
  void stopsAskingASystemThatIsAway() {
    site.answers(503, "<html>Service unavailable</html>");
    for (int i = 0; i < 10; i++) {
      unavailable(get());
    }

    RemoteException.Unavailable failure = unavailable(get());

    assertThat(failure.asked()).isFalse();
    assertThat(failure.sent()).isFalse();
    assertThat(site.requests()).hasSize(10);
  }

  @Test
  void anErrorAboutOneRecordDoesNotMeanThatTheSystemIsAway() {
    site.answers(500, "{}");
    for (int i = 0; i < 12; i++) {
      unavailable(post());
    }

    assertThat(site.requests()).hasSize(12);
  }

  private HttpCall get() {
    return HttpCall.get("Set.query", Kind.QUERY, url("/Set"));
  }

  private HttpCall post() {
    return HttpCall.post("Set.create", Kind.CREATE, url("/Set"), Map.of());
  }

  private HttpUrl url(String path) {
    return HttpUrl.get(site.url() + path);
  }

  private RemoteException.Unavailable unavailable(HttpCall call) {
    return unavailable(call, Duration.ofSeconds(10));
  }

  private RemoteException.Unavailable unavailable(HttpCall call, Duration timeout) {
    RemoteException.Unavailable failure =
        catchThrowableOfType(
            RemoteException.Unavailable.class, () -> http(Deadline.NONE, timeout).send(call));
    assertThat(failure).isNotNull();
    return failure;
  }

  private JsonHttp http() {
    return http(Deadline.NONE, Duration.ofSeconds(10));
  }

  private JsonHttp http(Deadline deadline, Duration timeout) {
    ClientCredentials.Grant grant =
        new ClientCredentials.Grant(
            Side.D365, site.tokenUrl(), "weft", Secret.of("s"), null, Duration.ofSeconds(60));
    return new JsonHttp(
        Side.D365,
        new JsonHttp.Wiring(
            site.clients().withTimeout(timeout), site.governor, site.counts, deadline, site.clock),
        new ClientCredentials(
            grant, site.clients().withTimeout(Duration.ofSeconds(10)), site.clock),
        new Plain(),
        Caller.LIVE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The least that a classifier can say. */
  private static final class Plain implements Classifier {
    @Override
    public boolean signInNeeded(Answer answer) {
      return answer.status() == 401;
    }

    @Override
    public @Nullable RemoteException failure(Answer answer) {
      String call = answer.call().name();
      if (signInNeeded(answer)) {
        return new RemoteException.Denied(Side.D365, call, "401", "register the client");
      }
      return answer.success()
          ? Credible.problem(Side.D365, answer)
          : new RemoteException.Unavailable(Side.D365, call, "failed", true, null, null);
    }
  }
}
