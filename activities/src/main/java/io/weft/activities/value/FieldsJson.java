package io.weft.activities.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields as JSON that keeps every type exactly: {@code {"Name":["STRING","Acme"],"Web":[]}}. Stored
 * for years, so forms are only added.
 */
public final class FieldsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FieldsJson() {}

  /** The JSON text; {@link #read} gives back equal fields in the same order. */
  public static String write(Fields fields) {
    ObjectNode node = JSON.createObjectNode();
    fields.forEach((name, value) -> put(node.putArray(name), value));
    return node.toString();
  }

  private static void put(ArrayNode pair, Value value) {
    if (!value.isAbsent()) {
      pair.add(type(value).name()).add(value.text());
    }
  }

  private static Type type(Value value) {
    if (value instanceof Value.Decimal) {
      return Type.DECIMAL;
    } else if (value instanceof Value.Flag) {
      return Type.BOOLEAN;
    } else if (value instanceof Value.Day) {
      return Type.DATE;
    } else if (value instanceof Value.Moment) {
      return Type.INSTANT;
    } else if (value instanceof Value.Code) {
      return Type.CODE;
    }
    return value instanceof Value.Reference ? Type.REFERENCE : Type.STRING;
  }

  /** Reads what {@link #write} wrote; throws IllegalArgumentException for anything else. */
  public static Fields read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (!node.isObject()) {
        throw new IllegalArgumentException("stored fields are no JSON object");
      }
      Map<String, Value> values = new LinkedHashMap<>();
      node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
      return Fields.of(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("stored fields are no JSON", e);
    }
  }

  private static Value value(JsonNode pair) {
    if (!pair.isArray() || (!pair.isEmpty() && pair.size() != 2)) {
      throw new IllegalArgumentException("a stored value is no pair of type and text");
    }
    if (pair.isEmpty()) {
      return Values.ABSENT;
    }
    Type type = Type.valueOf(pair.get(0).asText());
    String text = pair.get(1).asText();
    return switch (type) {
      case STRING, EMAIL -> new Value.Text(text); // as it is: reading may not change a value
      case CODE -> new Value.Code(text);
      case DECIMAL, BOOLEAN, DATE, INSTANT, REFERENCE -> Values.parse(type, text);
    };
  }
}
