package io.weft.activities.poll;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables of rows, with a log of what was asked. */
public class FakeSystem {
  private final Map<String, List<Map<String, Object>>> sets = new LinkedHashMap<>();
  private final Map<String, Metadata.EntitySet> model = new LinkedHashMap<>();
  private final Map<String, RemoteException> failures = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  FakeSystem() {}

  /** Adds a row to a set. */
  public void put(String set, Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    sets.computeIfAbsent(set, s -> new ArrayList<>()).add(row);
  }

  /** Changes the rows of which a column has a value. */
  public void change(String set, String column, String value, String name, Object to) {
    for (Map<String, Object> row : sets.getOrDefault(set, List.of())) {
      if (value.equals(row.get(column))) {
        row.put(name, to);
      }
    }
  }

  public void remove(String set, String column, String value) {
    sets.getOrDefault(set, new ArrayList<>()).removeIf(row -> value.equals(row.get(column)));
  }

  /** From now on the set answers with this; null to mend it. */
  public void failWith(String set, @Nullable RemoteException failure) {
    failures.remove(set);
    if (failure != null) {
      failures.put(set, failure);
    }
  }

  /** What the model says of a set; columns are texts without limit but for {@code Name:30}. */
  public void describe(String set, List<String> key, String... columns) {
    Map<String, Metadata.Column> described = new LinkedHashMap<>();
    for (String column : columns) {
      String[] parts = column.split(":", 2);
      Integer longest = parts.length == 2 ? Integer.valueOf(parts[1]) : null;
      described.put(parts[0], new Metadata.Column(parts[0], "Edm.String", longest));
    }
    Set<String> navigations = new LinkedHashSet<>();
    model.put(set, new Metadata.EntitySet(set, key, described, navigations));
  }

  /** Every request so far, with its filter. */
  public List<String> asked() {
    return asked;
  }

  Metadata model() {
    return new Metadata(model);
  }

  List<Row> select(String set, @Nullable String filter, List<String> order) {
    asked.add(set + (filter == null ? "" : " " + filter));
    RemoteException failure = failures.get(set);
    if (failure != null) {
      throw failure;
    }
    return sets.getOrDefault(set, List.of()).stream()
        .map(Row::of)
        .filter(row -> filter == null || Grammar.matches(row, filter))
        .sorted(Comparator.comparing(row -> sortKey(row, order)))
        .toList();
  }

  static String sortKey(Row row, List<String> order) {
    StringBuilder key = new StringBuilder();
    order.forEach(name -> key.append(row.text(name)).append('\u0000'));
    return key.toString().toLowerCase(Locale.ROOT);
  }

  static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("feeds and checks write nothing");
  }
}
