package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the primary address row of an account or contact whose address columns were saved. */
final class Addresses {
  private static final List<String> COLUMNS =
      List.of("AddressTypeId", "Address", "CityId", "RegionId", "CountryId", "Zip");

  private final String set;
  private final String back;

  private Addresses(String parent) {
    set = parent + "Address";
    back = parent + "Id";
  }

  /** Returns what writes the address rows of a parent set: accounts or contacts. */
  static Addresses of(String parent) {
    return new Addresses(parent);
  }

  void parentSaved(Save save, @Nullable Row before, Row after) {
    Map<String, @Nullable Object> address = new LinkedHashMap<>();
    boolean changed = false;
    for (String column : COLUMNS) {
      Object now = after.get(column);
      Object old = before == null ? absent(after, column) : before.get(column);
      changed |= now != null && !now.equals(old);
      address.put(column, now);
    }
    if (changed) {
      address.put("FullAddress", full(save, after));
      upsert(save, after, address);
    }
  }

  private static @Nullable Object absent(Row row, String column) {
    var known = row.table().columns().get(column);
    return known == null ? null : known.absent();
  }

  private void upsert(Save save, Row parent, Map<String, @Nullable Object> address) {
    for (Row row : save.children(set, back, parent)) {
      if (Boolean.TRUE.equals(row.get("Primary"))) {
        save.update(row, address, true);
        return;
      }
    }
    address.put(back, parent.get("Id"));
    address.put("Primary", true);
    if (Ids.ZERO.equals(address.get("AddressTypeId"))) {
      address.put("AddressTypeId", Ids.ACTUAL_ADDRESS);
    }
    save.insert(save.table(set), address, true);
  }

  private static String full(Save save, Row parent) {
    return String.join(
        ", ",
        Stream.of(
                name(save, "Country", parent.text("CountryId")),
                name(save, "City", parent.text("CityId")),
                parent.text("Zip"),
                parent.text("Address"))
            .filter(part -> !part.isEmpty())
            .toList());
  }

  private static String name(Save save, String set, String id) {
    Row row = save.table(set).find(id);
    return row == null ? "" : row.text("Name");
  }
}
