package io.weft.activities.creatio;

import io.weft.activities.http.Row;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creatio's wire form and ours. Creatio has no null: the zero GUID, {@code ""} and year 1 stand for
 * no value, and clear a column when sent. Numbers and booleans always have a value.
 */
public final class CreatioValues {
  /** A look-up that points nowhere. */
  public static final String ZERO_GUID = "00000000-0000-0000-0000-000000000000";

  private static final String NO_TIME = "0001-01-01T00:00:00Z";
  private static final LocalDate NO_DAY = LocalDate.of(1900, 1, 1);

  private CreatioValues() {}

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

  /** A canonical value as Creatio takes it; never null, absent becomes what clears the column. */
  public static Object write(Type type, Value value) {
    if (value.isAbsent()) {
      return clearing(type);
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.number();
    }
    if (value instanceof Value.Flag flag) {
      return flag.on();
    }
    return value instanceof Value.Day ? value.text() + "T00:00:00Z" : value.text();
  }

  /** The named columns of a row, in the order of the types; absent where the row has none. */
  public static Fields fields(Row row, Map<String, Type> types) {
    Map<String, Value> fields = new LinkedHashMap<>();
    types.forEach((column, type) -> fields.put(column, read(type, row.get(column))));
    return Fields.of(fields);
  }

  /** Fields as a request's body, in their order; every field must have a type. */
  public static Map<String, Object> body(Fields fields, Map<String, Type> types) {
    Map<String, Object> body = new LinkedHashMap<>();
    fields.forEach(
        (column, value) -> {
          Type type = types.get(column);
          if (type == null) {
            throw new IllegalArgumentException("no type is known for column " + column);
          }
          body.put(column, write(type, value));
        });
    return body;
  }

  /** A row as a snapshot, with {@code ModifiedOn} and {@code ModifiedById} where they were read. */
  public static Snapshot snapshot(RecordRef record, Row row, Map<String, Type> types) {
    String by = row.text("ModifiedById");
    String user = by == null || by.equals(ZERO_GUID) ? null : by.toLowerCase(Locale.ROOT);
    return new Snapshot(record, fields(row, types), null, modifiedOn(row), user);
  }

  /** When the record was changed last; null where that was not read. */
  public static @Nullable Instant modifiedOn(Row row) {
    return read(Type.INSTANT, row.get("ModifiedOn")) instanceof Value.Moment moment
        ? moment.at()
        : null;
  }

  private static Object clearing(Type type) {
    return switch (type) {
      case STRING, EMAIL, CODE -> "";
      case DECIMAL -> BigDecimal.ZERO;
      case BOOLEAN -> false;
      case DATE, INSTANT -> NO_TIME;
      case REFERENCE -> ZERO_GUID;
    };
  }

  private static Value day(String text) {
    LocalDate day = utc(text).toLocalDate();
    return day.getYear() <= 1 || day.equals(NO_DAY) ? Values.ABSENT : new Value.Day(day);
  }

  private static Value moment(String text) {
    OffsetDateTime time = utc(text);
    return time.getYear() <= 1 || time.toLocalDate().equals(NO_DAY)
        ? Values.ABSENT
        : new Value.Moment(time.toInstant());
  }

  /** Any number of fraction digits; a day without time is midnight. */
  private static OffsetDateTime utc(String text) {
    try {
      String whole = text.length() == 10 ? text + "T00:00:00Z" : text;
      return OffsetDateTime.parse(whole).withOffsetSameInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no time of Creatio's form", e);
    }
  }
}
