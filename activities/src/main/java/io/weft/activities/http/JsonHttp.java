package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.Lane;
import io.weft.activities.governor.Permit;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one request path to a system: leave from the governor, deadline, token, send, read, judge.
 * Nothing is repeated but once after an expired sign-in, when the server has not looked at the
 * request. Thread-safe.
 */
public final class JsonHttp {
  private static final Logger log = LoggerFactory.getLogger(JsonHttp.class);
  private static final int UNAVAILABLE = 503;

  private final Side system;
  private final Wiring wiring;
  private final TokenSource tokens;
  private final Classifier classifier;
  private final Lane lane;
  private final Transport transport;

  /**
   * What the requests to one system go through.
   *
   * @param deadline of the attempt that sends, checked before each request
   */
  public record Wiring(
      OkHttpClient client, Governor governor, CallCounts counts, Deadline deadline, Clock clock) {}

  /** A path for one lane; {@link #in} gives the other. */
  public JsonHttp(
      Side system, Wiring wiring, TokenSource tokens, Classifier classifier, Lane lane) {
    this.system = system;
    this.wiring = wiring;
    this.tokens = tokens;
    this.classifier = classifier;
    this.lane = lane;
    this.transport = new Transport(system, wiring.client());
  }

  /** The same path in another lane. */
  public JsonHttp in(Lane other) {
    return new JsonHttp(system, wiring, tokens, classifier, other);
  }

  /**
   * The answer to a call that did what was asked.
   *
   * @throws RemoteException otherwise
   */
  public Answer send(HttpCall call) {
    String token = tokens.bearer();
    Exchange first = exchange(call, token);
    if (!classifier.signInNeeded(first.answer())) {
      return first.judged();
    }
    tokens.refused(token);
    return exchange(call, tokens.bearer()).judged();
  }

  private Exchange exchange(HttpCall call, String token) {
    try (Permit permit = wiring.governor().acquire(lane)) {
      checkDeadline(call);
      Exchange exchange = counted(call, token);
      if (exchange.asksForPause()) {
        permit.throttled(exchange.answer().retryAfter(wiring.clock()));
      }
      return exchange;
    }
  }

  private void checkDeadline(HttpCall call) {
    Instant deadline = wiring.deadline().at();
    if (deadline != null && !wiring.clock().instant().isBefore(deadline)) {
      String what = call.name() + " was not sent: the time of this attempt is over";
      throw new RemoteException.Unavailable(system, call.name(), what, false, null, null);
    }
  }

  private Exchange counted(HttpCall call, String token) {
    long start = System.nanoTime();
    String outcome = "ok";
    try {
      Answer answer = transport.send(call, token);
      RemoteException failure = classifier.failure(answer);
      outcome = failure == null ? outcome : failure.failureType();
      return new Exchange(answer, failure);
    } catch (RemoteException e) {
      outcome = e.failureType();
      throw e;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      wiring.counts().count(system, call.kind(), outcome, took);
      log.atDebug()
          .addKeyValue("system", system.title())
          .addKeyValue("call", call.name())
          .addKeyValue("outcome", outcome)
          .addKeyValue("millis", took.toMillis())
          .log("Call done");
    }
  }

  private record Exchange(Answer answer, @Nullable RemoteException failure) {
    Answer judged() {
      if (failure != null) {
        throw failure;
      }
      return answer;
    }

    /** A pause that the system itself names, not one that we choose for a single set. */
    boolean asksForPause() {
      return failure instanceof RemoteException.Throttled
          || (answer.status() == UNAVAILABLE && answer.headers().get("Retry-After") != null);
    }
  }
}
