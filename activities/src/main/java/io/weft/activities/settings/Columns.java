package io.weft.activities.settings;

import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.mapping.Slot;
import io.weft.activities.value.Type;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules about contacts and orders may look at: the columns that a pass reads by the mapping,
 * and those that it reads for the rules alone.
 */
final class Columns {
  private static final Map<String, Type> CONTACT = contact();
  private static final Map<String, Type> ORDER = order();

  /** Custom columns, without the installation's prefix. */
  private static final List<String> ORDER_CUSTOM =
      List.of("BusinessUnit", "Department", "CostCentre", "Project", "Warehouse", "DeliveryMode");

  private Columns() {}

  private static Map<String, Type> contact() {
    Map<String, Type> types = new LinkedHashMap<>();
    List.of("Type", "Account", "Owner", "Job", "DecisionRole", "Department", "Country")
        .forEach(name -> types.put(name, Type.REFERENCE));
    List.of("Name", "Surname", "GivenName", "JobTitle", "Phone")
        .forEach(name -> types.put(name, Type.STRING));
    types.put("Email", Type.EMAIL);
    return types;
  }

  private static Map<String, Type> order() {
    Map<String, Type> types = new LinkedHashMap<>();
    List.of("SourceOrder", "DeliveryType", "PaymentType", "Status", "Account", "Contact", "Owner")
        .forEach(name -> types.put(name, Type.REFERENCE));
    List.of("Currency", "Opportunity").forEach(name -> types.put(name, Type.REFERENCE));
    types.put("Number", Type.STRING);
    types.put("Amount", Type.DECIMAL);
    types.put("PrimaryAmount", Type.DECIMAL);
    types.put(OrderSettings.DELIVERY_COUNTRY, Type.CODE);
    types.put(OrderSettings.PRODUCT_CATEGORY, Type.STRING);
    types.put(OrderSettings.ITEM_NUMBER, Type.STRING);
    return types;
  }

  static Map<String, Type> contacts(ObjectMappings mappings, String prefix) {
    return of(mappings, SyncObjectName.CONTACT, prefix, CONTACT, List.of());
  }

  static Map<String, Type> orders(ObjectMappings mappings, String prefix) {
    return of(mappings, SyncObjectName.ORDER_SALES_ORDER, prefix, ORDER, ORDER_CUSTOM);
  }

  /** The fields of an object's D365 side that the mapping in force names. */
  static List<String> d365(ObjectMappings mappings, SyncObjectName object, String prefix) {
    return mapping(mappings, object, prefix)
        .map(mapping -> mapping.slots(Side.D365).stream().map(Slot::name).toList())
        .orElse(List.of());
  }

  private static Map<String, Type> of(
      ObjectMappings mappings,
      SyncObjectName object,
      String prefix,
      Map<String, Type> always,
      List<String> custom) {
    Map<String, Type> types = new LinkedHashMap<>();
    mapping(mappings, object, prefix)
        .ifPresent(m -> m.slots(Side.CREATIO).forEach(s -> types.put(s.name(), s.type())));
    always.forEach(types::putIfAbsent);
    custom.forEach(name -> types.putIfAbsent(prefix + name, Type.STRING));
    return Collections.unmodifiableMap(types);
  }

  /** The mapping in force; the shipped one where the object is off. */
  private static Optional<Mapping> mapping(
      ObjectMappings mappings, SyncObjectName object, String prefix) {
    Mappings active = mappings.all().get(object);
    if (active != null) {
      return Optional.of(active.everywhere());
    }
    return Mappings.ships(object)
        ? Optional.of(Mappings.shipped(object, prefix))
        : Optional.empty();
  }
}
