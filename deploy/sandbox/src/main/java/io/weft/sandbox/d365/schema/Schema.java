package io.weft.sandbox.d365.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All entity sets that the tenant serves, in the order of the resource they are read from. */
public final class Schema {
  private static final String RESOURCE = "/d365/entities.json";

  private final Map<String, EnumType> enums = new LinkedHashMap<>();
  private final Map<String, EntitySet> sets = new LinkedHashMap<>();

  private Schema(JsonNode document) {
    document.get("enums").properties().forEach(e -> enums.put(e.getKey(), enumOf(e)));
    for (JsonNode set : document.get("sets")) {
      sets.put(set.get("set").textValue(), setOf(set));
    }
  }

  /** Reads the schema that ships with the sandbox. */
  public static Schema load() {
    try (InputStream in = Schema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new Schema(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /** Returns the set of this exact name; names are case-sensitive. */
  public Optional<EntitySet> find(String name) {
    return Optional.ofNullable(sets.get(name));
  }

  /**
   * Returns a set that is surely served.
   *
   * @throws IllegalArgumentException if it is not: a mistake of the sandbox
   */
  public EntitySet get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no entity set " + name));
  }

  /** Returns all sets. */
  public List<EntitySet> sets() {
    return List.copyOf(sets.values());
  }

  /** Returns all enums that the sets use. */
  public List<EnumType> enums() {
    return List.copyOf(enums.values());
  }

  private static EnumType enumOf(Map.Entry<String, JsonNode> entry) {
    List<String> members = new ArrayList<>();
    entry.getValue().forEach(member -> members.add(member.textValue()));
    return new EnumType(entry.getKey(), members);
  }

  private EntitySet setOf(JsonNode node) {
    List<Property> properties = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.get("fields").properties()) {
      properties.add(propertyOf(field.getKey(), field.getValue().textValue()));
    }
    String name = node.get("set").textValue();
    return EntitySet.of(
        name,
        node.get("type").textValue(),
        node.get("entity").textValue(),
        node.get("label").textValue(),
        node.get("table").textValue(),
        texts(node.path("key")),
        properties,
        texts(node.path("index")),
        node.path("rows").asText(name));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  /** The resource's short forms: s20, d, i, l, t (day), u (moment), "e NoYes". */
  private Property propertyOf(String name, String form) {
    return switch (form.charAt(0)) {
      case 's' -> new Property(name, Kind.STRING, null, Integer.parseInt(form.substring(1)));
      case 'd' -> new Property(name, Kind.DECIMAL, null, 0);
      case 'i' -> new Property(name, Kind.INT32, null, 0);
      case 'l' -> new Property(name, Kind.INT64, null, 0);
      case 't' -> new Property(name, Kind.DAY, null, 0);
      case 'u' -> new Property(name, Kind.INSTANT, null, 0);
      case 'e' -> new Property(name, Kind.ENUM, enums.get(form.substring(2)), 0);
      default -> throw new IllegalStateException(name + " has an unknown form: " + form);
    };
  }
}
