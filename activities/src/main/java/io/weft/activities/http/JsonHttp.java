package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.Lane;
import io.weft.activities.governor.Permit;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
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
    return exchanged(call, whole -> List.of()).whole().credible();
  }

  /**
   * The answers inside the answer to a call that was several, each judged as if it had come alone.
   * A part that asks for a pause holds the connection like any other answer.
   *
   * @param split takes the whole apart; its parts carry the calls that they answer. A {@link
   *     RemoteException} that it throws is the outcome of the whole
   * @throws RemoteException if the whole did not do what was asked
   */
  public List<Judged> sendAll(HttpCall call, Function<Answer, List<Answer>> split) {
    Exchange done = exchanged(call, split);
    done.whole().credible();
    return done.parts();
  }

  private Exchange exchanged(HttpCall call, Function<Answer, List<Answer>> split) {
    String token = tokens.bearer();
    Exchange first = exchange(call, split, token);
    if (!classifier.signInNeeded(first.whole().answer())) {
      return first;
    }
    tokens.refused(token);
    return exchange(call, split, tokens.bearer());
  }

  private Exchange exchange(HttpCall call, Function<Answer, List<Answer>> split, String token) {
    try (Permit permit = wiring.governor().acquire(lane)) {
      checkDeadline(call);
      Exchange exchange = counted(call, split, token);
      exchange
          .all()
          .filter(JsonHttp::asksForPause)
          .findFirst()
          .ifPresent(judged -> permit.throttled(judged.answer().retryAfter(wiring.clock())));
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

  private Exchange counted(HttpCall call, Function<Answer, List<Answer>> split, String token) {
    long start = System.nanoTime();
    String outcome = "ok";
    try {
      Exchange exchange = judged(transport.send(call, token), split);
      outcome = exchange.all().flatMap(JsonHttp::failureType).findFirst().orElse(outcome);
      return exchange;
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

  private Exchange judged(Answer answer, Function<Answer, List<Answer>> split) {
    Judged whole = judged(answer);
    List<Answer> parts = whole.failure() == null ? split.apply(answer) : List.of();
    return new Exchange(whole, parts.stream().map(this::judged).toList());
  }

  private Judged judged(Answer answer) {
    return new Judged(answer, classifier.failure(answer));
  }

  private static Stream<String> failureType(Judged judged) {
    return Stream.ofNullable(judged.failure()).map(RemoteException::failureType);
  }

  /** A pause that the system itself names, not one that we choose for a single set. */
  private static boolean asksForPause(Judged judged) {
    Answer answer = judged.answer();
    return judged.failure() instanceof RemoteException.Throttled
        || (answer.status() == UNAVAILABLE && answer.headers().get("Retry-After") != null);
  }

  private record Exchange(Judged whole, List<Judged> parts) {
    Stream<Judged> all() {
      return Stream.concat(Stream.of(whole), parts.stream());
    }
  }
}
