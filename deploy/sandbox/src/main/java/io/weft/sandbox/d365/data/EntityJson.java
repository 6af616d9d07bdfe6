package io.weft.sandbox.d365.data;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as F&amp;O does: nothing is null, decimals are numbers, enums are symbols. By hand,
 * because a customer has three hundred fields of which most are empty.
 */
final class EntityJson {
  private final EntitySet set;
  private final List<Property> shown;
  private final String address;
  private final boolean full;
  private final StringBuilder json;
  private @Nullable String inner;
  private @Nullable EntityJson innerJson;
  private Function<Row, List<Row>> behind = row -> List.of();

  /** Takes what to show, the address of {@code /data/}, and whether links are wanted. */
  EntityJson(EntitySet set, List<Property> shown, String address, boolean full) {
    this.set = set;
    this.shown = shown;
    this.address = address;
    this.full = full;
    this.json = new StringBuilder(16_384);
  }

  /** Shows with each row the rows behind it. */
  EntityJson with(String name, EntityJson rows, Function<Row, List<Row>> of) {
    inner = name;
    innerJson = rows;
    behind = of;
    return this;
  }

  /** Returns one row with its context. */
  byte[] single(Row row, String context) {
    json.append('{');
    field("@odata.context", context).append(',');
    fields(row);
    return bytes();
  }

  /** Returns a page of rows; the total is left out where it is negative. */
  byte[] page(List<Row> rows, String context, int total, @Nullable String next) {
    json.append('{');
    field("@odata.context", context);
    if (total >= 0) {
      json.append(",\"@odata.count\":").append(total);
    }
    json.append(",\"value\":[");
    String between = "{";
    for (Row row : rows) {
      json.append(between);
      fields(row);
      json.append('}');
      between = ",{";
    }
    json.append(']');
    if (next != null) {
      json.append(',');
      field("@odata.nextLink", next);
    }
    return bytes();
  }

  private byte[] bytes() {
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void fields(Row row) {
    field("@odata.etag", Hidden.etag(row));
    if (full) {
      String link = address + Links.entity(set, row);
      json.append(',');
      field("@odata.type", "#Microsoft.Dynamics.DataEntities." + set.type()).append(',');
      field("@odata.id", link).append(',');
      field("@odata.editLink", link);
    }
    Map<String, Object> own = row.own();
    for (Property property : shown) {
      Object value = own.get(property.name());
      json.append(',');
      if (value == null) {
        json.append(property.jsonAbsent());
      } else {
        json.append(property.jsonName());
        value(value);
      }
    }
    if (innerJson != null) {
      json.append(",\"").append(inner).append("\":").append(innerJson.array(behind.apply(row)));
    }
  }

  private StringBuilder array(List<Row> rows) {
    json.setLength(0);
    String between = "[{";
    for (Row row : rows) {
      json.append(between);
      fields(row);
      json.append('}');
      between = ",{";
    }
    return json.append(rows.isEmpty() ? "[]" : "]");
  }

  private void value(Object value) {
    if (value instanceof BigDecimal number) {
      json.append(number.toPlainString());
    } else if (value instanceof Long) {
      json.append(value);
    } else {
      text(value.toString());
    }
  }

  private StringBuilder field(String name, String value) {
    json.append('"').append(name).append("\":");
    return text(value);
  }

  private StringBuilder text(String text) {
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    return json.append('"');
  }
}
