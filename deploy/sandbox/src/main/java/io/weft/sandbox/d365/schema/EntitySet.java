package io.weft.sandbox.d365.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity set: what a client sees of it, and what the ERP calls it behind.
 *
 * @param name as in URLs, such as {@code CustomersV3}
 * @param type as in {@code $metadata}, such as {@code CustomerV3}
 * @param entity the AOT name that error texts use, such as {@code CustCustomerV3Entity}
 * @param label the table's label in Infolog texts
 * @param table the leading table
 * @param indexed the properties that are often looked for
 * @param rows the name of the table that holds the rows; sets over the same records share one
 */
public record EntitySet(
    String name,
    String type,
    String entity,
    String label,
    String table,
    List<Property> key,
    List<Property> properties,
    List<String> indexed,
    String rows,
    Map<String, Property> byName,
    Map<String, Property> byVirtualName) {
  /** The property that ties a row to a company. */
  public static final String COMPANY = "dataAreaId";

  static EntitySet of(
      String name,
      String type,
      String entity,
      String label,
      String table,
      List<String> key,
      List<Property> properties,
      List<String> indexed,
      String rows) {
    Map<String, Property> byName = new LinkedHashMap<>();
    Map<String, Property> byVirtualName = new LinkedHashMap<>();
    for (Property property : properties) {
      byName.put(property.name(), property);
      byVirtualName.put(property.virtualName(), property);
    }
    List<Property> keys = new ArrayList<>();
    for (String part : key) {
      keys.add(required(byName, name, part));
    }
    return new EntitySet(
        name,
        type,
        entity,
        label,
        table,
        keys,
        List.copyOf(properties),
        List.copyOf(indexed),
        rows,
        byName,
        byVirtualName);
  }

  /** Returns the property of this exact name, if there is one. */
  public Optional<Property> find(String property) {
    return Optional.ofNullable(byName.get(property));
  }

  /**
   * Returns a property that this set surely has.
   *
   * @throws IllegalArgumentException if it has not: a mistake of the sandbox
   */
  public Property get(String property) {
    return required(byName, name, property);
  }

  /** Returns whether rows belong to a company. */
  public boolean perCompany() {
    return byName.containsKey(COMPANY);
  }

  /** Returns the virtual table's logical name, such as {@code mserp_custcustomerv3entity}. */
  public String logicalName() {
    return "mserp_" + entity.toLowerCase(Locale.ROOT);
  }

  /** Returns the name of the virtual table's GUID column. */
  public String virtualKey() {
    return logicalName() + "id";
  }

  /** Returns the virtual table's set name: the plural that Dataverse makes. */
  public String virtualSet() {
    String logical = logicalName();
    return logical.endsWith("y") ? logical.substring(0, logical.length() - 1) + "ies" : logical;
  }

  private static Property required(Map<String, Property> byName, String set, String property) {
    @Nullable Property found = byName.get(property);
    if (found == null) {
      throw new IllegalArgumentException(set + " has no property '" + property + "'");
    }
    return found;
  }
}
