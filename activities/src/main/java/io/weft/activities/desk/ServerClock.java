package io.weft.activities.desk;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What time a web server believes it is, from the {@code Date} of any answer; no sign-in needed.
 */
public final class ServerClock {
  private final OkHttpClient http;
  private final URI url;
  private final Clock clock;

  public ServerClock(OkHttpClient http, URI url, Clock clock) {
    this.http = http;
    this.url = url;
    this.clock = clock;
  }

  /** How far the server is ahead of us; empty if it does not say or does not answer. */
  public Optional<Duration> ahead() {
    Request request = new Request.Builder().url(url.toString()).head().build();
    Instant sent = clock.instant();
    try (Response response = http.newCall(request).execute()) {
      Date told = response.headers().getDate("Date");
      if (told == null) {
        return Optional.empty();
      }
      Duration way = Duration.between(sent, clock.instant());
      return Optional.of(Duration.between(sent.plus(way.dividedBy(2)), told.toInstant()));
    } catch (IOException e) {
      return Optional.empty(); // the sign-in check says why
    }
  }
}
