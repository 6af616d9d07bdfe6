package io.weft.activities.d365;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.http.Row;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class D365ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "STRING,''",
    "CODE,''",
    "DATE,1900-01-01T12:00:00Z",
    "INSTANT,1900-01-01T00:00:00Z",
    "INSTANT,1900-01-01T12:00:00Z"
  })
  void readsSentinelsAsAbsent(Type type, String wire) {
    assertThat(D365Values.read(type, wire)).isEqualTo(Values.ABSENT);
  }

  @Test
  void readsTheErpsForms() {
    assertThat(D365Values.read(Type.BOOLEAN, "Yes")).isEqualTo(new Value.Flag(true));
    assertThat(D365Values.read(Type.BOOLEAN, "No")).isEqualTo(new Value.Flag(false));
    assertThat(D365Values.read(Type.DATE, "2026-01-15T12:00:00Z").text()).isEqualTo("2026-01-15");
    assertThat(D365Values.read(Type.CODE, "Backorder")).isEqualTo(new Value.Code("Backorder"));
    assertThat(D365Values.read(Type.DECIMAL, new BigDecimal("0.10")))
        .isEqualTo(new Value.Decimal(new BigDecimal("0.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "STRING,Contoso,Contoso",
    "BOOLEAN,true,Yes",
    "BOOLEAN,false,No",
    "DATE,2026-02-03,2026-02-03T12:00:00Z",
    "INSTANT,2026-02-03T10:00:00Z,2026-02-03T10:00:00Z",
    "CODE,EUR,EUR"
  })
  void writesTheErpsForms(Type type, String canonical, String wire) {
    Value value = Values.parse(type, canonical);

    assertThat(D365Values.write(type, value)).isEqualTo(wire);
    assertThat(D365Values.read(type, wire)).isEqualTo(value);
  }

  @Test
  void writesDecimalsExactly() {
    Value value = Values.parse(Type.DECIMAL, "1234567890123456789.12");

    assertThat(D365Values.write(Type.DECIMAL, value))
        .isEqualTo(new BigDecimal("1234567890123456789.12"));
  }

  @ParameterizedTest
  @EnumSource(Type.class)
  void whatClearsAFieldIsNeverNullAndReadsAsCleared(Type type) {
    Value back = D365Values.read(type, D365Values.write(type, Values.ABSENT));

    boolean cleared =
        back.isAbsent()
            || back.equals(new Value.Decimal(BigDecimal.ZERO))
            || back.equals(new Value.Flag(false));
    assertThat(cleared).isTrue();
  }

  @Test
  void makesASnapshotWithItsEtag() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("@odata.etag", "W/\"1\"");
    wire.put("OrganizationName", "Contoso");
    RecordRef record =
        RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), "US-001");

    Snapshot snapshot =
        D365Values.snapshot(record, Row.of(wire), Map.of("OrganizationName", Type.STRING));

    assertThat(snapshot.etag()).isEqualTo("W/\"1\"");
    assertThat(snapshot.modifiedOn()).isNull();
    assertThat(snapshot.fields().get("OrganizationName").text()).isEqualTo("Contoso");
  }
}
