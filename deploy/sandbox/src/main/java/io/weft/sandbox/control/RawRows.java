package io.weft.sandbox.control;

import io.weft.sandbox.Column;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Values;
import io.weft.sandbox.World;
import io.weft.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows as they are stored, past permissions, faults and formats. */
final class RawRows {
  private RawRows() {}

  /** Returns one row by its key, or those whose columns equal the query's parameters. */
  static Answer answer(
      World world, String system, String set, @Nullable String key, Map<String, String> query) {
    Table table = world.findTable(system, set);
    if (table == null) {
      return Answer.json(404, Map.of("error", "no set " + set + " in " + system));
    }
    if (key != null) {
      Row row = world.read(system, () -> table.find(key));
      return row == null ? Answer.empty(404) : Answer.json(200, row.all());
    }
    return Answer.json(200, Map.of("value", rows(world, table, query)));
  }

  private static List<Map<String, @Nullable Object>> rows(
      World world, Table table, Map<String, String> query) {
    Map<String, String> wanted = new LinkedHashMap<>(query);
    String limit = wanted.remove("limit");
    List<Row> found =
        world.read(
            table.system(),
            () ->
                candidates(table, wanted)
                    .filter(row -> matches(row, wanted))
                    .limit(limit == null ? 1000 : Long.parseLong(limit))
                    .toList());
    return found.stream().map(Row::all).toList();
  }

  private static Stream<Row> candidates(Table table, Map<String, String> wanted) {
    for (Map.Entry<String, String> pair : wanted.entrySet()) {
      Object value = typed(table.columns().get(pair.getKey()), pair.getValue());
      if (value != null && table.isHashed(pair.getKey())) {
        return table.equal(pair.getKey(), value).stream();
      }
    }
    return table.rows().stream();
  }

  private static @Nullable Object typed(@Nullable Column column, String value) {
    if (column == null) {
      return null;
    }
    return switch (column.kind()) {
      case TEXT, ENUM -> value;
      case GUID -> UUID.fromString(value);
      default -> null;
    };
  }

  private static boolean matches(Row row, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(pair -> Values.same(row.text(pair.getKey()), pair.getValue()));
  }
}
