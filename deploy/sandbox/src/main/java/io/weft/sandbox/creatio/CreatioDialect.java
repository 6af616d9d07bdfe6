package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.World;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Dialect;
import io.weft.sandbox.odata.Expr;
import io.weft.sandbox.odata.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters as Creatio takes them: look-ups by their navigation, dates and ids without quotes. */
final class CreatioDialect implements Dialect {
  private static final int DEEPEST_PATH = 3;

  private final World world;
  private final Table table;

  CreatioDialect(World world, Table table) {
    this.world = world;
    this.table = table;
  }

  @Override
  public @Nullable Object value(Row row, List<String> path) {
    Row at = row;
    for (String step : path.subList(0, path.size() - 1)) {
      Column lookup = at.table().columns().get(step + "Id");
      Table target = lookup == null ? null : target(lookup);
      Row next = target == null ? null : target.find(at.text(step + "Id"));
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at.get(path.get(path.size() - 1));
  }

  @Override
  public @Nullable String column(List<String> path) {
    if (path.size() == 1) {
      return path.get(0);
    }
    boolean id = path.size() == 2 && path.get(1).equals("Id");
    return id ? path.get(0) + "Id" : null;
  }

  /**
   * Checks what a query names, before any row is read.
   *
   * @throws BadQuery as Creatio would refuse it
   */
  void check(Query query) {
    if (query.filter() != null) {
      check(query.filter());
    }
    query.orderBy().forEach(order -> columnAt(order.path()));
    for (String name : query.select()) {
      if (!table.columns().containsKey(name)) {
        throw unknown(name, table);
      }
    }
  }

  private void check(Expr part) {
    if (part instanceof Expr.And and) {
      check(and.left());
      check(and.right());
    } else if (part instanceof Expr.Or or) {
      check(or.left());
      check(or.right());
    } else if (part instanceof Expr.Not not) {
      check(not.inner());
    } else if (part instanceof Expr.Compare compare) {
      checkCompare(compare);
    } else if (part instanceof Expr.Function function) {
      function.arguments().forEach(this::check);
    } else if (part instanceof Expr.Path path) {
      columnAt(path.segments());
    } else if (part instanceof Expr.In) {
      throw new BadQuery(500, "Operator 'in' is not supported.");
    } else if (part instanceof Expr.Literal literal) {
      checkLiteral(literal);
    }
  }

  private void checkCompare(Expr.Compare compare) {
    check(compare.left());
    check(compare.right());
    if (compare.op() == Expr.Op.HAS) {
      throw new BadQuery("Operator 'has' is not supported.");
    }
    if (compare.left() instanceof Expr.Path path
        && compare.right() instanceof Expr.Literal literal) {
      checkTypes(columnAt(path.segments()), literal, compare.op());
    }
  }

  private static void checkLiteral(Expr.Literal literal) {
    if (literal.kind() == Expr.LiteralKind.TYPED) {
      throw new BadQuery(
          "Unrecognized '" + literal.type() + "' literal '" + literal.value() + "'.");
    }
  }

  private static void checkTypes(Column column, Expr.Literal literal, Expr.Op op) {
    boolean fits =
        switch (literal.kind()) {
          case TEXT -> column.kind() == Kind.TEXT;
          case NUMBER ->
              column.kind() == Kind.INTEGER
                  || column.kind() == Kind.LONG
                  || column.kind() == Kind.DECIMAL;
          case BOOLEAN -> column.kind() == Kind.BOOLEAN;
          case GUID -> column.kind() == Kind.GUID;
          case DATE, DATE_TIME -> column.kind() == Kind.INSTANT || column.kind() == Kind.DATE;
          case TYPED -> false;
          case NULL -> true;
        };
    if (!fits) {
      throw new BadQuery(
          "A binary operator with incompatible types was detected. Found operand types '"
              + CreatioMetadata.edm(column)
              + "' and '"
              + edm(literal)
              + "' for operator kind '"
              + (op == Expr.Op.EQ ? "Equal" : op.name())
              + "'.");
    }
  }

  private Column columnAt(List<String> path) {
    if (path.size() > DEEPEST_PATH) {
      throw new BadQuery("The path '" + String.join("/", path) + "' is too deep.");
    }
    Table at = table;
    for (String step : path.subList(0, path.size() - 1)) {
      Column lookup = at.columns().get(step + "Id");
      Table next = lookup == null ? null : target(lookup);
      if (next == null) {
        throw unknown(step, at);
      }
      at = next;
    }
    return lastColumn(at, path.get(path.size() - 1));
  }

  private Column lastColumn(Table at, String name) {
    Column column = at.columns().get(name);
    if (column == null) {
      throw unknown(name, at);
    }
    // The entity layer knows look-ups by their own name only; the flat form reaches it unchecked.
    if (column.target() != null) {
      throw new BadQuery(500, "Column by path " + name + " not found in schema " + at.name());
    }
    return column;
  }

  private @Nullable Table target(Column lookup) {
    String target = lookup.target();
    return target == null ? null : world.findTable(CreatioTenant.SYSTEM, target);
  }

  private static BadQuery unknown(String name, Table at) {
    return new BadQuery(
        "Could not find a property named '"
            + name
            + "' on type 'Terrasoft.Configuration.OData."
            + at.name()
            + "'.");
  }

  private static String edm(Expr.Literal literal) {
    return switch (literal.kind()) {
      case TEXT, TYPED, NULL -> "Edm.String";
      case NUMBER -> "Edm.Int32";
      case BOOLEAN -> "Edm.Boolean";
      case GUID -> "Edm.Guid";
      case DATE, DATE_TIME -> "Edm.DateTimeOffset";
    };
  }
}
