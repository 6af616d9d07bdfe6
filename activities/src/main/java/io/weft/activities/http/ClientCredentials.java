package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.secret.Secret;
import io.weft.workflows.record.Side;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 client credentials. However many threads ask, one request fetches the token and all get
 * its result. Before the end of its life it is renewed early; while that fails for want of an
 * answer the old one serves on.
 *
 * <p>Source: Microsoft Learn, "OAuth 2.0 client credentials flow"; Creatio Academy, "Identity
 * Service overview".
 */
public final class ClientCredentials implements TokenSource {
  private final Grant grant;
  private final Clock clock;
  private final TokenRequest request;
  private final AtomicReference<@Nullable Token> current = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<Token>> fetch = new AtomicReference<>();

  /**
   * How to sign in.
   *
   * @param scope null where the system wants none
   * @param early how long before its end a token is renewed
   */
  public record Grant(
      Side system,
      URI tokenUrl,
      String clientId,
      Secret clientSecret,
      @Nullable String scope,
      Duration early) {}

  public ClientCredentials(Grant grant, OkHttpClient client, Clock clock) {
    this.grant = grant;
    this.clock = clock;
    this.request = new TokenRequest(grant, client, clock);
  }

  @Override
  public String bearer() {
    Token token = current.get();
    Instant now = clock.instant();
    if (token == null || !token.goodAt(now)) {
      return fetched().value();
    }
    return token.goodAt(now.plus(grant.early())) ? token.value() : renewed(token).value();
  }

  @Override
  public void refused(String token) {
    current.updateAndGet(held -> held != null && held.value().equals(token) ? null : held);
  }

  private Token renewed(Token old) {
    try {
      return fetch.get() == null ? fetched() : old;
    } catch (RemoteException.Unavailable | RemoteException.Throttled e) {
      return old; // it is still good, and the next caller tries again
    }
  }

  private Token fetched() {
    CompletableFuture<Token> mine = new CompletableFuture<>();
    CompletableFuture<Token> running = fetch.compareAndExchange(null, mine);
    if (running != null) {
      return shared(running);
    }
    try {
      Token token = latest();
      current.set(token);
      mine.complete(token);
      return token;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      fetch.set(null);
    }
  }

  /** Another thread may have finished between the look at the token and the start of the fetch. */
  private Token latest() {
    Token token = current.get();
    return token != null && token.goodAt(clock.instant().plus(grant.early()))
        ? token
        : request.send();
  }

  private static Token shared(CompletableFuture<Token> running) {
    try {
      return running.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RemoteException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** A token and the end of its life. */
  record Token(String value, Instant until) {
    boolean goodAt(Instant at) {
      return at.isBefore(until);
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
