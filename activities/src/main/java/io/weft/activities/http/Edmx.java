package io.weft.activities.http;

import io.weft.activities.http.Metadata.Column;
import io.weft.activities.http.Metadata.EntitySet;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads an EDMX 4.0 document, as a stream: the ERP's is some thirty megabytes long. */
final class Edmx {
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Map<String, String> sets = new LinkedHashMap<>();
  private @Nullable Type open;
  private String namespace = "";

  private Edmx() {}

  static Metadata parse(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Edmx edmx = new Edmx();
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        edmx.element(reader);
      }
    }
    return edmx.metadata();
  }

  private void element(XMLStreamReader reader) {
    switch (reader.getLocalName()) {
      case "Schema" -> namespace = attribute(reader, "Namespace");
      case "EntityType" -> begin(reader);
      case "ComplexType", "EnumType", "Action", "Function" -> open = null;
      case "PropertyRef" -> ifOpen(type -> type.key.add(attribute(reader, "Name")));
      case "Property" -> ifOpen(type -> type.add(column(reader)));
      case "NavigationProperty" -> ifOpen(type -> type.navigations.add(attribute(reader, "Name")));
      case "EntitySet" -> sets.put(attribute(reader, "Name"), attribute(reader, "EntityType"));
      default -> {}
    }
  }

  private void begin(XMLStreamReader reader) {
    String base = attribute(reader, "BaseType");
    open = new Type(base.isEmpty() ? null : base);
    types.put(namespace + "." + attribute(reader, "Name"), open);
  }

  private void ifOpen(java.util.function.Consumer<Type> action) {
    if (open != null) {
      action.accept(open);
    }
  }

  private static Column column(XMLStreamReader reader) {
    String length = attribute(reader, "MaxLength");
    Integer max = length.matches("\\d{1,9}") ? Integer.valueOf(length) : null;
    return new Column(attribute(reader, "Name"), attribute(reader, "Type").intern(), max);
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private Metadata metadata() {
    Map<String, EntitySet> found = new LinkedHashMap<>();
    sets.forEach((set, type) -> found.put(set, entitySet(set, types.get(type))));
    return new Metadata(found);
  }

  private EntitySet entitySet(String set, @Nullable Type type) {
    List<String> key = new ArrayList<>();
    Map<String, Column> columns = new LinkedHashMap<>();
    Set<String> navigations = new LinkedHashSet<>();
    for (Type part = type; part != null; part = part.base == null ? null : types.get(part.base)) {
      key.addAll(0, part.key);
      part.columns.forEach(columns::putIfAbsent);
      navigations.addAll(part.navigations);
    }
    return new EntitySet(set, key, columns, navigations);
  }

  private static final class Type {
    private final @Nullable String base;
    private final List<String> key = new ArrayList<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<String> navigations = new LinkedHashSet<>();

    Type(@Nullable String base) {
      this.base = base;
    }

    void add(Column column) {
      columns.put(column.name(), column);
    }
  }
}
