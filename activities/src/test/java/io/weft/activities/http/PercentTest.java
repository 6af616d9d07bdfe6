package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"O''Hara & Söhne", "100%", "a/b?c#d", "🧵 weft", "line\nbreak\u0000\u001f", "a+b"})
  void comesBackAsItWas(String text) {
    String encoded = Percent.encode(text);

    assertThat(encoded).matches("[A-Za-z0-9._~%-]*");
    assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
