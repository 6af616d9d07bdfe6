package io.weft.activities.http;

import io.weft.activities.governor.AdaptiveGovernor;
import io.weft.activities.governor.Limits;
import io.weft.workflows.record.Side;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A server with a token endpoint that hands out token-1, token-2 and so on, and answers to all else
 * in the order they were queued; the last one repeats.
 */
public final class FakeSite implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final MockWebServer server = new MockWebServer();
  private final HttpClients clients = new HttpClients("weft/test");
  private final Deque<MockResponse> answers = new ArrayDeque<>();
  private final Deque<MockResponse> tokenAnswers = new ArrayDeque<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final List<RecordedRequest> tokenRequests = new ArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();

  public final CallCounts counts = new CallCounts();
  public final AdaptiveGovernor governor =
      new AdaptiveGovernor(Side.D365, new Limits(12, 10_000, Duration.ofSeconds(5)));
  public final TestClock clock = new TestClock();

  public FakeSite() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return respond(request);
          }
        });
    server.start();
  }

  public URI url() {
    return URI.create(server.url("/").toString().replaceAll("/$", ""));
  }

  public URI tokenUrl() {
    return URI.create(server.url("/connect/token").toString());
  }

  public HttpClients clients() {
    return clients;
  }

  public Shared shared() {
    return shared(Deadline.NONE);
  }

  public Shared shared(Deadline deadline) {
    return new Shared(clients, governor, counts, deadline, clock);
  }

  /** Queues an answer. */
  public FakeSite answers(MockResponse answer) {
    answers.add(answer);
    return this;
  }

  /** Queues a JSON answer. */
  public FakeSite answers(int status, String json) {
    return answers(json(status, json));
  }

  /** Queues an answer of the token endpoint. */
  public FakeSite answersToken(MockResponse answer) {
    tokenAnswers.add(answer);
    return this;
  }

  public static MockResponse json(int status, String json) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json; odata.metadata=minimal")
        .body(json)
        .build();
  }

  public static MockResponse html(int status, String page) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "text/html")
        .body("<!DOCTYPE html><html>" + page + "</html>")
        .build();
  }

  /** All requests but those for tokens. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  public synchronized RecordedRequest request() {
    return requests.get(requests.size() - 1);
  }

  public synchronized List<RecordedRequest> tokenRequests() {
    return List.copyOf(tokenRequests);
  }

  private synchronized MockResponse respond(RecordedRequest request) {
    if (request.getUrl().encodedPath().equals("/connect/token")) {
      tokenRequests.add(request);
      MockResponse queued = tokenAnswers.poll();
      return queued != null ? queued : token();
    }
    requests.add(request);
    return answers.size() > 1 ? answers.poll() : answers.peek();
  }

  private MockResponse token() {
    String body = "{\"access_token\":\"token-%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";
    return json(200, body.formatted(tokens.incrementAndGet()));
  }

  @Override
  public void close() {
    clients.close();
    server.close();
  }

  /** A clock that stands until it is moved. */
  public static final class TestClock extends Clock {
    private volatile Instant now = NOW;

    public void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
