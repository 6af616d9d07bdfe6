package io.weft.sandbox.odata;

import java.util.List;
import java.util.Map;

/** Writes {@code $metadata}: EDMX 4.0 in XML. */
public final class Edmx {
  /** A column. A length of 0 means none is stated. */
  public record Property(String name, String type, boolean nullable, int maxLength) {}

  /** A way to a related row, or to many. */
  public record Navigation(String name, String target, boolean many) {}

  /** A kind of row and the set that holds it. */
  public record EntityType(
      String name,
      String set,
      List<String> key,
      List<Property> properties,
      List<Navigation> navigations) {}

  private final StringBuilder xml = new StringBuilder(100_000);
  private final String namespace;

  private Edmx(String namespace) {
    this.namespace = namespace;
  }

  /** Returns the document for some types; enums by name with their members in order. */
  public static String write(
      String namespace, List<EntityType> types, Map<String, List<String>> enums) {
    Edmx edmx = new Edmx(namespace);
    edmx.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    edmx.line(
        "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">");
    edmx.line("<edmx:DataServices>");
    edmx.line(
        "<Schema Namespace=\"%s\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">", namespace);
    enums.forEach(edmx::enumType);
    types.forEach(edmx::type);
    edmx.container(types);
    edmx.line("</Schema>");
    edmx.line("</edmx:DataServices>");
    edmx.line("</edmx:Edmx>");
    return edmx.xml.toString();
  }

  private void enumType(String name, List<String> members) {
    line("<EnumType Name=\"%s\">", name);
    for (int i = 0; i < members.size(); i++) {
      line("<Member Name=\"%s\" Value=\"%d\"/>", members.get(i), i);
    }
    line("</EnumType>");
  }

  private void type(EntityType type) {
    line("<EntityType Name=\"%s\">", type.name());
    line("<Key>");
    type.key().forEach(name -> line("<PropertyRef Name=\"%s\"/>", name));
    line("</Key>");
    type.properties().forEach(this::property);
    type.navigations().forEach(this::navigation);
    line("</EntityType>");
  }

  private void property(Property property) {
    String nullable = property.nullable() ? "" : " Nullable=\"false\"";
    String length = property.maxLength() > 0 ? " MaxLength=\"" + property.maxLength() + "\"" : "";
    line(
        "<Property Name=\"%s\" Type=\"%s\"%s%s/>",
        property.name(), property.type(), nullable, length);
  }

  private void navigation(Navigation navigation) {
    String target = namespace + "." + navigation.target();
    String type = navigation.many() ? "Collection(" + target + ")" : target;
    line("<NavigationProperty Name=\"%s\" Type=\"%s\"/>", navigation.name(), type);
  }

  private void container(List<EntityType> types) {
    line("<EntityContainer Name=\"Container\">");
    for (EntityType type : types) {
      line("<EntitySet Name=\"%s\" EntityType=\"%s.%s\"/>", type.set(), namespace, type.name());
    }
    line("</EntityContainer>");
  }

  private void line(String format, Object... values) {
    xml.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
  }
}
