package io.weft.sandbox.d365.data;

import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.odata.Expr;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in the order of its whole key a query begins. A page by key ("this company, and a number
 * above that one") is then found where it lies, however many rows are before it.
 */
final class KeyBound {
  private static final Set<Expr.Op> FROM = EnumSet.of(Expr.Op.GT, Expr.Op.GE, Expr.Op.EQ);
  private static final Set<Expr.Op> IS = EnumSet.of(Expr.Op.EQ);

  private final Map<String, Object> parts = new HashMap<>();
  private final EntitySet set;

  private KeyBound(EntitySet set) {
    this.set = set;
  }

  /** The filter, and where it begins in the order of the key, if it says so. */
  static @Nullable Expr with(EntitySet set, @Nullable Expr filter) {
    KeyBound bound = new KeyBound(set);
    return filter != null && bound.isFoundIn(filter)
        ? new Expr.And(filter, bound.condition())
        : filter;
  }

  private boolean isFoundIn(Expr filter) {
    List<Property> key = set.key();
    for (int i = 0; i < key.size(); i++) {
      String name = key.get(i).name();
      boolean last = i == key.size() - 1;
      all(filter)
          .filter(Expr.Compare.class::isInstance)
          .map(Expr.Compare.class::cast)
          .filter(compare -> (last ? FROM : IS).contains(compare.op()))
          .filter(compare -> compare.left().equals(new Expr.Path(List.of(name))))
          .forEach(compare -> note(name, compare.right()));
    }
    return parts.size() == key.size();
  }

  private void note(String name, Expr right) {
    if (right instanceof Expr.Literal literal
        && literal.value() instanceof String text
        && text.indexOf('*') < 0) {
      parts.put(name, text);
    }
  }

  private Expr condition() {
    Expr.Literal from = new Expr.Literal(Expr.LiteralKind.TEXT, Keys.of(set, parts), "");
    return new Expr.Compare(Expr.Op.GE, new Expr.Path(List.of(Hidden.ORDER)), from);
  }

  private static Stream<Expr> all(Expr filter) {
    return filter instanceof Expr.And and
        ? Stream.concat(all(and.left()), all(and.right()))
        : Stream.of(filter);
  }
}
