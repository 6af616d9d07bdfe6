package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How orders of one legal entity are treated.
 *
 * @param pricing whose prices count
 * @param pricesIncludeTax whether Creatio's prices include tax
 * @param discount how a line's discount is sent
 * @param tolerance by how much totals may differ before it is flagged
 * @param onChange what becomes of changes after the order was confirmed
 * @param onCancel what becomes of the sales order when the order is cancelled
 * @param pastDates what becomes of requested dates that are over
 * @param lineCategory the sales category for lines without an item; empty: they park
 */
public record OrderConduct(
    Pricing pricing,
    boolean pricesIncludeTax,
    Discount discount,
    Tolerance tolerance,
    OnChange onChange,
    OnCancel onCancel,
    PastDates pastDates,
    Optional<String> lineCategory) {
  /** Whose prices count. */
  public enum Pricing {
    /** Creatio's price is sent. */
    CRM,
    /** No price is sent: D365 finds it. */
    ERP,
    /** No price is sent, and a difference to Creatio's is shown to a person. */
    COMPARE
  }

  /** How a line's discount is sent. */
  public enum Discount {
    /** The percentage where there is one, else the amount. */
    PERCENT,
    /** The amount, per unit. */
    AMOUNT
  }

  /** What becomes of changes after the order was confirmed. */
  public enum OnChange {
    /** They go over while D365 allows it; afterwards a person is told what differs. */
    SEND,
    /** A person is asked each time. */
    ASK,
    /** They are shown, and nothing is sent. */
    LEAVE
  }

  /** What becomes of the sales order when the order is cancelled in Creatio. */
  public enum OnCancel {
    /** Its processing is stopped, and a person gets the task to cancel it. */
    STOP,
    /** A person gets the task; nothing is written. */
    ASK,
    /** It is shown only. */
    LEAVE
  }

  /** What becomes of requested dates that are over. */
  public enum PastDates {
    /** Today takes their place, which is noted. */
    TODAY,
    /** The order waits for a person. */
    PARK
  }

  /**
   * By how much totals may differ.
   *
   * @param total in the order's currency, without tax
   * @param tax the same for the tax
   */
  public record Tolerance(BigDecimal total, BigDecimal tax) {
    private static final BigDecimal STANDARD = new BigDecimal("0.05");

    static Tolerance read(YamlNode node) {
      BigDecimal total = Read.amount(node, "total", STANDARD);
      Tolerance tolerance = new Tolerance(total, Read.amount(node, "tax", total));
      node.done();
      return tolerance;
    }
  }

  private static final String PARK = "park";

  /** Each setting may differ by legal entity; here they are put together. */
  static PerEntity<OrderConduct> read(YamlNode node, LegalEntities known) {
    Tolerance tolerance = Tolerance.read(node.child("tolerance"));
    Optional<String> category = category(node.child("linesWithoutItem"));
    PerEntity<Pricing> pricing = oneOf(node, "pricing", known, Pricing.class, Pricing.CRM);
    PerEntity<Boolean> tax =
        PerEntity.read(node, "pricesIncludeTax", known, true, (n, key) -> n.flag(key, true));
    PerEntity<Discount> discount = oneOf(node, "discount", known, Discount.class, Discount.PERCENT);
    PerEntity<OnChange> change = oneOf(node, "onChange", known, OnChange.class, OnChange.SEND);
    PerEntity<OnCancel> cancel = oneOf(node, "onCancel", known, OnCancel.class, OnCancel.STOP);
    PerEntity<PastDates> past = oneOf(node, "pastDates", known, PastDates.class, PastDates.TODAY);
    Map<LegalEntity, OrderConduct> byEntity = new LinkedHashMap<>();
    for (LegalEntity le : known.ids()) {
      byEntity.put(
          le,
          new OrderConduct(
              pricing.of(le),
              tax.of(le),
              discount.of(le),
              tolerance,
              change.of(le),
              cancel.of(le),
              past.of(le),
              category));
    }
    return new PerEntity<>(byEntity.getOrDefault(known.leading(), STANDARD), byEntity);
  }

  private static final OrderConduct STANDARD =
      new OrderConduct(
          Pricing.CRM,
          true,
          Discount.PERCENT,
          new Tolerance(Tolerance.STANDARD, Tolerance.STANDARD),
          OnChange.SEND,
          OnCancel.STOP,
          PastDates.TODAY,
          Optional.empty());

  private static <E extends Enum<E>> PerEntity<E> oneOf(
      YamlNode node, String key, LegalEntities known, Class<E> kind, E otherwise) {
    return PerEntity.read(node, key, known, otherwise, (n, k) -> n.oneOf(k, kind, otherwise));
  }

  /** {@code park}, or a block with the category's name. */
  private static Optional<String> category(YamlNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.isScalar()) {
      if (!node.text().equals(PARK)) {
        node.problem("is not known", "Write park, or {category: NAME}");
      }
      return Optional.empty();
    }
    String category = node.text("category").strip();
    node.done();
    return category.isEmpty() ? Optional.empty() : Optional.of(category);
  }
}
