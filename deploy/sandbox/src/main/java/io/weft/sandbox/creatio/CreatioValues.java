package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values between the wire and the tables. */
final class CreatioValues {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final Settings settings;

  CreatioValues(Settings settings) {
    this.settings = settings;
  }

  /**
   * Returns a body's value as its column stores it.
   *
   * @throws Refusal if it does not fit
   */
  Object stored(String set, Column column, @Nullable Object wire) {
    if (wire == null) {
      return cleared(column);
    }
    try {
      return parse(set, column, wire);
    } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
      throw new Refusal(
          Errors.binding(
              column.name(), "Cannot convert a value to target type of '" + column.name() + "'."));
    }
  }

  /** Returns a value as a read shows it. */
  static Object wire(Column column, Object stored) {
    return stored instanceof Instant time ? time.toString() : stored;
  }

  /** Returns a time as the answer to a create shows it: seven digits that the table never kept. */
  static Object fresh(Row row, Object stored) {
    if (!(stored instanceof Instant time) || stored.equals(Ids.NO_TIME)) {
      return stored;
    }
    int tail = Math.floorMod(row.key().hashCode(), 9_999) + 1;
    return MILLIS.format(time) + String.format(Locale.ROOT, "%04dZ", tail);
  }

  private Object cleared(Column column) {
    if (column.kind() == Kind.TEXT || settings.nullClears()) {
      return absent(column);
    }
    throw new Refusal(
        Errors.binding(
            column.name(),
            "A null value was found for the property named '"
                + column.name()
                + "', which has the expected type '"
                + CreatioMetadata.edm(column)
                + "[Nullable=False]'."));
  }

  private static Object absent(Column column) {
    Object absent = column.absent();
    return absent == null ? "" : absent;
  }

  private static Object parse(String set, Column column, Object wire) {
    return switch (column.kind()) {
      case TEXT, ENUM -> text(set, column, wire);
      case GUID -> UUID.fromString(guid(wire.toString()));
      case INTEGER -> new BigDecimal(wire.toString()).intValueExact();
      case LONG -> new BigDecimal(wire.toString()).longValueExact();
      case DECIMAL -> decimal(column, wire);
      case BOOLEAN -> flag(wire);
      case INSTANT -> time(wire.toString()).truncatedTo(ChronoUnit.MILLIS);
      case DATE -> time(wire.toString()).truncatedTo(ChronoUnit.DAYS);
    };
  }

  private static String guid(String text) {
    String bare = text.replaceAll("[{}\"]", "");
    if (bare.length() != 36) {
      throw new IllegalArgumentException("no id: " + text);
    }
    return bare;
  }

  private static String text(String set, Column column, Object wire) {
    if (!(wire instanceof String text)) {
      throw new IllegalArgumentException("no text");
    }
    if (column.length() > 0 && text.length() > column.length()) {
      throw new Refusal(
          Errors.odata(
              500,
              "Npgsql.PostgresException",
              "22001: value too long for type character varying("
                  + column.length()
                  + "), column \""
                  + column.name()
                  + "\" of \""
                  + set
                  + "\""));
    }
    return text;
  }

  private static BigDecimal decimal(Column column, Object wire) {
    BigDecimal exact = new BigDecimal(wire.toString());
    BigDecimal kept = exact.setScale(column.length(), RoundingMode.HALF_UP);
    return kept.signum() == 0 ? BigDecimal.ZERO : kept;
  }

  private static Boolean flag(Object wire) {
    if (wire instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException("no boolean");
  }

  // Without a zone it is the user's time zone, and the technical user's is UTC.
  private static Instant time(String raw) {
    String text = raw.replace("\"", "");
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$");
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
