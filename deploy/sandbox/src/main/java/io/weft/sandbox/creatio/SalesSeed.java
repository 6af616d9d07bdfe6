package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.World;
import io.weft.sandbox.seed.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes persons, products and draft orders for the customers that are there, as an import would: no
 * event is raised, and the journal shows them as seeded. Products that are there stay as they are.
 */
final class SalesSeed {
  private static final int CHUNK = 500;

  private final World world;
  private final OrderSettings settings;
  private final SalesPlan plan;
  private final SplittableRandom random;
  private final Instant stamp;

  SalesSeed(World world, OrderSettings settings, SalesPlan plan) {
    this.world = world;
    this.settings = settings;
    this.plan = plan;
    this.random = new SplittableRandom(plan.seed());
    this.stamp = world.stamp(CreatioTenant.SYSTEM);
  }

  /**
   * Makes them all up and returns how many there are now.
   *
   * @throws IllegalArgumentException if there are no customers, or no products, to make them for
   */
  Map<String, Integer> run() {
    List<Row> customers = customers();
    if (customers.isEmpty() && plan.contacts() + plan.orders() > 0) {
      throw new IllegalArgumentException("there are no customers: seed accounts first");
    }
    chunks(plan.contacts(), (tx, i) -> person(tx, customers.get(i % customers.size()), i));
    ProductRows products = new ProductRows(world, settings, plan, random, stamp);
    chunks(plan.products(), products::insert);
    if (plan.orders() > 0) {
      orders(customers);
    }
    return counts("Account", "Contact", "Product", "Order", "OrderProduct");
  }

  private void orders(List<Row> customers) {
    List<Row> products = rows("Product");
    if (products.isEmpty() && plan.lines() > 0) {
      throw new IllegalArgumentException("there are no products: ask for some");
    }
    OrderRows rows = new OrderRows(world, settings, products, random, stamp);
    chunks(
        plan.orders(),
        (tx, i) -> rows.insert(tx, customers.get(i % customers.size()), plan.lines()));
  }

  private void person(Tx tx, Row customer, int index) {
    String name = People.name(random);
    Map<String, @Nullable Object> row = CreatioSeed.row(world.newId(), stamp);
    row.put("Name", name);
    row.put("AccountId", customer.get("Id"));
    row.put("OwnerId", customer.get("OwnerId"));
    row.put("Email", mail(name, row.get("Id"), customer));
    row.put("Phone", customer.text("Phone"));
    new PersonRows(world).insert(tx, row, index);
  }

  // Names repeat; the beginning of the id keeps the mail addresses apart.
  private static String mail(String name, @Nullable Object id, Row customer) {
    String web = customer.text("Web");
    String host = web.startsWith("www.") ? web.substring("www.".length()) : "customer.example";
    return name.toLowerCase(Locale.ROOT).replace(' ', '.')
        + "."
        + String.valueOf(id).substring(0, 4)
        + "@"
        + host;
  }

  private interface Step {
    void make(Tx tx, int index);
  }

  private void chunks(int count, Step step) {
    for (int from = 0; from < count; from += CHUNK) {
      int first = from;
      int last = Math.min(from + CHUNK, count);
      world.write(
          CreatioTenant.SYSTEM,
          new Who(Who.SEED, null),
          stamp,
          tx -> {
            for (int i = first; i < last; i++) {
              step.make(tx, i);
            }
            return last;
          });
    }
  }

  private List<Row> customers() {
    return world.read(
        CreatioTenant.SYSTEM,
        () -> world.table(CreatioTenant.SYSTEM, "Account").equal("TypeId", Ids.CUSTOMER));
  }

  private List<Row> rows(String set) {
    return world.read(
        CreatioTenant.SYSTEM, () -> new ArrayList<>(world.table(CreatioTenant.SYSTEM, set).rows()));
  }

  private Map<String, Integer> counts(String... sets) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String set : sets) {
      counts.put(set, rows(set).size());
    }
    return counts;
  }
}
