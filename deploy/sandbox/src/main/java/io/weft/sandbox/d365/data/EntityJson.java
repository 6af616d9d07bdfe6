package io.weft.sandbox.d365.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as F&amp;O does: nothing is null, decimals are numbers, enums are symbols. */
final class EntityJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final EntitySet set;
  private final List<Property> shown;
  private final String address;
  private final boolean full;

  /** Takes what to show, the address of {@code /data}, and whether links are wanted. */
  EntityJson(EntitySet set, List<Property> shown, String address, boolean full) {
    this.set = set;
    this.shown = shown;
    this.address = address;
    this.full = full;
  }

  /** Returns one row with its context. */
  byte[] single(Row row, String context) {
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", context);
          fields(json, row);
          json.writeEndObject();
        });
  }

  /** Returns a page of rows; the total is left out where it is negative. */
  byte[] page(List<Row> rows, String context, int total, @Nullable String next) {
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", context);
          if (total >= 0) {
            json.writeNumberField("@odata.count", total);
          }
          json.writeArrayFieldStart("value");
          for (Row row : rows) {
            json.writeStartObject();
            fields(json, row);
            json.writeEndObject();
          }
          json.writeEndArray();
          if (next != null) {
            json.writeStringField("@odata.nextLink", next);
          }
          json.writeEndObject();
        });
  }

  private void fields(JsonGenerator json, Row row) throws IOException {
    json.writeStringField("@odata.etag", Hidden.etag(row));
    if (full) {
      String link = address + Links.entity(set, row);
      json.writeStringField("@odata.type", "#Microsoft.Dynamics.DataEntities." + set.type());
      json.writeStringField("@odata.id", link);
      json.writeStringField("@odata.editLink", link);
    }
    for (Property property : shown) {
      json.writeFieldName(property.name());
      value(json, row.get(property.name()));
    }
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Instant moment) {
      json.writeString(moment.toString());
    } else {
      json.writeString(value == null ? "" : value.toString());
    }
  }

  /** Something that writes JSON. */
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
