package io.weft.activities.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsJsonTest {
  @Test
  void keepsEveryTypeExactly() {
    Fields fields =
        Fields.of("z", new Value.Text("  Ünïcode \"x\"\n"))
            .with("email", new Value.Text("Mixed@Case.org"))
            .with("number", new Value.Decimal(new BigDecimal("12345678901234567890.0100")))
            .with("flag", new Value.Flag(false))
            .with("day", new Value.Day(LocalDate.of(2026, 2, 3)))
            .with("moment", new Value.Moment(Instant.parse("2026-02-03T10:00:00.123Z")))
            .with("code", new Value.Code("030"))
            .with("reference", new Value.Reference("ABC"))
            .with("a", Values.ABSENT);

    Fields read = FieldsJson.read(FieldsJson.write(fields));

    assertThat(read).isEqualTo(fields);
    assertThat(List.copyOf(read.names())).isEqualTo(List.copyOf(fields.names()));
    assertThat(read.has("a")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\":1}", "{\"a\":[\"STRING\"]}", "{\"a\":[\"X\",\"y\"]}"})
  void refusesWhatItDidNotWrite(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> FieldsJson.read(json));
  }
}
