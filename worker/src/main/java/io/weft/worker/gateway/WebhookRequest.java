package io.weft.worker.gateway;

import java.util.Optional;
import java.util.function.Function;

/** What a caller's identity is judged by. The body is read on demand, and once. */
interface WebhookRequest {
  Optional<String> header(String name);

  Optional<String> parameter(String name);

  byte[] body();

  /** A request out of its parts. */
  static WebhookRequest of(
      Function<String, Optional<String>> headers,
      Function<String, Optional<String>> parameters,
      byte[] body) {
    return new WebhookRequest() {
      @Override
      public Optional<String> header(String name) {
        return headers.apply(name);
      }

      @Override
      public Optional<String> parameter(String name) {
        return parameters.apply(name);
      }

      @Override
      public byte[] body() {
        return body;
      }
    };
  }
}
