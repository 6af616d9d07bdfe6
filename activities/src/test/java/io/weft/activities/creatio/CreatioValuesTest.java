package io.weft.activities.creatio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.http.Row;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CreatioValuesTest {
  @ParameterizedTest
  @CsvSource({
    "STRING,''",
    "REFERENCE,00000000-0000-0000-0000-000000000000",
    "DATE,0001-01-01T00:00:00Z",
    "INSTANT,0001-01-01T00:00:00Z",
    "INSTANT,1900-01-01T00:00:00Z"
  })
  void readsSentinelsAsAbsent(Type type, String wire) {
    assertThat(CreatioValues.read(type, wire)).isEqualTo(Values.ABSENT);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03T10:00:11Z,2026-02-03T10:00:11Z",
    "2026-02-03T10:00:26.683Z,2026-02-03T10:00:26.683Z",
    "2026-02-03T10:00:39.2838673Z,2026-02-03T10:00:39.283Z",
    "2026-02-03T12:00:00+02:00,2026-02-03T10:00:00Z"
  })
  void readsTimesOfAnyPrecision(String wire, String canonical) {
    assertThat(CreatioValues.read(Type.INSTANT, wire).text()).isEqualTo(canonical);
  }

  @Test
  void readsDaysByTheirDateAndNumbersExactly() {
    assertThat(CreatioValues.read(Type.DATE, "2026-02-03T00:00:00Z").text())
        .isEqualTo("2026-02-03");
    assertThat(CreatioValues.read(Type.DECIMAL, new BigDecimal("10.50")))
        .isEqualTo(new Value.Decimal(new BigDecimal("10.5")));
    assertThat(CreatioValues.read(Type.DECIMAL, "10.50"))
        .isEqualTo(new Value.Decimal(new BigDecimal("10.5")));
    assertThat(CreatioValues.read(Type.DECIMAL, BigDecimal.ZERO).isAbsent()).isFalse();
    assertThat(CreatioValues.read(Type.BOOLEAN, false)).isEqualTo(new Value.Flag(false));
  }

  @ParameterizedTest
  @EnumSource(Type.class)
  void whatClearsAColumnIsNeverNullAndReadsAsCleared(Type type) {
    Object wire = CreatioValues.write(type, Values.ABSENT);

    assertThat(wire).isNotNull();
    Value back = CreatioValues.read(type, wire);
    boolean cleared =
        back.isAbsent()
            || back.equals(new Value.Decimal(BigDecimal.ZERO))
            || back.equals(new Value.Flag(false));
    assertThat(cleared).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "STRING,Contoso",
    "EMAIL,ap@contoso.example",
    "DECIMAL,10.5",
    "BOOLEAN,true",
    "DATE,2026-02-03",
    "INSTANT,2026-02-03T10:00:00.123Z",
    "CODE,EUR",
    "REFERENCE,7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b"
  })
  void writesWhatItReads(Type type, String text) {
    Value value = Values.parse(type, text);

    assertThat(CreatioValues.read(type, CreatioValues.write(type, value))).isEqualTo(value);
  }

  @Test
  void makesASnapshot() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("Name", "Contoso");
    wire.put("ModifiedOn", "2026-02-03T10:00:00.1234567Z");
    wire.put("ModifiedById", "33333333-AAAA-4bbb-8ccc-000000000003");
    Map<String, Type> types = new LinkedHashMap<>();
    types.put("Name", Type.STRING);
    types.put("Phone", Type.STRING);
    RecordRef record = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "id");

    Snapshot snapshot = CreatioValues.snapshot(record, Row.of(wire), types);

    assertThat(snapshot.modifiedOn()).isEqualTo(Instant.parse("2026-02-03T10:00:00.123Z"));
    assertThat(snapshot.modifiedBy()).isEqualTo("33333333-aaaa-4bbb-8ccc-000000000003");
    assertThat(snapshot.fields().get("Name").text()).isEqualTo("Contoso");
    assertThat(snapshot.fields().has("Phone")).isTrue();
  }

  @Test
  void makesABodyAndRefusesAColumnWithoutType() {
    Map<String, Type> types = Map.of("Name", Type.STRING);

    assertThat(CreatioValues.body(Fields.of("Name", Values.ABSENT), types))
        .containsExactly(Map.entry("Name", ""));
    assertThatThrownBy(() -> CreatioValues.body(Fields.of("Nmae", Values.ABSENT), types))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Nmae");
  }
}
