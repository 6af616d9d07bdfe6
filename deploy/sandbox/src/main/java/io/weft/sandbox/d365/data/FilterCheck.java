package io.weft.sandbox.d365.data;

import io.weft.sandbox.Table;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.EnumType;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Expr;

/** Refuses what F&amp;O does not support, before a filter meets any row. */
final class FilterCheck {
  private final EntitySet set;
  private final Table table;

  FilterCheck(EntitySet set, Table table) {
    this.set = set;
    this.table = table;
  }

  /**
   * Looks at every part of a filter.
   *
   * @throws BadQuery naming the first part that is not supported
   */
  void check(Expr part) {
    if (part instanceof Expr.And and) {
      check(and.left());
      check(and.right());
    } else if (part instanceof Expr.Or or) {
      check(or.left());
      check(or.right());
    } else if (part instanceof Expr.Not not) {
      check(not.inner());
    } else if (part instanceof Expr.Compare compare) {
      comparison(compare);
    } else if (part instanceof Expr.In) {
      throw new BadQuery("The operator 'in' is not supported.");
    } else if (part instanceof Expr.Function function) {
      throw new BadQuery("The function '" + function.name() + "' is not supported.");
    } else {
      throw new BadQuery("The $filter expression must evaluate to a single boolean value.");
    }
  }

  private void comparison(Expr.Compare compare) {
    if (compare.op() == Expr.Op.HAS) {
      throw new BadQuery("The operator 'has' is not supported.");
    }
    String left = type(compare.left());
    String right = type(compare.right());
    boolean nothing = left.isEmpty() || right.isEmpty();
    if (!nothing && !left.equals(right)) {
      throw new BadQuery(
          "A binary operator with incompatible types was detected. Found operand types '%s' and '%s' for operator kind '%s'."
              .formatted(left, right, compare.op()));
    }
    boolean ordered = compare.op() != Expr.Op.EQ && compare.op() != Expr.Op.NE;
    if (ordered && left.startsWith(EnumType.NAMESPACE)) {
      throw new BadQuery("Enum values can only be compared with 'eq' and 'ne'.");
    }
  }

  /** The type of an operand; numbers are all one; empty for null. */
  private String type(Expr operand) {
    if (operand instanceof Expr.Path path) {
      return propertyType(path.text());
    }
    if (operand instanceof Expr.Literal literal) {
      return literalType(literal);
    }
    check(operand);
    return "Edm.Boolean";
  }

  private String propertyType(String name) {
    if (!table.columns().containsKey(name) || set.find(name).isEmpty()) {
      throw DataDialect.unknown(set, name);
    }
    Property property = set.get(name);
    return switch (property.kind()) {
      case DECIMAL, INT32, INT64 -> "Edm.Decimal";
      default -> property.edmType();
    };
  }

  private static String literalType(Expr.Literal literal) {
    return switch (literal.kind()) {
      case TEXT -> "Edm.String";
      case NUMBER -> "Edm.Decimal";
      case BOOLEAN -> "Edm.Boolean";
      case GUID -> "Edm.Guid";
      case DATE_TIME -> "Edm.DateTimeOffset";
      case DATE -> "Edm.Date";
      case TYPED -> literal.type();
      case NULL -> "";
    };
  }
}
