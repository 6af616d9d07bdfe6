package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Names;
import io.weft.activities.value.Value;
import io.weft.workflows.record.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A condition of a query, in the ERP's grammar. A star in a text is always a wildcard there, so a
 * text that has one is refused rather than sent. Built only through these methods, so no value can
 * break out.
 *
 * <p>Source: Microsoft Learn, "Open Data Protocol (OData)", query options.
 */
public record D365Filter(String text) {
  /** The field has exactly this value; days are compared at noon UTC, as the ERP keeps them. */
  public static D365Filter equal(String field, Value value) {
    return compare(field, "eq", literal(field, value));
  }

  /** The field has exactly this text. */
  public static D365Filter equal(String field, String text) {
    return compare(field, "eq", quoted(field, text));
  }

  /** The enum field has this member. */
  public static D365Filter equal(String field, EnumValue value) {
    return compare(field, "eq", enumeration(value));
  }

  /** The enum field has another member; enums know no other comparison. */
  public static D365Filter notEqual(String field, EnumValue value) {
    return compare(field, "ne", enumeration(value));
  }

  /** At that moment or later. */
  public static D365Filter notBefore(String field, Instant at) {
    return compare(field, "ge", at.toString());
  }

  /** Earlier than. */
  public static D365Filter before(String field, Instant at) {
    return compare(field, "lt", at.toString());
  }

  /** Greater than, for texts (keys) and numbers. */
  public static D365Filter greater(String field, Value value) {
    return compare(field, "gt", literal(field, value));
  }

  /** The text matches a pattern in which every star stands for anything. */
  public static D365Filter like(String field, String pattern) {
    return compare(field, "eq", "'" + pattern.replace("'", "''") + "'");
  }

  /** All of them hold. */
  public static D365Filter all(D365Filter... filters) {
    return joined(" and ", filters);
  }

  /** At least one of them holds; keep it below 20, an address has its limits. */
  public static D365Filter any(D365Filter... filters) {
    return joined(" or ", filters);
  }

  /** One part of a key, of a type that {@link EntityKey} takes. */
  static D365Filter part(String field, Object value) {
    return compare(field, "eq", value instanceof String text ? quoted(field, text) : bare(value));
  }

  /** Numbers, times and enums, which are never quoted. */
  static String bare(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof EnumValue member ? enumeration(member) : value.toString();
  }

  private static D365Filter compare(String field, String operator, String literal) {
    return new D365Filter(Names.checked(field) + " " + operator + " " + literal);
  }

  private static D365Filter joined(String word, D365Filter... filters) {
    if (filters.length == 0) {
      throw new IllegalArgumentException("a filter of no conditions");
    }
    return filters.length == 1
        ? filters[0]
        : new D365Filter(
            Arrays.stream(filters)
                .map(filter -> "(" + filter.text() + ")")
                .collect(Collectors.joining(word)));
  }

  private static String literal(String field, Value value) {
    if (value instanceof Value.Day day) {
      return day.day() + "T12:00:00Z";
    }
    if (value instanceof Value.Flag flag) {
      return enumeration(new EnumValue("NoYes", flag.on() ? "Yes" : "No"));
    }
    if (value instanceof Value.Decimal || value instanceof Value.Moment) {
      return value.text();
    }
    return quoted(field, value.text());
  }

  private static String enumeration(EnumValue value) {
    return "Microsoft.Dynamics.DataEntities."
        + Names.checked(value.type())
        + "'"
        + Names.checked(value.member())
        + "'";
  }

  private static String quoted(String field, String text) {
    if (text.indexOf('*') >= 0) {
      String message =
          "cannot search "
              + field
              + " for '"
              + text
              + "': D365 reads the star in it as a wildcard and would find others too";
      throw new RemoteException.Rejected(Side.D365, "filter", message, field);
    }
    return "'" + text.replace("'", "''") + "'";
  }
}
