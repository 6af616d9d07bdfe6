package io.weft.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.secret.Secret;
import io.weft.activities.settings.AuthSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookAuthTest {
  private static final byte[] RAW_KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(RAW_KEY);
  private static final String BODY = "{\"entity\":\"Account\"}";
  private static final long NOW = Bench.NOW.getEpochSecond();

  private static final AuthSettings BASIC = new AuthSettings.Basic("creatio", Secret.of("pa:ss"));
  private static final AuthSettings SIGNED =
      new AuthSettings.StandardWebhooks(Secret.of(SECRET), Duration.ofMinutes(5));
  private static final WebhookAuth AUTH =
      new WebhookAuth(
          List.of(
              Bench.API_KEY,
              new AuthSettings.ApiKey(Secret.of("second key"), "X-Api-Key", Optional.empty()),
              BASIC,
              SIGNED),
          Bench.CLOCK);

  @ParameterizedTest
  @MethodSource("good")
  void letsIn(Map<String, String> headers, Map<String, String> parameters) {
    assertThat(AUTH.admit(request(headers, parameters, BODY))).isNotNull();
  }

  static Stream<Arguments> good() {
    Map<String, String> none = Map.of();
    return Stream.of(
        Arguments.of(Map.of("x-api-key", Bench.KEY), none),
        Arguments.of(Map.of("x-api-key", "second key"), none),
        Arguments.of(none, Map.of("code", Bench.KEY)),
        Arguments.of(Map.of("authorization", basic("creatio:pa:ss")), none),
        Arguments.of(
            Map.of("authorization", basic("creatio:pa:ss").replace("Basic", "bASIC")), none),
        Arguments.of(signed(NOW, sign("m1", NOW, BODY)), none),
        Arguments.of(signed(NOW - 300, sign("m1", NOW - 300, BODY)), none),
        Arguments.of(signed(NOW, "v1,AAAA " + sign("m1", NOW, BODY) + " v2,x"), none),
        Arguments.of(Map.of("x-api-key", "wrong", "authorization", basic("creatio:pa:ss")), none));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void turnsAway(Map<String, String> headers, Map<String, String> parameters, String why) {
    assertThatThrownBy(() -> AUTH.admit(request(headers, parameters, BODY)))
        .isInstanceOf(WebhookAuth.Stranger.class)
        .hasMessage(why);
  }

  static Stream<Arguments> bad() {
    Map<String, String> none = Map.of();
    String key = "the API key is not known";
    String user = "user name or password is wrong";
    String time = "webhook-timestamp is not within 300 s of now";
    String signature = "the signature does not fit body, id and time";
    return Stream.of(
        Arguments.of(none, none, "no credentials"),
        Arguments.of(Map.of("x-api-key", ""), none, key),
        Arguments.of(Map.of("x-api-key", "correct hors"), none, key),
        Arguments.of(Map.of("x-api-key", "Correct Horse"), none, key),
        Arguments.of(none, Map.of("code", "second key"), key),
        Arguments.of(Map.of("authorization", "Bearer x"), none, "no credentials"),
        Arguments.of(Map.of("authorization", basic("creatio:pass")), none, user),
        Arguments.of(Map.of("authorization", basic("Creatio:pa:ss")), none, user),
        Arguments.of(Map.of("authorization", "Basic ***"), none, user),
        Arguments.of(signed(NOW - 301, sign("m1", NOW - 301, BODY)), none, time),
        Arguments.of(signed(NOW + 301, sign("m1", NOW + 301, BODY)), none, time),
        Arguments.of(signed(NOW, sign("m2", NOW, BODY)), none, signature),
        Arguments.of(signed(NOW, sign("m1", NOW - 1, BODY)), none, signature),
        Arguments.of(signed(NOW, sign("m1", NOW, BODY + " ")), none, signature),
        Arguments.of(signed(NOW, sign("m1", NOW, BODY).replace("v1", "v2")), none, signature),
        Arguments.of(signed(NOW, ""), none, signature),
        Arguments.of(Map.of("webhook-signature", "v1,x"), none, "webhook-id is missing"),
        Arguments.of(
            Map.of("webhook-signature", "v1,x", "webhook-id", "m", "webhook-timestamp", "now"),
            none,
            time));
  }

  @Test
  void saysWhatItExpectsAndNeverASecret() {
    assertThatThrownBy(() -> AUTH.admit(request(Map.of(), Map.of(), BODY)))
        .isInstanceOfSatisfying(
            WebhookAuth.Stranger.class,
            e ->
                assertThat(e.expected())
                    .contains("X-Api-Key")
                    .contains("query parameter code")
                    .contains("Basic")
                    .contains("webhook-signature")
                    .doesNotContain(Bench.KEY)
                    .doesNotContain("pa:ss")
                    .doesNotContain(SECRET));
  }

  @Test
  void namesTheMessageOfASignedRequest() {
    Map<String, String> headers = signed(NOW, sign("m1", NOW, BODY));

    assertThat(AUTH.admit(request(headers, Map.of(), BODY))).contains("m1");
  }

  @Test
  void followsTheSpecificationsOwnExample() {
    AuthSettings example =
        new AuthSettings.StandardWebhooks(
            Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), Duration.ofDays(36500));
    Map<String, String> headers =
        Map.of(
            "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp", "1614265330",
            "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    assertThat(
            new WebhookAuth(List.of(example), Bench.CLOCK)
                .admit(request(headers, Map.of(), "{\"test\": 2432232314}")))
        .contains("msg_p5jXN8AQM9LWM0D4loKWxJek");
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> signed(long timestamp, String signature) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", "m1");
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put("webhook-signature", signature);
    return headers;
  }

  static String sign(String id, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(RAW_KEY, "HmacSHA256"));
      byte[] sum =
          mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WebhookRequest request(
      Map<String, String> headers, Map<String, String> parameters, String body) {
    return WebhookRequest.of(
        name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
        name -> Optional.ofNullable(parameters.get(name)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Over real HTTP: the answer names what is expected, and a replay stores nothing. */
  @Test
  void answers401WithWhatIsExpectedAndStoresAReplayOnce() {
    String event = "{\"entity\":\"Account\",\"recordId\":\"7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b\"}";
    try (Bench bench = new Bench().start(SIGNED, BASIC)) {
      var stranger = bench.send(bench.request("/webhooks/creatio").POST(Bench.text(event)));
      assertThat(stranger.statusCode()).isEqualTo(401);
      assertThat(stranger.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(stranger.body()).contains("webhook-signature").doesNotContain("pa:ss");

      for (int i = 0; i < 2; i++) {
        var request = bench.request("/webhooks/creatio").POST(Bench.text(event));
        signed(NOW, sign("m1", NOW, event)).forEach(request::header);
        assertThat(bench.send(request).statusCode()).isEqualTo(202);
      }
      assertThat(bench.store.hints()).hasSize(1);
    }
  }

  @Test
  void takesASignedMessageAgainThatCouldNotBeStored() {
    String event = "{\"entity\":\"Account\",\"recordId\":\"7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b\"}";
    try (Bench bench = new Bench().start(SIGNED)) {
      bench.store.goAway();
      assertThat(bench.send(signed(bench, event)).statusCode()).isEqualTo(503);
      bench.store.comeBack();
      assertThat(bench.send(signed(bench, event)).statusCode()).isEqualTo(202);

      assertThat(bench.store.hints()).hasSize(1);
    }
  }

  private static java.net.http.HttpRequest.Builder signed(Bench bench, String event) {
    var request = bench.request("/webhooks/creatio").POST(Bench.text(event));
    signed(NOW, sign("m1", NOW, event)).forEach(request::header);
    return request;
  }
}
