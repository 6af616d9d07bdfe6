package io.weft.sandbox.creatio;

import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds made-up products with base unit, list price and stock. */
final class ProductRows {
  private static final List<String> KINDS =
      List.of("Ball valve", "Pump", "Gasket", "Filter", "Pressure gauge", "Flange", "Coupling");
  private static final List<String> CATEGORIES = List.of("Valves", "Pumps", "Spare parts");

  private final World world;
  private final OrderSettings settings;
  private final SalesPlan plan;
  private final SplittableRandom random;
  private final Instant stamp;

  ProductRows(
      World world, OrderSettings settings, SalesPlan plan, SplittableRandom random, Instant stamp) {
    this.world = world;
    this.settings = settings;
    this.plan = plan;
    this.random = random;
    this.stamp = stamp;
  }

  /** Adds a product, counted from 0, unless its code is taken. */
  void insert(Tx tx, int index) {
    String code = plan.code(index);
    BigDecimal price = BigDecimal.valueOf(random.nextLong(500, 50_000), 2);
    if (!table("Product").equal("Code", code).isEmpty()) {
      return;
    }
    UUID id = SalesIds.product(code);
    tx.insert(table("Product"), product(id, code, index, price));
    unit(tx, id, code);
    price(tx, id, code, price);
    stock(tx, id, code);
  }

  private Map<String, @Nullable Object> product(UUID id, String code, int index, BigDecimal price) {
    Map<String, @Nullable Object> row = CreatioSeed.row(id, stamp);
    row.put("Name", KINDS.get(index % KINDS.size()) + " " + code);
    row.put("Code", code);
    row.put("UnitId", SalesIds.unit("pcs"));
    row.put("CurrencyId", settings.baseCurrency());
    row.put("Price", price);
    row.put("TaxId", SalesIds.tax("No tax"));
    row.put("TypeId", SalesIds.named("ProductType", "Goods"));
    String category = CATEGORIES.get(index % CATEGORIES.size());
    row.put("CategoryId", SalesIds.named("ProductCategory", category));
    row.put("Active", true);
    row.put("OwnerId", Ids.SUPERVISOR);
    row.put("UsrD365ItemNumber", plan.itemNumbers() ? code : "");
    return row;
  }

  private void unit(Tx tx, UUID product, String code) {
    Map<String, @Nullable Object> row = child(product, "ProductUnit", code);
    row.put("UnitId", SalesIds.unit("pcs"));
    row.put("IsBase", true);
    row.put("NumberOfBaseUnits", BigDecimal.ONE);
    tx.insert(table("ProductUnit"), row);
  }

  private void price(Tx tx, UUID product, String code, BigDecimal price) {
    Map<String, @Nullable Object> row = child(product, "ProductPrice", code);
    row.put("PriceListId", SalesIds.named("Pricelist", "Base price"));
    row.put("CurrencyId", settings.baseCurrency());
    row.put("Price", price);
    tx.insert(table("ProductPrice"), row);
  }

  private void stock(Tx tx, UUID product, String code) {
    BigDecimal quantity = BigDecimal.valueOf(random.nextInt(20, 500));
    Map<String, @Nullable Object> row = child(product, "ProductStockBalance", code);
    row.put("WarehouseId", SalesIds.named("Warehouse", "Warehouse 11"));
    row.put("TotalQuantity", quantity);
    row.put("AvailableQuantity", quantity);
    tx.insert(table("ProductStockBalance"), row);
  }

  private Map<String, @Nullable Object> child(UUID product, String set, String code) {
    Map<String, @Nullable Object> row = CreatioSeed.row(SalesIds.named(set, code), stamp);
    row.put("ProductId", product);
    return row;
  }

  private Table table(String set) {
    return world.table(CreatioTenant.SYSTEM, set);
  }
}
