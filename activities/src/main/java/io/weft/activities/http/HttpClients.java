package io.weft.activities.http;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One pool of connections for the process. Nothing below this line repeats a request: an outcome
 * that we do not know must reach those who look before they send again.
 */
public final class HttpClients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /**
   * Shorter than any server's own: a request on a connection just closed has an unknown outcome.
   */
  private static final Duration IDLE = Duration.ofSeconds(50);

  private final OkHttpClient base;

  /** Clients that call themselves {@code userAgent} and number their requests. */
  public HttpClients(String userAgent) {
    this(userAgent, () -> UUID.randomUUID().toString());
  }

  HttpClients(String userAgent, Supplier<String> requestIds) {
    this.base =
        new OkHttpClient.Builder()
            .socketFactory(new PromptSockets())
            .connectTimeout(CONNECT)
            .readTimeout(Duration.ZERO) // the call timeout bounds the whole
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(32, IDLE.toSeconds(), TimeUnit.SECONDS))
            .eventListenerFactory(SentMark::listener)
            .addInterceptor(named(userAgent))
            .addInterceptor(numbered(requestIds))
            .build();
  }

  /** A client on the shared pool that gives a whole call, body included, this long. */
  public OkHttpClient withTimeout(Duration callTimeout) {
    return base.newBuilder().callTimeout(callTimeout).build();
  }

  private static Interceptor named(String userAgent) {
    return chain -> chain.proceed(header(chain, "User-Agent", userAgent).build());
  }

  private static Interceptor numbered(Supplier<String> ids) {
    return chain -> proceed(chain, ids.get());
  }

  private static Response proceed(Interceptor.Chain chain, String id) throws java.io.IOException {
    return chain.proceed(
        header(chain, "X-Request-Id", id).header("x-ms-client-request-id", id).build());
  }

  private static Request.Builder header(Interceptor.Chain chain, String name, String value) {
    return chain.request().newBuilder().header(name, value);
  }

  /** Lets go of idle connections and threads. */
  @Override
  public void close() {
    base.dispatcher().executorService().shutdown();
    base.connectionPool().evictAll();
  }

  /** Whether a request has begun to leave this machine. */
  static final class SentMark {
    private final AtomicBoolean left = new AtomicBoolean();

    boolean sent() {
      return left.get();
    }

    private static EventListener listener(Call call) {
      SentMark mark = call.request().tag(SentMark.class);
      return mark == null ? EventListener.NONE : mark.listening();
    }

    private EventListener listening() {
      return new EventListener() {
        @Override
        public void requestHeadersStart(Call call) {
          left.set(true);
        }
      };
    }
  }
}
