package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters on virtual tables: names are those of Dataverse, enums are numbers. */
record VirtualDialect(EntitySet set) implements Dialect {

  @Override
  public @Nullable Object value(Row row, List<String> path) {
    Property property = property(path);
    return VirtualJson.value(property, row.get(property.name()));
  }

  @Override
  public @Nullable String column(List<String> path) {
    return property(path).name();
  }

  private Property property(List<String> path) {
    Property property = set.byVirtualName().get(String.join("/", path));
    if (property == null) {
      throw new BadQuery(
          "Could not find a property named '%s' on type 'Microsoft.Dynamics.CRM.%s'."
              .formatted(String.join("/", path), set.logicalName()));
    }
    return property;
  }
}
