package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes of sets without rules of their own: a key that is whole and free. */
final class PlainWrites implements Writes {
  private final Erp erp;
  private final EntitySet set;

  PlainWrites(Erp erp, EntitySet set) {
    this.erp = erp;
    this.set = set;
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    Map<String, Object> values = new LinkedHashMap<>(given);
    values.computeIfPresent(
        EntitySet.COMPANY, (name, company) -> company.toString().toLowerCase(Locale.ROOT));
    String code = set.key().get(set.key().size() - 1).name();
    if (values.getOrDefault(code, "").equals("")) {
      throw Refusal.write(
          set, List.of("Field '%s' must be filled in.".formatted(set.get(code).label())));
    }
    if (erp.table(set).find(Keys.of(set, values)) != null) {
      throw duplicate(values);
    }
    return erp.insert(tx, set, values, "");
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    for (Property part : set.key()) {
      Object value = given.get(part.name());
      if (value != null && !value.toString().equalsIgnoreCase(row.text(part.name()))) {
        throw Refusal.write(set, List.of("Field '%s' cannot be changed.".formatted(part.label())));
      }
    }
    Map<String, Object> changes = new LinkedHashMap<>(given);
    set.key().forEach(part -> changes.remove(part.name()));
    return erp.update(tx, set, row, changes);
  }

  @Override
  public void delete(Tx tx, Row row) {
    erp.delete(tx, set, row);
  }

  private Refusal duplicate(Map<String, Object> values) {
    Property code = set.key().get(set.key().size() - 1);
    return Refusal.write(
        set,
        List.of(
            "Cannot create a record in %s (%s). %s: %s. The record already exists.."
                .formatted(set.label(), set.table(), code.label(), values.get(code.name()))));
  }
}
