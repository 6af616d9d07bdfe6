package io.weft.sandbox.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PackingTest {
  private final Packing packing = new Packing();

  @Test
  void valuesOfEveryTypeComeBackAsTheyWereInTheirOrder() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("Text", "Müller & Söhne, 東京 🚢");
    values.put("Empty", "");
    values.put("Nothing", null);
    values.put("Id", UUID.fromString("c30d2e0b-8f1c-4b8f-9c6a-0123456789ab"));
    values.put("Count", -7);
    values.put("RecId", 5637144576L);
    values.put("Price", new BigDecimal("12.500"));
    values.put("Yes", true);
    values.put("No", false);
    values.put("At", Instant.parse("2026-02-03T10:00:00.123456789Z"));
    values.put("Long ago", Instant.parse("0001-01-01T00:00:00Z"));

    Map<String, @Nullable Object> back =
        packing.unpacker(packing.packer().values(values).packed()).values();

    assertThat(back).isEqualTo(values);
    assertThat(back.keySet()).containsExactlyElementsOf(values.keySet());
  }

  @Test
  void textsLongerThanTheFirstBufferFit() {
    String text = "x".repeat(100_000);

    Unpacker back = packing.unpacker(packing.packer().word("a").value(text).word("b").packed());

    assertThat(back.word()).isEqualTo("a");
    assertThat(back.text()).isEqualTo(text);
    assertThat(back.word()).isEqualTo("b");
  }

  @Test
  void refusesWhatNoRowHolds() {
    assertThatThrownBy(() -> packing.packer().value(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Double");
  }
}
