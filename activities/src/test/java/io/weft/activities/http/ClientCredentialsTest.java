package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.secret.Secret;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCredentialsTest {
  private FakeSite site;
  private ClientCredentials tokens;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    tokens = tokens("https://acme.example/.default");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void thirtyTwoThreadsFetchOnce() throws Exception {
    site.answersToken(slow("{\"access_token\":\"shared\",\"expires_in\":3600}"));

    List<String> values = together(32);

    assertThat(values).hasSize(32).containsOnly("shared");
    assertThat(site.tokenRequests()).hasSize(1);
  }

  @Test
  void sendsTheSecretEncoded() {
    tokens.bearer();

    String form = site.tokenRequests().get(0).getBody().utf8();
    assertThat(form)
        .contains("grant_type=client_credentials", "client_id=weft")
        .contains("client_secret=p%7Eq%2F8%2Bz")
        .contains("scope=https%3A%2F%2Facme.example%2F.default");
  }

  @Test
  void sendsNoScopeWhereNoneIsWanted() {
    tokens(null).bearer();

    assertThat(site.tokenRequests().get(0).getBody().utf8()).doesNotContain("scope");
  }

  @Test
  void readsALifetimeGivenAsText() {
    site.answersToken(FakeSite.json(200, "{\"access_token\":\"a\",\"expires_in\":\"3599\"}"));
    tokens.bearer();

    site.clock.advance(Duration.ofSeconds(3538));
    assertThat(tokens.bearer()).isEqualTo("a");
    site.clock.advance(Duration.ofSeconds(2));
    assertThat(tokens.bearer()).isEqualTo("token-1");
  }

  @Test
  void keepsTheOldTokenWhileRenewingGetsNoAnswer() {
    assertThat(tokens.bearer()).isEqualTo("token-1");
    site.clock.advance(Duration.ofMinutes(59).plusSeconds(30));
    site.answersToken(FakeSite.html(503, "busy"));

    assertThat(tokens.bearer()).isEqualTo("token-1");
    assertThat(tokens.bearer()).isEqualTo("token-2");
  }

  @Test
  void doesNotGiveOutATokenThatWasRefused() {
    String first = tokens.bearer();

    tokens.refused(first);
    String second = tokens.bearer();
    tokens.refused(first); // late news of the old one

    assertThat(second).isEqualTo("token-2");
    assertThat(tokens.bearer()).isEqualTo("token-2");
  }

  @Test
  void aFailureReachesAllWhoWaited() {
    site.answersToken(slowError());

    assertThatThrownBy(() -> together(8)).hasRootCauseInstanceOf(RemoteException.Denied.class);
    assertThat(site.tokenRequests()).hasSize(1);
  }

  /** Section 1.2 of the D365 reference, and the identity server's own shape. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|invalid_client|7000215|Denied|secret is wrong",
        "401|invalid_client|7000222|Denied|secret has expired",
        "400|unauthorized_client|700016|Denied|app is unknown",
        "401|invalid_client|700027|Denied|certificate",
        "400|invalid_resource|500011|Denied|does not know this environment",
        "400|invalid_request|90002|Denied|no such tenant",
        "400|invalid_grant|65001|Denied|consent",
        "400|interaction_required|65001|Denied|consent",
        "400|invalid_client||Denied|client id and secret",
        "400|unauthorized_client||Denied|app is active",
        "429|temporarily_unavailable|90006|Throttled|",
        "503|temporarily_unavailable|90006|Unavailable|",
        "400|temporarily_unavailable|90006|Unavailable|",
      })
  void tellsWhatARefusalMeans(int status, String error, String code, String type, String remedy) {
    String description = code == null ? "" : "AADSTS" + code + ": secret text. Trace ID: 0f";
    site.answersToken(
        FakeSite.json(
            status,
            "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description)));

    RemoteException failure = catchThrowableOfType(RemoteException.class, tokens::bearer);

    assertThat(failure.failureType()).isEqualTo(type);
    assertThat(failure).hasMessageNotContaining("secret text").hasMessageNotContaining("p~q");
    assertThat(failure.remedy() == null ? "" : failure.remedy())
        .contains(remedy == null ? "" : remedy);
  }

  @Test
  void aPageInsteadOfATokenIsAnOutage() {
    site.answersToken(FakeSite.html(200, "maintenance"));

    assertThatThrownBy(tokens::bearer).isInstanceOf(RemoteException.Unavailable.class);
  }

  @Test
  void aWrongAddressIsTold() {
    site.answersToken(FakeSite.html(404, "not found"));

    RemoteException failure = catchThrowableOfType(RemoteException.Denied.class, tokens::bearer);

    assertThat(failure.remedy()).contains("token url");
  }

  private List<String> together(int count) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<String>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return tokens.bearer();
                }));
      }
      start.countDown();
      List<String> values = new ArrayList<>();
      for (Future<String> future : futures) {
        values.add(future.get(20, TimeUnit.SECONDS));
      }
      return values;
    } finally {
      threads.shutdownNow();
    }
  }

  private static MockResponse slow(String json) {
    return FakeSite.json(200, json).newBuilder().headersDelay(300, TimeUnit.MILLISECONDS).build();
  }

  private static MockResponse slowError() {
    return FakeSite.json(400, "{\"error\":\"invalid_client\"}")
        .newBuilder()
        .headersDelay(500, TimeUnit.MILLISECONDS)
        .build();
  }

  private ClientCredentials tokens(String scope) {
    ClientCredentials.Grant grant =
        new ClientCredentials.Grant(
            Side.D365,
            site.tokenUrl(),
            "weft",
            Secret.of("p~q/8+z"),
            scope,
            Duration.ofSeconds(60));
    return new ClientCredentials(
        grant, site.clients().withTimeout(Duration.ofSeconds(10)), site.clock);
  }
}
