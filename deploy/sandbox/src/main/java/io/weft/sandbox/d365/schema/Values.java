package io.weft.sandbox.d365.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Values in memory: String, BigDecimal, Long, Instant, and for enums the symbol. What counts as
 * empty is always the same object: {@link Property#absent}.
 */
public final class Values {
  /** The empty day. */
  public static final Instant NO_DAY = Instant.parse("1900-01-01T12:00:00Z");

  /** The empty moment. */
  public static final Instant NO_INSTANT = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant FIRST_DAY_END = Instant.parse("1900-01-02T00:00:00Z");

  private Values() {}

  /**
   * Returns a parsed JSON value as the property's type; null empties the property.
   *
   * @throws BadValue if it is of another type, or no member of the enum
   */
  public static Object fromJson(Property property, @Nullable Object json) {
    if (json == null) {
      return property.absent();
    }
    return switch (property.kind()) {
      case STRING -> json instanceof String text ? text : refuse(property, json);
      case ENUM -> json instanceof String text ? symbol(property, text) : refuse(property, json);
      case DECIMAL -> json instanceof Number number ? decimal(number) : refuse(property, json);
      case INT32, INT64 -> whole(property, json);
      case DAY, INSTANT ->
          json instanceof String text ? moment(property, text) : refuse(property, json);
    };
  }

  /**
   * Returns a value written as text, as seeds and reference data have it.
   *
   * @throws BadValue if the text is no such value
   */
  public static Object fromText(Property property, String text) {
    try {
      return switch (property.kind()) {
        case STRING -> text;
        case ENUM -> symbol(property, text);
        case DECIMAL -> decimal(new BigDecimal(text));
        case INT32, INT64 -> Long.parseLong(text);
        case DAY, INSTANT -> moment(property, text);
      };
    } catch (NumberFormatException e) {
      throw new BadValue(
          "Cannot convert the literal '%s' to the expected type '%s'."
              .formatted(text, property.edmType()));
    }
  }

  private static BigDecimal decimal(Number number) {
    BigDecimal exact =
        number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    return exact.signum() == 0 ? BigDecimal.ZERO : exact;
  }

  private static Object whole(Property property, Object json) {
    boolean fits = json instanceof Integer || json instanceof Long;
    return fits && !(json instanceof BigInteger)
        ? ((Number) json).longValue()
        : refuse(property, json);
  }

  private static String symbol(Property property, String symbol) {
    EnumType type = property.enumType();
    if (type == null) {
      return symbol;
    }
    return type.member(symbol)
        .orElseThrow(
            () ->
                new BadValue(
                    "Cannot convert the literal '%s' to the expected type '%s'."
                        .formatted(symbol, type.qualifiedName())));
  }

  private static Object moment(Property property, String text) {
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      if (moment.isBefore(FIRST_DAY_END)) {
        return property.absent();
      }
      return property.kind() == Kind.DAY ? noon(moment) : moment;
    } catch (DateTimeException e) {
      throw new BadValue(
          "Cannot convert the literal '%s' to the expected type 'Edm.DateTimeOffset'."
              .formatted(text));
    }
  }

  private static Instant noon(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusHours(12).toInstant();
  }

  private static Object refuse(Property property, Object json) {
    throw new BadValue(
        "Cannot convert the value '%s' of the property '%s' to the expected type '%s'."
            .formatted(json, property.name(), property.edmType()));
  }
}
