package io.weft.sandbox.d365.data;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.order.Orders;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways from a row to many others, one level deep: from an order to its lines. */
final class Expansion {
  /** A navigation property and the set behind it. */
  record Way(String name, EntitySet target) {}

  private final Erp erp;
  private final EntitySet set;
  private final List<Query.Expand> wanted;

  /**
   * Takes what a query wants to see along.
   *
   * @throws BadQuery if the set has no such way, or an option is not supported
   */
  Expansion(Erp erp, EntitySet set, List<Query.Expand> wanted) {
    this.erp = erp;
    this.set = set;
    this.wanted = wanted;
    wanted.forEach(this::check);
  }

  /** Returns the ways that lead from a set. */
  static List<Way> of(Erp erp, EntitySet set) {
    boolean leads = set.name().equals(Orders.HEADERS);
    boolean served = erp.settings().on("served." + Orders.LINES);
    return leads && served
        ? List.of(new Way(Orders.LINES, erp.schema().get(Orders.LINES)))
        : List.of();
  }

  private void check(Query.Expand expand) {
    if (of(erp, set).stream().noneMatch(way -> way.name().equals(expand.property()))) {
      throw DataDialect.unknown(set, expand.property());
    }
    Query options = expand.options();
    boolean more =
        !options.expand().isEmpty()
            || options.filter() != null
            || !options.orderBy().isEmpty()
            || options.top() != null;
    if (more) {
      throw new BadQuery("Only $select is supported inside $expand.");
    }
  }

  boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** Returns the columns wanted of the rows behind a way; empty for all. */
  List<String> select() {
    return wanted.isEmpty() ? List.of() : wanted.get(0).options().select();
  }

  EntitySet target() {
    return erp.schema().get(Orders.LINES);
  }

  /** Returns the rows behind some rows; call it under the lock that those were read under. */
  Map<Row, List<Row>> behind(List<Row> rows) {
    Map<Row, List<Row>> found = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      rows.forEach(row -> found.put(row, Orders.lines(erp, row)));
    }
    return found;
  }
}
