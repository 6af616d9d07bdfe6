package io.weft.sandbox.odata;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query on a table, over an index where one fits. Call it inside {@code World.read}.
 *
 * @param rows the page asked for
 * @param total how many rows match in all; only counted if the query asks for it, else -1
 */
public record Selection(List<Row> rows, int total) {
  /** Sees every row; what an index can count alone is not read then. */
  public static final Predicate<Row> EVERY = row -> true;

  /**
   * Returns the rows of a query.
   *
   * @param visible rows that the caller may see
   * @param cap the most rows in one answer
   */
  public static Selection of(
      Table table, Query query, Dialect dialect, Predicate<Row> visible, int cap) {
    Expr filter = query.filter();
    Predicate<Row> wanted =
        filter == null ? visible : visible.and(new Filter(filter, dialect)::matches);
    int top = Math.min(cap, query.top() == null ? cap : query.top());
    Search search = new Search(table, query, dialect, wanted, visible == EVERY);
    Found found = search.run(query.skip() + top);
    return page(found, query, cap);
  }

  /** Returns the rows of a query from a few that were found already, such as children. */
  public static Selection of(List<Row> rows, Query query, Dialect dialect, int cap) {
    if (rows.isEmpty()) {
      return new Selection(List.of(), query.count() ? 0 : -1);
    }
    Expr filter = query.filter();
    Predicate<Row> wanted = filter == null ? EVERY : new Filter(filter, dialect)::matches;
    List<Row> found =
        new Search(rows.get(0).table(), query, dialect, wanted, false)
            .sorted(rows.stream().filter(wanted));
    return page(Found.all(found), query, cap);
  }

  private static Selection page(Found found, Query query, int cap) {
    int top = Math.min(cap, query.top() == null ? cap : query.top());
    int from = Math.min(query.skip(), found.rows.size());
    int to = Math.min(from + top, found.rows.size());
    List<Row> page = List.copyOf(found.rows.subList(from, to));
    return new Selection(page, query.count() ? found.total : -1);
  }

  /** The first rows that match, in the wanted order, and how many were seen to match. */
  private static final class Found {
    private final List<Row> rows = new ArrayList<>();
    private int total;

    static Found all(List<Row> rows) {
      Found found = new Found();
      found.add(rows, Integer.MAX_VALUE);
      return found;
    }

    /** Keeps no more than so many in all, and counts the others. */
    void add(List<Row> more, int most) {
      rows.addAll(more.subList(0, Math.min(more.size(), Math.max(0, most - rows.size()))));
      total += more.size();
    }
  }

  // Beyond so many rows with a value, walking in the wanted order is quicker than sorting them.
  private static final int MANY = 2_000;

  private record Hit(String column, List<Object> values, int cost) {}

  private record Search(
      Table table, Query query, Dialect dialect, Predicate<Row> wanted, boolean everyRow) {

    Found run(int enough) {
      Hit hit = cheapest();
      String ordered = orderedColumn();
      if (ordered != null && (hit == null || hit.cost() >= MANY)) {
        return inOrder(ordered, enough, told(hit));
      }
      Stream<Row> found = candidates(hit).filter(wanted);
      return query.orderBy().isEmpty() ? first(found, enough) : Found.all(sorted(found));
    }

    /** How many rows match, where an index says so by itself; else -1. */
    private int told(@Nullable Hit hit) {
      if (!everyRow) {
        return -1;
      }
      if (query.filter() == null) {
        return table.size();
      }
      return hit != null && query.filter() instanceof Expr.Compare ? hit.cost() : -1;
    }

    private Stream<Row> candidates(@Nullable Hit hit) {
      if (hit != null) {
        return hit.values().stream().flatMap(value -> table.with(hit.column(), value));
      }
      return table.columns().keySet().stream()
          .filter(column -> table.isSorted(column) && !range(column).isOpen())
          .findFirst()
          .map(column -> part(column).values().stream().flatMap(table::at))
          .orElseGet(() -> table.rows().stream());
    }

    private @Nullable Hit cheapest() {
      Expr filter = query.filter();
      Hit best = null;
      if (filter == null) {
        return null;
      }
      for (String column : table.columns().keySet()) {
        List<Object> values =
            table.isHashed(column) ? new Narrow(column, dialect).equals(filter) : null;
        if (values != null) {
          int cost = values.stream().mapToInt(value -> table.count(column, value)).sum();
          best = best == null || cost < best.cost() ? new Hit(column, values, cost) : best;
        }
      }
      return best;
    }

    private @Nullable String orderedColumn() {
      if (query.orderBy().isEmpty()) {
        return null;
      }
      String column = dialect.column(query.orderBy().get(0).path());
      return column != null && table.isSorted(column) ? column : null;
    }

    private Found inOrder(String column, int enough, int told) {
      NavigableMap<Object, Set<String>> part = part(column);
      boolean descending = query.orderBy().get(0).descending();
      Found found = new Found();
      for (Set<String> keys : (descending ? part.descendingMap() : part).values()) {
        if (found.total >= enough && (!query.count() || told >= 0)) {
          found.total = Math.max(found.total, told);
          break;
        }
        found.add(sorted(table.at(keys).filter(wanted)), enough);
      }
      return found;
    }

    private NavigableMap<Object, Set<String>> part(String column) {
      NavigableMap<Object, Set<String>> all = table.order(column);
      Narrow.Range range = range(column);
      NavigableMap<Object, Set<String>> upper =
          range.low() == null ? all : all.tailMap(range.low(), true);
      Object high = range.high();
      if (high == null) {
        return upper;
      }
      boolean empty = range.low() != null && Values.compare(range.low(), high) > 0;
      return empty ? upper.headMap(range.low(), false) : upper.headMap(high, true);
    }

    private Narrow.Range range(String column) {
      Expr filter = query.filter();
      return filter == null
          ? new Narrow.Range(null, null)
          : new Narrow(column, dialect).range(filter);
    }

    private Found first(Stream<Row> rows, int enough) {
      Found found = new Found();
      Iterator<Row> each = rows.iterator();
      while (each.hasNext() && (found.total < enough || query.count())) {
        found.add(List.of(each.next()), enough);
      }
      return found;
    }

    private List<Row> sorted(Stream<Row> rows) {
      return query.orderBy().isEmpty() ? rows.toList() : rows.sorted(order()).toList();
    }

    private Comparator<Row> order() {
      return (a, b) -> {
        for (Query.Order order : query.orderBy()) {
          int difference =
              Values.compare(dialect.value(a, order.path()), dialect.value(b, order.path()));
          if (difference != 0) {
            return order.descending() ? -difference : difference;
          }
        }
        return 0;
      };
    }
  }
}
