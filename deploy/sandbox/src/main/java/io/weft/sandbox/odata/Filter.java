package io.weft.sandbox.odata;

import io.weft.sandbox.Row;
import io.weft.sandbox.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether rows match a filter. */
public record Filter(Expr expr, Dialect dialect) {

  /** Returns whether a row matches. */
  public boolean matches(Row row) {
    return matches(expr, row);
  }

  private boolean matches(Expr part, Row row) {
    if (part instanceof Expr.And and) {
      return matches(and.left(), row) && matches(and.right(), row);
    }
    if (part instanceof Expr.Or or) {
      return matches(or.left(), row) || matches(or.right(), row);
    }
    if (part instanceof Expr.Not not) {
      return !matches(not.inner(), row);
    }
    if (part instanceof Expr.Compare compare) {
      return compare(compare, row);
    }
    if (part instanceof Expr.In in) {
      return in.values().stream()
          .anyMatch(value -> compare(new Expr.Compare(Expr.Op.EQ, in.left(), value), row));
    }
    return Boolean.TRUE.equals(value(part, row));
  }

  private boolean compare(Expr.Compare compare, Row row) {
    Object left = value(compare.left(), row);
    if (compare.right() instanceof Expr.Literal literal) {
      boolean equal = dialect.equal(left, literal);
      switch (compare.op()) {
        case EQ -> {
          return equal;
        }
        case NE -> {
          return !equal;
        }
        default -> {
          // Order needs the value itself.
        }
      }
    }
    int order = Values.compare(left, value(compare.right(), row));
    return switch (compare.op()) {
      case EQ, HAS -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case LT -> order < 0;
      case LE -> order <= 0;
    };
  }

  private @Nullable Object value(Expr part, Row row) {
    if (part instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (part instanceof Expr.Path path) {
      return dialect.value(row, path.segments());
    }
    if (part instanceof Expr.Function function) {
      return call(function, row);
    }
    return matches(part, row);
  }

  private @Nullable Object call(Expr.Function function, Row row) {
    List<@Nullable Object> arguments = new ArrayList<>();
    function.arguments().forEach(argument -> arguments.add(value(argument, row)));
    String first = text(arguments, 0);
    return switch (function.name()) {
      case "contains" -> first.contains(text(arguments, 1));
      case "startswith" -> first.startsWith(text(arguments, 1));
      case "endswith" -> first.endsWith(text(arguments, 1));
      case "tolower", "toupper" -> first;
      case "trim" -> first.trim();
      case "length" -> first.length();
      default -> dialect.call(function.name(), arguments);
    };
  }

  // Both vendors' databases ignore case, so text is compared in lower case throughout.
  private static String text(List<@Nullable Object> arguments, int index) {
    if (index >= arguments.size()) {
      throw new BadQuery("A function lacks an argument.");
    }
    Object value = arguments.get(index);
    return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
  }
}
