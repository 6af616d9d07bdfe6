package io.weft.activities.creatio;

import io.weft.activities.http.Metadata;
import io.weft.activities.http.Metadata.EntitySet;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A write that happens only where the old values still hold, in DataService's own language: the
 * numbers are its enums for operations, filters, comparisons and data types.
 *
 * <p>Source: Creatio Academy, "DataService", UpdateQuery and Filters classes.
 */
final class UpdateQuery {
  private static final int UPDATE = 2;
  private static final int PARAMETER = 2;
  private static final int COLUMN = 0;
  private static final int COMPARE = 1;
  private static final int IS_NULL_FILTER = 2;
  private static final int GROUP = 6;
  private static final int AND = 0;
  private static final int OR = 1;
  private static final int IS_NULL = 1;
  private static final int EQUAL = 3;
  private static final int LESS = 5;
  private static final int GREATER_OR_EQUAL = 8;

  private final Supplier<Metadata> model;

  UpdateQuery(Supplier<Metadata> model) {
    this.model = model;
  }

  Map<String, Object> body(
      String set, String id, Map<String, Object> seen, Map<String, Object> changes) {
    Optional<EntitySet> columns = model.get().set(set);
    Map<String, Object> values = new LinkedHashMap<>();
    changes.forEach(
        (name, value) -> {
          Column column = column(columns, name, value);
          values.put(column.path(), column.expression(value));
        });
    Map<String, Object> conditions = new LinkedHashMap<>();
    conditions.put("Id", compare(new Column("Id", DataType.GUID), EQUAL, id));
    seen.forEach((name, value) -> conditions.put(name, holds(column(columns, name, value), value)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("rootSchemaName", set);
    body.put("operationType", UPDATE);
    body.put("isForceUpdate", false);
    body.put("columnValues", Map.of("items", values));
    body.put("filters", group(AND, conditions));
    return body;
  }

  /** The column still has that value; empty values are null or empty in the database. */
  private static Map<String, Object> holds(Column column, Object value) {
    if (column.type() == DataType.TIME) {
      return time(column, value.toString());
    }
    boolean empty = value.equals("") || value.equals(CreatioValues.ZERO_GUID);
    return empty ? nothing(column, value) : compare(column, EQUAL, value);
  }

  /** The database keeps times finer than we do, so a time is a range of one millisecond. */
  private static Map<String, Object> time(Column column, String text) {
    OffsetDateTime from = OffsetDateTime.parse(text);
    if (from.getYear() <= 1) {
      return isNull(column);
    }
    String until = from.plus(Duration.ofMillis(1)).toInstant().toString();
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("from", compare(column, GREATER_OR_EQUAL, from.toInstant().toString()));
    range.put("until", compare(column, LESS, until));
    return group(AND, range);
  }

  private static Map<String, Object> nothing(Column column, Object value) {
    if (column.type() == DataType.GUID) {
      return isNull(column);
    }
    Map<String, Object> either = new LinkedHashMap<>();
    either.put("null", isNull(column));
    either.put("empty", compare(column, EQUAL, value));
    return group(OR, either);
  }

  private static Map<String, Object> compare(Column column, int comparison, Object value) {
    Map<String, Object> filter = filter(COMPARE, column);
    filter.put("comparisonType", comparison);
    filter.put("rightExpression", column.expression(value));
    return filter;
  }

  private static Map<String, Object> isNull(Column column) {
    Map<String, Object> filter = filter(IS_NULL_FILTER, column);
    filter.put("comparisonType", IS_NULL);
    filter.put("isNull", true);
    return filter;
  }

  private static Map<String, Object> filter(int type, Column column) {
    Map<String, Object> left = new LinkedHashMap<>();
    left.put("expressionType", COLUMN);
    left.put("columnPath", column.path());
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("filterType", type);
    filter.put("isEnabled", true);
    filter.put("leftExpression", left);
    return filter;
  }

  private static Map<String, Object> group(int operation, Map<String, Object> items) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("filterType", GROUP);
    group.put("logicalOperation", operation);
    group.put("isEnabled", true);
    group.put("items", items);
    return group;
  }

  /** OData's {@code OwnerId} is DataService's {@code Owner}. */
  private static Column column(Optional<EntitySet> set, String name, Object value) {
    String path = name.endsWith("Id") ? name.substring(0, name.length() - 2) : name;
    boolean lookup = set.isPresent() && set.get().navigations().contains(path);
    String type =
        set.map(EntitySet::columns)
            .map(columns -> columns.get(name))
            .map(Metadata.Column::type)
            .orElse("");
    return new Column(lookup ? path : name, DataType.of(type, value));
  }

  /** DataService's numbers of data types. */
  private enum DataType {
    GUID(0),
    TEXT(1),
    INTEGER(4),
    DECIMAL(5),
    TIME(7),
    FLAG(12);

    private final int number;

    DataType(int number) {
      this.number = number;
    }

    static DataType of(String edm, Object value) {
      return switch (edm) {
        case "Edm.Guid" -> GUID;
        case "Edm.Int32" -> INTEGER;
        case "Edm.Decimal" -> DECIMAL;
        case "Edm.DateTimeOffset" -> TIME;
        case "Edm.Boolean" -> FLAG;
        default -> byValue(value);
      };
    }

    private static DataType byValue(Object value) {
      if (value instanceof Boolean) {
        return FLAG;
      }
      return value instanceof Number ? DECIMAL : TEXT;
    }
  }

  private record Column(String path, DataType type) {
    Map<String, Object> expression(Object value) {
      Map<String, Object> parameter = new LinkedHashMap<>();
      parameter.put("dataValueType", type.number);
      // A time is JSON within JSON here, quotes included.
      parameter.put("value", type == DataType.TIME ? "\"" + value + "\"" : value);
      Map<String, Object> expression = new LinkedHashMap<>();
      expression.put("expressionType", PARAMETER);
      expression.put("parameter", parameter);
      return expression;
    }
  }
}
