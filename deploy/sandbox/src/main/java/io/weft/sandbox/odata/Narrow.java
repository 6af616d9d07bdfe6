package io.weft.sandbox.odata;

import io.weft.sandbox.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a filter says about one column, so that an index can be used; the filter still decides. */
final class Narrow {
  /** Bounds, both inclusive; null where there is none. */
  record Range(@Nullable Object low, @Nullable Object high) {
    private static final Range ALL = new Range(null, null);

    boolean isOpen() {
      return low == null && high == null;
    }

    private Range and(Range other) {
      return new Range(later(low, other.low, 1), later(high, other.high, -1));
    }

    private Range or(Range other) {
      return new Range(
          low == null || other.low == null ? null : later(low, other.low, -1),
          high == null || other.high == null ? null : later(high, other.high, 1));
    }

    private static @Nullable Object later(@Nullable Object a, @Nullable Object b, int sign) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return Values.compare(a, b) * sign >= 0 ? a : b;
    }
  }

  private final String column;
  private final Dialect dialect;

  Narrow(String column, Dialect dialect) {
    this.column = column;
    this.dialect = dialect;
  }

  /** Returns the only values that can match, null if there is no such list. */
  @Nullable List<Object> equals(Expr part) {
    if (part instanceof Expr.And and) {
      List<Object> left = equals(and.left());
      return left == null ? equals(and.right()) : left;
    }
    if (part instanceof Expr.Or or) {
      List<Object> left = equals(or.left());
      List<Object> right = left == null ? null : equals(or.right());
      return left == null || right == null ? null : joined(left, right);
    }
    if (part instanceof Expr.In in && isColumn(in.left())) {
      List<Object> all = new ArrayList<>();
      in.values().forEach(value -> all.add(literal(value)));
      return all.contains(NONE) ? null : all;
    }
    if (part instanceof Expr.Compare compare
        && compare.op() == Expr.Op.EQ
        && isColumn(compare.left())) {
      Object value = literal(compare.right());
      return value == NONE ? null : List.of(value);
    }
    return null;
  }

  /** Returns the bounds within which all matching values lie. */
  Range range(Expr part) {
    if (part instanceof Expr.And and) {
      return range(and.left()).and(range(and.right()));
    }
    if (part instanceof Expr.Or or) {
      return range(or.left()).or(range(or.right()));
    }
    if (part instanceof Expr.Compare compare && isColumn(compare.left())) {
      Object value = literal(compare.right());
      return value == NONE ? Range.ALL : bounds(compare.op(), value);
    }
    return Range.ALL;
  }

  private static final Object NONE = new Object();

  private static Range bounds(Expr.Op op, Object value) {
    return switch (op) {
      case EQ -> new Range(value, value);
      case GT, GE -> new Range(value, null);
      case LT, LE -> new Range(null, value);
      case NE, HAS -> Range.ALL;
    };
  }

  private Object literal(Expr part) {
    if (part instanceof Expr.Literal literal && dialect.isExact(literal)) {
      Object value = literal.value();
      return value == null ? NONE : value;
    }
    return NONE;
  }

  private boolean isColumn(Expr part) {
    return part instanceof Expr.Path path && column.equals(dialect.column(path.segments()));
  }

  private static List<Object> joined(List<Object> left, List<Object> right) {
    List<Object> all = new ArrayList<>(left);
    for (Object value : right) {
      if (!all.contains(value)) {
        all.add(value);
      }
    }
    return all;
  }
}
