package io.weft.sandbox.odata;

import io.weft.sandbox.Row;
import io.weft.sandbox.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between the two servers when a filter meets a row. */
public interface Dialect {
  /** Returns the value of a column, maybe of a related row; null if it has none. */
  @Nullable Object value(Row row, List<String> path);

  /** Returns the column of the row itself that a path stands for, null if it leads elsewhere. */
  @Nullable String column(List<String> path);

  /** Returns whether a stored value equals a literal. */
  default boolean equal(@Nullable Object stored, Expr.Literal literal) {
    return Values.same(stored, literal.value());
  }

  /** Returns whether an index may stand in for {@link #equal} with this literal. */
  default boolean isExact(Expr.Literal literal) {
    return literal.value() != null;
  }

  /** Returns the value of a function that the common ones do not cover. */
  default @Nullable Object call(String name, List<@Nullable Object> arguments) {
    throw new BadQuery("Unknown function '" + name + "'.");
  }
}
