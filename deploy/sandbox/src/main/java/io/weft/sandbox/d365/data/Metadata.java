package io.weft.sandbox.d365.data;

import io.weft.sandbox.Column;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.EnumType;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.odata.Edmx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code $metadata} of what the tenant serves at this moment. */
final class Metadata {
  private Metadata() {}

  static String xml(Erp erp) {
    List<Edmx.EntityType> types = new ArrayList<>();
    served(erp).forEach(set -> types.add(type(erp, set)));
    Map<String, List<String>> enums = new LinkedHashMap<>();
    erp.schema().enums().forEach(found -> enums.put(found.name(), found.members()));
    return Edmx.write(EnumType.NAMESPACE, types, enums);
  }

  /** Returns the sets that are switched on. */
  static List<EntitySet> served(Erp erp) {
    return erp.schema().sets().stream()
        .filter(set -> erp.settings().on("served." + set.name()))
        .toList();
  }

  private static Edmx.EntityType type(Erp erp, EntitySet set) {
    List<Edmx.Property> properties = new ArrayList<>();
    for (Column column : erp.columns(set).values()) {
      Property property = set.get(column.name());
      boolean nullable = !set.key().contains(property);
      properties.add(
          new Edmx.Property(property.name(), property.edmType(), nullable, property.maxLength()));
    }
    List<String> key = set.key().stream().map(Property::name).toList();
    return new Edmx.EntityType(set.type(), set.name(), key, properties, navigations(erp, set));
  }

  private static List<Edmx.Navigation> navigations(Erp erp, EntitySet set) {
    return Expansion.of(erp, set).stream()
        .map(way -> new Edmx.Navigation(way.name(), way.target().type(), true))
        .toList();
  }
}
