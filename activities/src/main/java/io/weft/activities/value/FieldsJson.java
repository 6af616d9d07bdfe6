package io.weft.activities.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields as JSON that keeps every type: {@code {"Name":{"text":"Acme"},"Limit":{"decimal":"10"}}}.
 * An absent value is {@code null}.
 */
public final class FieldsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FieldsJson() {}

  /** The JSON text; {@link #read} takes it back to equal fields in the same order. */
  public static String write(Fields fields) {
    ObjectNode object = JSON.createObjectNode();
    fields.forEach(
        (name, value) -> {
          if (value.isAbsent()) {
            object.putNull(name);
          } else {
            object.putObject(name).put(type(value), value.text());
          }
        });
    return object.toString();
  }

  /** The fields again; throws IllegalArgumentException if the text was not written here. */
  public static Fields read(String json) {
    try {
      Map<String, Value> values = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : JSON.readTree(json).properties()) {
        values.put(field.getKey(), value(field.getValue()));
      }
      return Fields.of(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("stored fields are no JSON", e);
    }
  }

  private static String type(Value value) {
    if (value instanceof Value.Text) {
      return "text";
    } else if (value instanceof Value.Decimal) {
      return "decimal";
    } else if (value instanceof Value.Flag) {
      return "flag";
    } else if (value instanceof Value.Day) {
      return "day";
    } else if (value instanceof Value.Moment) {
      return "moment";
    }
    return value instanceof Value.Code ? "code" : "reference";
  }

  private static Value value(JsonNode node) {
    if (node.isNull()) {
      return Values.ABSENT;
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    String text = only.getValue().textValue();
    return switch (only.getKey()) {
      case "text" -> new Value.Text(text);
      case "decimal" -> new Value.Decimal(new BigDecimal(text));
      case "flag" -> new Value.Flag(Boolean.parseBoolean(text));
      case "day" -> new Value.Day(LocalDate.parse(text));
      case "moment" -> new Value.Moment(Instant.parse(text));
      case "code" -> new Value.Code(text);
      case "reference" -> new Value.Reference(text);
      default -> throw new IllegalArgumentException("unknown value type '" + only.getKey() + "'");
    };
  }
}
