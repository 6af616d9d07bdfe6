package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Table;
import io.weft.sandbox.World;
import io.weft.sandbox.odata.Dialect;
import io.weft.sandbox.odata.Expr;
import io.weft.sandbox.odata.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the older service as an OData tree: groups of comparisons, joined by and (0) or or
 * (1). A filter without any condition is refused: it would write the whole table.
 */
final class DataFilter {
  private static final int GROUP = 6;
  private static final int IS_NULL = 2;

  private final World world;
  private final Table table;
  private final Expr expr;
  private final CreatioValues values = new CreatioValues(new Settings());

  DataFilter(World world, Table table, Map<String, @Nullable Object> filters) {
    this.world = world;
    this.table = table;
    Expr read = group(filters);
    if (read == null) {
      throw new IllegalArgumentException("the query has no filter");
    }
    this.expr = read;
  }

  Query query() {
    return new Query(expr, List.of(), List.of(), List.of(), null, 0, false);
  }

  Dialect dialect() {
    return new CreatioDialect(world, table);
  }

  private @Nullable Expr group(Map<String, @Nullable Object> filters) {
    boolean either = number(filters.get("logicalOperation"), 0) == 1;
    Expr all = null;
    for (Object item : DataService.lenient(filters.get("items")).values()) {
      Expr one = one(DataService.lenient(item));
      if (one != null) {
        all = all == null ? one : either ? new Expr.Or(all, one) : new Expr.And(all, one);
      }
    }
    return all;
  }

  private @Nullable Expr one(Map<String, @Nullable Object> filter) {
    if (Boolean.FALSE.equals(filter.get("isEnabled"))) {
      return null;
    }
    int type = number(filter.get("filterType"), 1);
    if (type == GROUP) {
      return group(filter);
    }
    Expr.Path path = path(DataService.lenient(filter.get("leftExpression")));
    int comparison = number(filter.get("comparisonType"), 3);
    Column column = column(path);
    if (type == IS_NULL || comparison == 1 || comparison == 2) {
      Expr empty = new Expr.Compare(Expr.Op.EQ, path, literal(column.absent()));
      boolean negated = Boolean.FALSE.equals(filter.get("isNull")) || comparison == 2;
      return negated ? new Expr.Not(empty) : empty;
    }
    Object value = DataService.parameter(filter.get("rightExpression"));
    Object stored = value == null ? column.absent() : values.stored(table.name(), column, value);
    return compare(comparison, path, literal(stored));
  }

  private static Expr compare(int comparison, Expr.Path path, Expr.Literal literal) {
    return switch (comparison) {
      case 3 -> new Expr.Compare(Expr.Op.EQ, path, literal);
      case 4 -> new Expr.Compare(Expr.Op.NE, path, literal);
      case 5 -> new Expr.Compare(Expr.Op.LT, path, literal);
      case 6 -> new Expr.Compare(Expr.Op.LE, path, literal);
      case 7 -> new Expr.Compare(Expr.Op.GT, path, literal);
      case 8 -> new Expr.Compare(Expr.Op.GE, path, literal);
      case 9 -> new Expr.Function("startswith", List.of(path, literal));
      case 11 -> new Expr.Function("contains", List.of(path, literal));
      case 13 -> new Expr.Function("endswith", List.of(path, literal));
      default -> throw new IllegalArgumentException("comparison type " + comparison);
    };
  }

  private Expr.Path path(Map<String, @Nullable Object> left) {
    String text = String.valueOf(left.get("columnPath"));
    List<String> steps = new ArrayList<>(List.of(text.split("\\.")));
    int last = steps.size() - 1;
    if (last == 0) {
      steps.set(0, DataService.column(table, steps.get(0)));
    }
    return new Expr.Path(steps);
  }

  private Column column(Expr.Path path) {
    Table at = table;
    List<String> steps = path.segments();
    for (String step : steps.subList(0, steps.size() - 1)) {
      Column lookup = at.columns().get(step + "Id");
      String target = lookup == null ? null : lookup.target();
      Table next = target == null ? null : world.findTable(CreatioTenant.SYSTEM, target);
      if (next == null) {
        throw new IllegalArgumentException("Column by path " + path.text() + " not found");
      }
      at = next;
    }
    Column column = at.columns().get(steps.get(steps.size() - 1));
    if (column == null) {
      throw new IllegalArgumentException(
          "Column by path " + path.text() + " not found in schema " + at.name());
    }
    return column;
  }

  private static Expr.Literal literal(@Nullable Object stored) {
    return new Expr.Literal(Expr.LiteralKind.TEXT, stored, "");
  }

  private static int number(@Nullable Object value, int otherwise) {
    return value == null ? otherwise : new BigDecimal(value.toString()).intValue();
  }
}
