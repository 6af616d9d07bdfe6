package io.weft.sandbox.d365.event;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Posts bodies: three more tries a second apart, then the error log. Safe for many threads. */
final class Sender implements AutoCloseable {
  private static final int RETRIES = 3;
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int AT_ONCE = 32;
  private static final int LOGGED = 1_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> EventNotifier.daemon(work, "d365-event-timer"));
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Deque<String> errors = new ArrayDeque<>();

  /** Sends a body once or more; returns as soon as it is on its way. */
  void send(EventTarget target, byte[] body, Duration delay) {
    if (delay.isZero()) {
      post(target, body, RETRIES);
    } else {
      later(() -> post(target, body, RETRIES), delay);
    }
  }

  void dropped() {
    dropped.incrementAndGet();
  }

  Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("delivered", delivered.get());
    json.put("failed", failed.get());
    json.put("dropped", dropped.get());
    synchronized (errors) {
      json.put("errors", new ArrayList<>(errors));
    }
    return json;
  }

  private void post(EventTarget target, byte[] body, int left) {
    HttpRequest request = request(target, body);
    permits.acquireUninterruptibly();
    var unused =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.discarding())
            .whenComplete((response, problem) -> done(target, body, left, response, problem));
  }

  private void done(
      EventTarget target,
      byte[] body,
      int left,
      @Nullable HttpResponse<Void> response,
      @Nullable Throwable problem) {
    permits.release();
    if (response != null && response.statusCode() / 100 == 2) {
      delivered.incrementAndGet();
    } else if (left > 0) {
      later(() -> post(target, body, left - 1), BETWEEN);
    } else {
      failed.incrementAndGet();
      log(response == null ? String.valueOf(problem) : "status " + response.statusCode());
    }
  }

  private static HttpRequest request(EventTarget target, byte[] body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(target.url()))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    target.headers().forEach(builder::header);
    return builder.build();
  }

  private void later(Runnable work, Duration delay) {
    try {
      var unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      dropped(); // the sandbox is closing
    }
  }

  private void log(String problem) {
    synchronized (errors) {
      errors.addLast(problem);
      if (errors.size() > LOGGED) {
        errors.removeFirst();
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
