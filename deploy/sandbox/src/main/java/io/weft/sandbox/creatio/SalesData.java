package io.weft.sandbox.creatio;

import io.weft.sandbox.Tx;
import io.weft.sandbox.World;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a site with orders, a catalogue and activities holds on its first day. */
final class SalesData {
  private static final List<String> UNITS =
      List.of("pieces|pcs", "box|box", "kilogram|kg", "metre|m", "hour|hour");
  private static final List<String> TAXES = List.of("No tax|0", "19%|19", "20%|20");

  private final World world;

  SalesData(World world) {
    this.world = world;
  }

  void create(Tx tx) {
    statuses(tx);
    UNITS.forEach(line -> unit(tx, line.split("\\|")));
    TAXES.forEach(line -> tax(tx, line.split("\\|")));
    lookups(tx, "OrderPaymentStatus", SalesIds.paymentStatuses());
    lookups(tx, "OrderDeliveryStatus", SalesIds.deliveryStatuses());
    lookups(tx, "DeliveryType", SalesIds.deliveryTypes());
    lookups(tx, "PaymentType", SalesIds.paymentTypes());
    lookups(tx, "ActivityType", SalesIds.activityTypes());
    lookups(tx, "ActivityCategory", SalesIds.activityCategories());
    lookups(tx, "ActivityStatus", SalesIds.activityStatuses());
    own(tx);
  }

  /** Rows that every site names for itself. */
  private void own(Tx tx) {
    insert(tx, "ActivityPriority", SalesIds.MEDIUM, Map.of("Name", "Medium"));
    named(tx, "ActivityPriority", "High", "Low");
    named(tx, "ActivityResult", "Completed", "Canceled");
    named(tx, "SourceOrder", "Sales", "Web shop", "Marketplace");
    named(tx, "Pricelist", "Base price");
    named(tx, "Warehouse", "Warehouse 11", "Warehouse 12", "Warehouse 13");
    named(tx, "ProductCategory", "Valves", "Pumps", "Spare parts", "Services");
    named(tx, "ProductType", "Goods", "Service");
    named(tx, "SupplyPaymentType", "Delivery", "Payment");
    named(tx, "SupplyPaymentState", "Not finished", "Finished");
  }

  private void statuses(Tx tx) {
    status(tx, 1, "Draft", SalesIds.DRAFT, false);
    status(tx, 2, "Confirmation", SalesIds.CONFIRMATION, false);
    status(tx, 3, "In progress", SalesIds.IN_PROGRESS, false);
    status(tx, 4, "Partially paid", SalesIds.PARTIALLY_PAID, false);
    status(tx, 5, "Completed", SalesIds.COMPLETED, true);
    status(tx, 6, "Canceled", SalesIds.CANCELED, true);
  }

  private void status(Tx tx, int position, String name, UUID id, boolean last) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Name", name);
    values.put("Position", position);
    values.put("FinalStatus", last);
    insert(tx, "OrderStatus", id, values);
  }

  private void unit(Tx tx, String[] parts) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Name", parts[0]);
    values.put("ShortName", parts[1]);
    insert(tx, "Unit", SalesIds.unit(parts[1]), values);
  }

  private void tax(Tx tx, String[] parts) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Name", parts[0]);
    values.put("Percent", new BigDecimal(parts[1]));
    insert(tx, "Tax", SalesIds.tax(parts[0]), values);
  }

  private void lookups(Tx tx, String set, Map<String, UUID> rows) {
    rows.forEach((name, id) -> insert(tx, set, id, Map.of("Name", name)));
  }

  private void named(Tx tx, String set, String... names) {
    for (String name : names) {
      insert(tx, set, SalesIds.named(set, name), Map.of("Name", name));
    }
  }

  private void insert(Tx tx, String set, UUID id, Map<String, Object> values) {
    Map<String, @Nullable Object> row = Users.stamped(id, tx);
    row.putAll(values);
    tx.insert(world.table(CreatioTenant.SYSTEM, set), row);
  }
}
