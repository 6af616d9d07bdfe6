package io.weft.sandbox.d365.erp;

import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keys as tables file rows: the parts joined by a bar, in lower case, empty ones left blank. */
public final class Keys {
  private Keys() {}

  /** Returns the key that these values make. */
  public static String of(EntitySet set, Map<String, Object> values) {
    List<String> parts = new ArrayList<>();
    for (Property part : set.key()) {
      Object value = values.getOrDefault(part.name(), part.absent());
      parts.add(value.equals(part.absent()) ? "" : value.toString());
    }
    return String.join("|", parts).toLowerCase(Locale.ROOT);
  }

  /** Returns the key of these parts. */
  public static String of(String first, String second, String third) {
    return (first + "|" + second + "|" + third).toLowerCase(Locale.ROOT);
  }

  /** Returns the key of a code in a company. */
  public static String of(String company, String code) {
    return (company + "|" + code).toLowerCase(Locale.ROOT);
  }
}
