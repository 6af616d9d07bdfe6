package io.weft.activities.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Look-ups held in memory: for tests, previews, and as what a reader of the real lists fills.
 *
 * @param tables Creatio's look-ups by name
 * @param lists D365's value lists by name; a list that is not here holds every code
 */
public record MapLookUps(Map<String, List<Entry>> tables, Map<String, Set<String>> lists)
    implements LookUps {
  /** Nothing known. */
  public static final MapLookUps NONE = new MapLookUps(Map.of(), Map.of());

  public MapLookUps {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    lists.forEach((name, codes) -> copy.put(name, caseless(codes)));
    lists = Collections.unmodifiableMap(copy);
  }

  private static Set<String> caseless(Set<String> codes) {
    Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    sorted.addAll(codes);
    return Collections.unmodifiableSet(sorted);
  }

  @Override
  public Optional<Entry> byId(String table, String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    return rows(table).stream().filter(row -> row.id().equals(lower)).findFirst();
  }

  @Override
  public List<Entry> byColumn(String table, String column, String text) {
    return rows(table).stream().filter(row -> row.column(column).equalsIgnoreCase(text)).toList();
  }

  private List<Entry> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  @Override
  public boolean hasCode(String list, String code) {
    Set<String> codes = lists.get(list);
    return codes == null || codes.contains(code);
  }
}
