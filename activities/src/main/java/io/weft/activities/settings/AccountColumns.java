package io.weft.activities.settings;

import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.mapping.Slot;
import io.weft.activities.value.Type;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What rules about accounts may look at: the columns that a pass reads, by name. */
record AccountColumns(Mapping mapping, Map<String, Type> account, Map<String, Type> customer) {
  /** Those of the mapping in force; of the shipped one where accounts are off. */
  static AccountColumns of(ObjectMappings mappings, String customColumns) {
    Mappings active = mappings.all().get(SyncObjectName.ACCOUNT_CUSTOMER);
    Mapping mapping =
        active != null
            ? active.everywhere()
            : Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, customColumns);
    return new AccountColumns(mapping, types(mapping, Side.CREATIO), types(mapping, Side.D365));
  }

  private static Map<String, Type> types(Mapping mapping, Side side) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (Slot slot : mapping.slots(side)) {
      types.put(slot.name(), slot.type());
    }
    return Collections.unmodifiableMap(types);
  }
}
