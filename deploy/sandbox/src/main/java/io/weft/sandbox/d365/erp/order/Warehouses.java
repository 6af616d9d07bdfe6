package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.Map;

/** Which site a warehouse belongs to, and whether goods may be sold from it. */
final class Warehouses {
  private final Erp erp;

  Warehouses(Erp erp) {
    this.erp = erp;
  }

  /**
   * Fills in the site of the warehouse where it is not there.
   *
   * @throws Refusal if the warehouse is for no sales, or belongs to another site
   */
  void complete(
      EntitySet set, String company, Map<String, Object> values, String site, String warehouse) {
    Row row = erp.table("Warehouses").find(Keys.of(company, Text.of(values, warehouse)));
    if (row == null) {
      return;
    }
    if (!row.text("WarehouseType").equals("Standard")) {
      throw Refusal.field(
          set,
          warehouse,
          "Warehouse '%s' is of type '%s' and cannot be used for sales."
              .formatted(row.text("WarehouseId"), row.text("WarehouseType")));
    }
    String its = row.text("OperationalSiteId");
    if (Text.of(values, site).isEmpty()) {
      values.put(site, its);
    }
    if (!Text.of(values, site).equalsIgnoreCase(its)) {
      throw Refusal.field(
          set,
          warehouse,
          "Warehouse '%s' does not belong to site '%s'."
              .formatted(row.text("WarehouseId"), values.get(site)));
    }
  }
}
