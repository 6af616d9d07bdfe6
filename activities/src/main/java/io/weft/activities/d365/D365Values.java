package io.weft.activities.d365;

import io.weft.activities.http.Row;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ERP's wire form and ours. It has no null: {@code ""} and the first of January 1900 stand for
 * no value. Days travel as noon UTC, booleans as {@code Yes} and {@code No}, enums as their
 * member's name, which is a {@link Type#CODE} here.
 */
public final class D365Values {
  private static final LocalDate NO_DAY = LocalDate.of(1900, 1, 1);
  private static final String NO_DATE = "1900-01-01T12:00:00Z";
  private static final String NO_TIME = "1900-01-01T00:00:00Z";
  private static final String ZERO_GUID = "00000000-0000-0000-0000-000000000000";

  private D365Values() {}

  /**
   * A wire value in canonical form; null and sentinels are absent.
   *
   * @throws IllegalArgumentException naming value and type, if it is of another type
   */
  public static Value read(Type type, @Nullable Object wire) {
    if (wire == null || wire.equals("")) {
      return Values.ABSENT;
    }
    String text = wire instanceof BigDecimal number ? number.toPlainString() : wire.toString();
    return switch (type) {
      case STRING, EMAIL, CODE, DECIMAL, BOOLEAN -> Values.parse(type, text);
      case REFERENCE -> text.equals(ZERO_GUID) ? Values.ABSENT : new Value.Reference(text);
      case DATE -> day(text);
      case INSTANT -> moment(text);
    };
  }

  /** A canonical value as the ERP takes it; never null, absent becomes what clears the field. */
  public static Object write(Type type, Value value) {
    if (value.isAbsent()) {
      return clearing(type);
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.number();
    }
    if (value instanceof Value.Flag flag) {
      return flag.on() ? "Yes" : "No";
    }
    return value instanceof Value.Day ? value.text() + "T12:00:00Z" : value.text();
  }

  /** The named fields of a row, in the order of the types; absent where the row has none. */
  public static Fields fields(Row row, Map<String, Type> types) {
    Map<String, Value> fields = new LinkedHashMap<>();
    types.forEach((name, type) -> fields.put(name, read(type, row.get(name))));
    return Fields.of(fields);
  }

  /** Fields as a request's body, in their order; every field must have a type. */
  public static Map<String, Object> body(Fields fields, Map<String, Type> types) {
    Map<String, Object> body = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          Type type = types.get(name);
          if (type == null) {
            throw new IllegalArgumentException("no type is known for field " + name);
          }
          body.put(name, write(type, value));
        });
    return body;
  }

  /** A row as a snapshot, with its ETag. */
  public static Snapshot snapshot(RecordRef record, Row row, Map<String, Type> types) {
    return new Snapshot(record, fields(row, types), row.etag(), null, null);
  }

  private static Object clearing(Type type) {
    return switch (type) {
      case STRING, EMAIL, CODE -> "";
      case DECIMAL -> BigDecimal.ZERO;
      case BOOLEAN -> "No";
      case DATE -> NO_DATE;
      case INSTANT -> NO_TIME;
      case REFERENCE -> ZERO_GUID;
    };
  }

  private static Value day(String text) {
    LocalDate day = utc(text).toLocalDate();
    return empty(day) ? Values.ABSENT : new Value.Day(day);
  }

  private static Value moment(String text) {
    OffsetDateTime time = utc(text);
    return empty(time.toLocalDate()) ? Values.ABSENT : new Value.Moment(time.toInstant());
  }

  private static boolean empty(LocalDate day) {
    return day.equals(NO_DAY) || day.getYear() <= 1;
  }

  private static OffsetDateTime utc(String text) {
    try {
      String whole = text.length() == 10 ? text + "T12:00:00Z" : text;
      return OffsetDateTime.parse(whole).withOffsetSameInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no time of D365's form", e);
    }
  }
}
