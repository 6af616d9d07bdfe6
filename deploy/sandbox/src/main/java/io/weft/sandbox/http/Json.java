package io.weft.sandbox.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON in and out: decimals stay exact, instants are written in ISO form, order is kept. */
public final class Json {
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .registerModule(new SimpleModule().addSerializer(Instant.class, new IsoInstant()));

  private Json() {}

  /** Returns a value as UTF-8 JSON. */
  public static byte[] bytes(@Nullable Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a JSON object as a map in its own order.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Map<String, @Nullable Object> object(byte[] json) {
    try {
      Map<String, @Nullable Object> object =
          json.length == 0 ? new LinkedHashMap<>() : MAPPER.readValue(json, OBJECT);
      return object == null ? new LinkedHashMap<>() : object;
    } catch (IOException e) {
      throw new IllegalArgumentException("not a JSON object: " + e.getMessage(), e);
    }
  }

  private static final class IsoInstant extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator to, SerializerProvider any)
        throws IOException {
      to.writeString(value.toString());
    }
  }
}
