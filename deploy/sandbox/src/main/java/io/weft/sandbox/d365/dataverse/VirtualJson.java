package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.EnumType;
import io.weft.sandbox.d365.schema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as Dataverse shows them: lower-case names, option set numbers, null for no date. */
public final class VirtualJson {
  private static final int FIRST_OPTION = 200_000_000;
  private static final int PRIMARY_FIELD_LENGTH = 255;

  private VirtualJson() {}

  /** Returns the properties that a choice of columns means; all where none is chosen. */
  static List<Property> chosen(EntitySet set, List<String> select) {
    return select.isEmpty()
        ? set.properties()
        : set.properties().stream()
            .filter(property -> select.contains(property.virtualName()))
            .toList();
  }

  /** Returns a row's chosen columns. */
  static Map<String, @Nullable Object> row(
      EntitySet set, Row row, long version, List<String> select, List<Property> chosen) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("@odata.etag", "W/\"" + version + "\"");
    Map<String, Object> own = row.own();
    for (Property property : chosen) {
      Object value = own.get(property.name());
      json.put(property.virtualName(), value(property, value == null ? property.absent() : value));
    }
    if (select.isEmpty() || select.contains("mserp_primaryfield")) {
      json.put("mserp_primaryfield", primary(set, row));
    }
    json.put(set.virtualKey(), VirtualId.of(set, Hidden.recId(row)).toString());
    return json;
  }

  /** Returns a value as Dataverse stores it. */
  public static @Nullable Object value(Property property, @Nullable Object value) {
    EnumType type = property.enumType();
    if (type != null) {
      return FIRST_OPTION + Math.max(0, type.members().indexOf(String.valueOf(value)));
    }
    return switch (property.kind()) {
      case DAY, INSTANT -> property.absent().equals(value) ? null : value;
      default -> value;
    };
  }

  private static String primary(EntitySet set, Row row) {
    String all =
        set.key().stream().map(part -> row.text(part.name())).collect(Collectors.joining("|"));
    return all.substring(0, Math.min(PRIMARY_FIELD_LENGTH, all.length()));
  }
}
