package io.weft.activities.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.poll.TestClock;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ServerClockTest {
  @StartStop private final MockWebServer server = new MockWebServer();
  private final TestClock clock = new TestClock();

  private ServerClock serverClock() {
    return new ServerClock(new OkHttpClient(), URI.create(server.url("/").toString()), clock);
  }

  @Test
  void readsTheServersTimeFromAnyAnswer() {
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .setHeader("Date", "Mon, 02 Mar 2026 08:10:00 GMT")
            .build());

    assertThat(serverClock().ahead()).contains(Duration.ofMinutes(10));
  }

  @Test
  void knowsNothingOfAServerThatDoesNotSay() {
    server.enqueue(new MockResponse.Builder().code(200).build());

    assertThat(serverClock().ahead()).isEmpty();
  }
}
