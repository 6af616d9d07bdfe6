package io.weft.activities.poll;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Tokens as they lie in the store: small JSON objects, read leniently by later versions. */
final class Tokens {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Tokens() {}

  static String write(Object token) {
    try {
      return JSON.writeValueAsString(token);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a token is a plain record", e);
    }
  }

  /** The token, or the beginning where there is none or one that cannot be read any more. */
  static <T> T read(@Nullable String text, Class<T> type, T beginning) {
    try {
      return text == null || text.isBlank() ? beginning : JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      // Reading everything again is slow and harmless; a feed that stands still is neither.
      return beginning;
    }
  }
}
