package io.weft.activities.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that rules about orders may use.
 *
 * @param dimensionColumns the order's own column for a financial dimension
 * @param markFields fields of the sales order's header that a rule may mark
 */
record OrderNames(Map<String, String> dimensionColumns, List<String> markFields) {
  private static final List<String> HEADER =
      List.of("SalesOrderOriginCode", "SalesOrderPoolId", "SalesOrderName", "DeliveryTermsCode");

  /** Those of an installation whose custom columns have this prefix. */
  static OrderNames of(String prefix, List<String> mapped) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("BusinessUnit", prefix + "BusinessUnit");
    columns.put("Department", prefix + "Department");
    columns.put("CostCenter", prefix + "CostCentre");
    columns.put("CostCentre", prefix + "CostCentre");
    columns.put("Project", prefix + "Project");
    Set<String> fields = new LinkedHashSet<>(HEADER);
    fields.addAll(mapped);
    return new OrderNames(columns, new ArrayList<>(fields));
  }
}
