package io.weft.sandbox.odata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code $filter} as a tree. */
public sealed interface Expr {
  /** How a literal was written. */
  enum LiteralKind {
    TEXT,
    NUMBER,
    BOOLEAN,
    GUID,
    DATE_TIME,
    DATE,
    /** A type's name before a quoted text, as in {@code Namespace.NoYes'Yes'}. */
    TYPED,
    NULL
  }

  /** The operators between two values. */
  enum Op {
    EQ,
    NE,
    GT,
    GE,
    LT,
    LE,
    HAS
  }

  /**
   * A constant.
   *
   * @param value as a row would store it; of a typed literal the quoted text
   * @param type the type of a typed literal, else empty
   */
  record Literal(LiteralKind kind, @Nullable Object value, String type) implements Expr {}

  /** A column, maybe of a related row: {@code Account/Id}. */
  record Path(List<String> segments) implements Expr {
    /** Returns the path as it is written. */
    public String text() {
      return String.join("/", segments);
    }
  }

  /** A comparison. */
  record Compare(Op op, Expr left, Expr right) implements Expr {}

  /** One of several values. */
  record In(Expr left, List<Expr> values) implements Expr {}

  /** Both. */
  record And(Expr left, Expr right) implements Expr {}

  /** Either. */
  record Or(Expr left, Expr right) implements Expr {}

  /** The opposite. */
  record Not(Expr inner) implements Expr {}

  /** A function such as {@code contains}; the name in lower case. */
  record Function(String name, List<Expr> arguments) implements Expr {}
}
