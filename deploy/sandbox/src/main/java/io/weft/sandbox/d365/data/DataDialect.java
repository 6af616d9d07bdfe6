package io.weft.sandbox.d365.data;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Values;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Dialect;
import io.weft.sandbox.odata.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters as F&amp;O means them: a star in a text stands for anything. One per request. */
public final class DataDialect implements Dialect {
  private final EntitySet set;
  private final Table table;
  private final Map<String, Wildcard> wildcards = new HashMap<>();

  /** Makes the dialect for one request on a set. */
  public DataDialect(EntitySet set, Table table) {
    this.set = set;
    this.table = table;
  }

  @Override
  public @Nullable Object value(Row row, List<String> path) {
    return row.get(path.get(0)); // names were looked up before the first row
  }

  @Override
  public @Nullable String column(List<String> path) {
    String name = path.get(0);
    boolean known = table.columns().containsKey(name) && set.find(name).isPresent();
    if (path.size() == 1 && (name.startsWith("$") || known)) {
      return name;
    }
    throw unknown(set, String.join("/", path));
  }

  @Override
  public boolean equal(@Nullable Object stored, Expr.Literal literal) {
    if (literal.kind() == Expr.LiteralKind.TYPED) {
      return String.valueOf(stored).equals(literal.value());
    }
    return isExact(literal)
        ? Values.same(stored, literal.value())
        : literal.value() instanceof String text && wildcard(text).matches(String.valueOf(stored));
  }

  @Override
  public boolean isExact(Expr.Literal literal) {
    return literal.value() != null
        && !(literal.value() instanceof String text && text.indexOf('*') >= 0);
  }

  static BadQuery unknown(EntitySet set, String name) {
    return new BadQuery(
        "Could not find a property named '%s' on type 'Microsoft.Dynamics.DataEntities.%s'."
            .formatted(name, set.type()));
  }

  private Wildcard wildcard(String text) {
    return wildcards.computeIfAbsent(text, Wildcard::of);
  }
}
