package io.weft.sandbox.d365.erp.dimension;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes every dimension string anew after the layout changed: the ERP keeps values, and shows them
 * by the format of the day. What the new format has no place for is kept out of sight.
 */
final class Redisplay {
  private static final List<String> FIELDS =
      List.of("DefaultDimensionDisplayValue", "DefaultLedgerDimensionDisplayValue");

  private static final String KEPT = "$dimensions";

  private final Erp erp;
  private final Dimensions dimensions;
  private final Map<Row, Map<String, String>> values = new LinkedHashMap<>();

  private Redisplay(Erp erp) {
    this.erp = erp;
    this.dimensions = new Dimensions(erp);
  }

  /** Reads all strings by the layout that is about to change. */
  static Redisplay before(Erp erp) {
    Redisplay work = new Redisplay(erp);
    for (EntitySet set : erp.schema().sets()) {
      FIELDS.stream().filter(set.byName()::containsKey).forEach(field -> work.read(set, field));
    }
    return work;
  }

  private void read(EntitySet set, String field) {
    Table table = erp.table(set);
    for (Row row : new ArrayList<>(table.rows())) {
      Map<String, String> all = kept(row);
      all.putAll(dimensions.values(row.text(field)));
      if (!all.isEmpty()) {
        values.put(row, all);
      }
    }
  }

  /** Writes them by the layout that counts now; no version moves. */
  void after(Tx tx) {
    List<String> layout = dimensions.layout();
    values.forEach(
        (row, all) -> {
          Map<String, Object> changes = new LinkedHashMap<>();
          String shown = layout.stream().anyMatch(all::containsKey) ? dimensions.text(all) : "";
          changes.put(fieldOf(row), shown);
          Map<String, String> rest = new TreeMap<>(all);
          rest.keySet().removeAll(layout);
          changes.put(KEPT, rest.toString());
          Row unused = erp.recompute(tx, row, changes, "dimension layout");
        });
  }

  private static String fieldOf(Row row) {
    return FIELDS.stream().filter(row.table().columns()::containsKey).findFirst().orElseThrow();
  }

  private static Map<String, String> kept(Row row) {
    Map<String, String> kept = new TreeMap<>();
    String text = row.text(KEPT);
    if (text.length() > 2) {
      for (String pair : text.substring(1, text.length() - 1).split(", ")) {
        int equals = pair.indexOf('=');
        kept.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return kept;
  }
}
