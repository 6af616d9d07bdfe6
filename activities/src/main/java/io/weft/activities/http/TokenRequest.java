package io.weft.activities.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.ClientCredentials.Grant;
import io.weft.activities.http.ClientCredentials.Token;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request for a token. Nothing of it is ever logged. */
final class TokenRequest {
  static final String CALL = "token";

  private static final long LONGEST = 1L << 20;
  private static final Duration USUAL_LIFE = Duration.ofMinutes(10);

  private final Grant grant;
  private final OkHttpClient client;
  private final Clock clock;
  private final TokenErrors errors;

  TokenRequest(Grant grant, OkHttpClient client, Clock clock) {
    this.grant = grant;
    this.client = client.newBuilder().callTimeout(Duration.ofSeconds(30)).build();
    this.clock = clock;
    this.errors = new TokenErrors(grant.system(), grant.tokenUrl(), clock);
  }

  Token send() {
    Request request =
        new Request.Builder()
            .url(grant.tokenUrl().toString())
            .header("Accept", "application/json")
            .post(form())
            .build();
    try (Response response = client.newCall(request).execute()) {
      return token(response);
    } catch (IOException e) {
      String what = "the token endpoint got no answer: " + e.getClass().getSimpleName();
      throw new RemoteException.Unavailable(grant.system(), CALL, what, false, null, e);
    }
  }

  private FormBody form() {
    FormBody.Builder form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", grant.clientId())
            .add("client_secret", grant.clientSecret().reveal());
    if (grant.scope() != null) {
      form.add("scope", grant.scope());
    }
    return form.build();
  }

  private Token token(Response response) throws IOException {
    Row json = json(response);
    if (!response.isSuccessful()) {
      throw errors.failure(response, json);
    }
    String value = json == null ? null : json.text("access_token");
    if (json == null || value == null || value.isBlank()) {
      throw errors.unreadable(response);
    }
    return new Token(value, clock.instant().plus(life(json)));
  }

  private static @Nullable Row json(Response response) throws IOException {
    response.body().source().request(LONGEST);
    try {
      return Json.object(response.body().source().getBuffer().readUtf8());
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Microsoft sends the seconds as a number here and as a text there. */
  private static Duration life(Row json) {
    String seconds = json.text("expires_in");
    try {
      return seconds == null
          ? USUAL_LIFE
          : Duration.ofSeconds(new BigDecimal(seconds.strip()).longValue());
    } catch (NumberFormatException e) {
      return USUAL_LIFE;
    }
  }
}
