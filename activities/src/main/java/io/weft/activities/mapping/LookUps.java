package io.weft.activities.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value lists of both systems, as one legal entity sees them. An implementation over the
 * clients may throw a {@link io.weft.activities.failure.RemoteException}; the engine lets it pass.
 */
public interface LookUps {
  /** One row of a Creatio look-up: its id, and its columns as text. */
  record Entry(String id, Map<String, String> columns) {
    public Entry {
      id = id.toLowerCase(Locale.ROOT);
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The column's text, "" for none; {@code Id} is the row's id. */
    public String column(String name) {
      return name.equals("Id") ? id : columns.getOrDefault(name, "");
    }
  }

  /** The row of a Creatio look-up with that id; empty if there is none. */
  Optional<Entry> byId(String table, String id);

  /** The rows of a Creatio look-up whose column has that text, without regard to case. */
  List<Entry> byColumn(String table, String column, String text);

  /**
   * Whether a D365 value list has that code, without regard to case. True for a list that is not
   * known here: D365 has the last word.
   */
  boolean hasCode(String list, String code);
}
