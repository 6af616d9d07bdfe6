package io.weft.activities.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One field's value in canonical form, equal exactly when both systems mean the same. Sentinels of
 * the wire (zero GUID, {@code ""}, year 1, 1900-01-01) are all {@link Absent}; decimals are exact
 * and lose trailing zeros; instants are kept to the millisecond.
 */
public sealed interface Value {
  /** The text form that people read and that {@link Values#parse} takes back; "" for absent. */
  String text();

  /** Whether there is no value. */
  default boolean isAbsent() {
    return this instanceof Absent;
  }

  /** No value. */
  record Absent() implements Value {
    @Override
    public String text() {
      return "";
    }
  }

  /** Text, never empty. */
  record Text(String text) implements Value {}

  /** An exact decimal number. */
  record Decimal(BigDecimal number) implements Value {
    public Decimal {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    @Override
    public String text() {
      return number.toPlainString();
    }
  }

  /** True or false. */
  record Flag(boolean on) implements Value {
    @Override
    public String text() {
      return Boolean.toString(on);
    }
  }

  /** A calendar day. */
  record Day(LocalDate day) implements Value {
    @Override
    public String text() {
      return day.toString();
    }
  }

  /** A moment, to the millisecond. */
  record Moment(Instant at) implements Value {
    public Moment {
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String text() {
      return at.toString();
    }
  }

  /** A code of a value list (currency, payment terms, country), compared as it is written. */
  record Code(String text) implements Value {}

  /** The id of another record, in lower case. */
  record Reference(String text) implements Value {
    public Reference {
      text = text.toLowerCase(java.util.Locale.ROOT);
    }
  }
}
