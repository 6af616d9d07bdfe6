package io.weft.activities.creatio;

import io.weft.activities.http.Names;
import io.weft.activities.value.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition of a query, in Creatio's grammar: look-ups by navigation path, dates and GUIDs
 * unquoted, quotes in texts doubled. Built only through these methods, so no value can break out.
 *
 * <p>Source: Creatio Academy, "OData 4", filters; the look-up rule is known from the field.
 */
public record CreatioFilter(String text) {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * The column has exactly this value; a look-up may be named {@code Account} or {@code AccountId}.
   */
  public static CreatioFilter equal(String column, Value value) {
    if (value instanceof Value.Reference reference) {
      return lookup(column, reference.text());
    }
    return compare(column, "eq", literal(value));
  }

  /** The look-up, or the record's own {@code Id}, is this GUID. */
  public static CreatioFilter lookup(String column, String id) {
    if (!GUID.matcher(id).matches()) {
      throw new IllegalArgumentException("'" + id + "' is no GUID");
    }
    return compare(path(column), "eq", id);
  }

  /** The column has this text. */
  public static CreatioFilter equal(String column, String value) {
    return compare(column, "eq", quoted(value));
  }

  /** The text is empty. */
  public static CreatioFilter empty(String column) {
    return compare(column, "eq", "''");
  }

  /** Later than. */
  public static CreatioFilter after(String column, Instant at) {
    return compare(column, "gt", at.toString());
  }

  /** At that moment or later. */
  public static CreatioFilter notBefore(String column, Instant at) {
    return compare(column, "ge", at.toString());
  }

  /** Earlier than. */
  public static CreatioFilter before(String column, Instant at) {
    return compare(column, "lt", at.toString());
  }

  /** The text contains the other; cannot use an index. */
  public static CreatioFilter contains(String column, String part) {
    return new CreatioFilter("contains(" + Names.checked(column) + "," + quoted(part) + ")");
  }

  /** The text begins with the other. */
  public static CreatioFilter startsWith(String column, String part) {
    return new CreatioFilter("startswith(" + Names.checked(column) + "," + quoted(part) + ")");
  }

  /** All of them hold. */
  public static CreatioFilter all(CreatioFilter... filters) {
    return joined(" and ", filters);
  }

  /** At least one of them holds. */
  public static CreatioFilter any(CreatioFilter... filters) {
    return joined(" or ", filters);
  }

  /** It does not hold. */
  public CreatioFilter negated() {
    return new CreatioFilter("not (" + text + ")");
  }

  static boolean isGuid(String id) {
    return GUID.matcher(id).matches();
  }

  static CreatioFilter compare(String path, String operator, String literal) {
    return new CreatioFilter(Names.checked(path) + " " + operator + " " + literal);
  }

  private static CreatioFilter joined(String word, CreatioFilter... filters) {
    if (filters.length == 0) {
      throw new IllegalArgumentException("a filter of no conditions");
    }
    return filters.length == 1
        ? filters[0]
        : new CreatioFilter(
            Arrays.stream(filters)
                .map(filter -> "(" + filter.text() + ")")
                .collect(Collectors.joining(word)));
  }

  /** The flat {@code AccountId} fails on the server ("Column by path AccountId not found"). */
  private static String path(String column) {
    if (column.equals("Id") || column.endsWith("/Id")) {
      return column;
    }
    return (column.endsWith("Id") ? column.substring(0, column.length() - 2) : column) + "/Id";
  }

  private static String literal(Value value) {
    if (value instanceof Value.Text || value instanceof Value.Code) {
      return quoted(value.text());
    }
    if (value instanceof Value.Day) {
      return value.text() + "T00:00:00Z";
    }
    if (value.isAbsent()) {
      throw new IllegalArgumentException("no filter for 'no value': it depends on the column");
    }
    return value.text();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
