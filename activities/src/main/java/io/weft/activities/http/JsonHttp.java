package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Caller;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.Lane;
import io.weft.activities.governor.Permit;
import io.weft.activities.governor.Traffic;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  private final Side system;
  private final Wiring wiring;
  private final TokenSource tokens;
  private final Classifier classifier;
  private final Caller caller;
  private final Transport transport;
  private final Tempo tempo;

  /**
   * What the requests to one system go through.
   *
   * @param deadline of the attempt that sends, checked before each request
   */
  public record Wiring(
      OkHttpClient client, Governor governor, CallCounts counts, Deadline deadline, Clock clock) {}

  /** A path for one caller; {@link #in} and {@link #on} give those for others. */
  public JsonHttp(
      Side system, Wiring wiring, TokenSource tokens, Classifier classifier, Caller caller) {
    this(system, wiring, tokens, classifier, caller, new Tempo());
  }

  private JsonHttp(
      Side system,
      Wiring wiring,
      TokenSource tokens,
      Classifier classifier,
      Caller caller,
      Tempo tempo) {
    this.system = system;
    this.wiring = wiring;
    this.tokens = tokens;
    this.classifier = classifier;
    this.caller = caller;
    this.transport = new Transport(system, wiring.client());
    this.tempo = tempo;
  }

  /** The same path in another lane. */
  public JsonHttp in(Lane other) {
    return as(caller.in(other));
  }

  /** The same path for work on a legal entity. */
  public JsonHttp on(LegalEntity legalEntity) {
    return as(caller.on(legalEntity));
  }

  private JsonHttp as(Caller other) {
    return new JsonHttp(system, wiring, tokens, classifier, other, tempo);
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

  /** How many writes a request had best hold, for its answer to come in a second or two. */
  public int writesAtOnce() {
    return tempo.writes();
  }

  private Exchange exchanged(HttpCall call, Function<Answer, List<Answer>> split) {
    Exchange first = exchange(call, split);
    if (!classifier.signInNeeded(first.whole().answer())) {
      return first;
    }
    tokens.refused(first.token());
    return exchange(call, split);
  }

  /** Signs in with leave too: a sign-in that fails keeps everybody from the system as well. */
  private Exchange exchange(HttpCall call, Function<Answer, List<Answer>> split) {
    Traffic traffic = call.kind().writes() ? Traffic.WRITE : Traffic.READ;
    try (Permit permit = wiring.governor().acquire(caller, traffic)) {
      checkDeadline(call);
      return told(permit, () -> counted(call, split, tokens.bearer()));
    }
  }

  private Exchange told(Permit permit, Supplier<Exchange> sending) {
    try {
      Exchange exchange = sending.get();
      tell(permit, exchange);
      return exchange;
    } catch (RemoteException.Throttled e) {
      permit.throttled(e.retryAfter());
      throw e;
    } catch (RemoteException.Unavailable e) {
      permit.failed();
      throw e;
    } catch (RemoteException e) {
      permit.answered();
      throw e;
    }
  }

  private void tell(Permit permit, Exchange exchange) {
    Optional<Judged> pause = exchange.all().filter(JsonHttp::asksForPause).findFirst();
    if (pause.isPresent()) {
      permit.throttled(pause.get().answer().retryAfter(wiring.clock()));
    } else if (isAway(exchange.whole().answer())) {
      permit.failed();
    } else {
      permit.answered(Math.max(1, exchange.parts().size()));
    }
  }

  /** Something in front of the system answered in its place. A 500 is mostly about one record. */
  private static boolean isAway(Answer answer) {
    int status = answer.status();
    return status == BAD_GATEWAY || status == UNAVAILABLE || status == GATEWAY_TIMEOUT;
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
      Exchange exchange = judged(transport.send(call, token), split, token);
      if (call.kind().writes()) {
        tempo.took(exchange.parts().size(), since(start));
      }
      outcome = exchange.all().flatMap(JsonHttp::failureType).findFirst().orElse(outcome);
      return exchange;
    } catch (RemoteException e) {
      outcome = e.failureType();
      throw e;
    } finally {
      Duration took = since(start);
      wiring.counts().count(system, call.kind(), outcome, took);
      log.atDebug()
          .addKeyValue("system", system.title())
          .addKeyValue("call", call.name())
          .addKeyValue("outcome", outcome)
          .addKeyValue("millis", took.toMillis())
          .log("Call done");
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Exchange judged(Answer answer, Function<Answer, List<Answer>> split, String token) {
    Judged whole = judged(answer);
    List<Answer> parts = whole.failure() == null ? split.apply(answer) : List.of();
    return new Exchange(whole, parts.stream().map(this::judged).toList(), token);
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

  private record Exchange(Judged whole, List<Judged> parts, String token) {
    Stream<Judged> all() {
      return Stream.concat(Stream.of(whole), parts.stream());
    }
  }
}
