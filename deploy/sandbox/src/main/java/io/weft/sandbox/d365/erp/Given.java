package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Column;
import io.weft.sandbox.d365.schema.BadValue;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.d365.schema.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a request carries: known properties of the right type and length. */
final class Given {
  private final Erp erp;

  Given(Erp erp) {
    this.erp = erp;
  }

  /** Returns the values by property name; annotations are skipped. */
  Map<String, Object> read(EntitySet set, Map<String, ? extends @Nullable Object> body) {
    Map<String, Column> served = erp.columns(set);
    Map<String, Object> values = new LinkedHashMap<>();
    body.forEach(
        (name, json) -> {
          if (name.indexOf('@') < 0) {
            values.put(name, value(set, known(set, served, name), json));
          }
        });
    return values;
  }

  private static Property known(EntitySet set, Map<String, Column> served, String name) {
    if (!served.containsKey(name)) {
      throw Refusal.request(
          "The property '%s' does not exist on type 'Microsoft.Dynamics.DataEntities.%s'. Make"
                  .formatted(name, set.type())
              + " sure to only use property names that are defined by the type.");
    }
    return set.get(name);
  }

  private Object value(EntitySet set, Property property, @Nullable Object json) {
    Object value;
    try {
      value = Values.fromJson(property, json);
    } catch (BadValue e) {
      throw Refusal.request(String.valueOf(e.getMessage()));
    }
    boolean tooLong =
        value instanceof String text
            && property.maxLength() > 0
            && text.length() > property.maxLength();
    return tooLong ? shortened(set, property, value.toString()) : value;
  }

  private Object shortened(EntitySet set, Property property, String text) {
    if (erp.settings().text("longValues").equals("truncate")) {
      return text.substring(0, property.maxLength());
    }
    throw Refusal.write(
        set,
        List.of(
            "The value in field '%s' has %d characters; at most %d are allowed."
                .formatted(property.label(), text.length(), property.maxLength()),
            "validateField failed on field '%s.%s'.".formatted(set.entity(), property.name())));
  }
}
