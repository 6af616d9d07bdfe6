package io.weft.activities.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Making canonical values from text. */
public final class Values {
  /** No value. */
  public static final Value ABSENT = new Value.Absent();

  private Values() {}

  /** A text, or absent when it is null or empty. */
  public static Value text(@Nullable String text) {
    return text == null || text.isEmpty() ? ABSENT : new Value.Text(text);
  }

  /** A code, or absent when it is null or blank. */
  public static Value code(@Nullable String text) {
    return text == null || text.isBlank() ? ABSENT : new Value.Code(text.strip());
  }

  /**
   * Reads what {@link Value#text} writes. Throws IllegalArgumentException naming the value and the
   * form expected.
   */
  public static Value parse(Type type, String text) {
    if (text.isEmpty()) {
      return ABSENT;
    }
    try {
      return switch (type) {
        case STRING -> new Value.Text(text);
        case EMAIL -> new Value.Text(text.strip().toLowerCase(Locale.ROOT));
        case DECIMAL -> new Value.Decimal(new BigDecimal(text));
        case BOOLEAN -> new Value.Flag(flag(text));
        case DATE -> new Value.Day(LocalDate.parse(text));
        case INSTANT -> new Value.Moment(Instant.parse(text));
        case CODE -> code(text);
        case REFERENCE -> new Value.Reference(text);
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no " + type.name().toLowerCase(Locale.ROOT), e);
    }
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }
}
