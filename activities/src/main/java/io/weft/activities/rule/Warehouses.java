package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From which warehouse orders are delivered, by rules per legal entity over the attributes of the
 * order and, for a line, of its product. The site follows from the warehouse. A legal entity
 * without rules leaves the choice to D365.
 *
 * @param byLegalEntity the rules, an {@code otherwise} being the last of them; an empty warehouse
 *     leaves the choice to D365
 */
public record Warehouses(Map<LegalEntity, RuleTable<Optional<String>>> byLegalEntity) {
  /** No rules: D365 chooses. */
  public static final Warehouses NONE = new Warehouses(Map.of());

  /** The list of D365 that every warehouse must be in. */
  public static final String LIST = "Warehouses";

  private static final String PARK = "park";
  private static final String D365 = "none";

  /** Longest warehouse id that D365 takes. */
  private static final int LONGEST = 10;

  public Warehouses {
    byLegalEntity = Collections.unmodifiableMap(new LinkedHashMap<>(byLegalEntity));
  }

  /**
   * Reads a block per legal entity: one warehouse for all, or {@code rules}, each with {@code when}
   * and {@code to}, and {@code otherwise}: {@code park}, or a warehouse. "none" leaves the choice
   * to D365.
   */
  public static Warehouses read(YamlNode node, Map<String, Type> columns) {
    Map<LegalEntity, RuleTable<Optional<String>>> all = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
      YamlNode block = entry.getValue();
      try {
        LegalEntity legalEntity = new LegalEntity(entry.getKey());
        all.put(legalEntity, block.isScalar() ? always(block) : table(block, columns));
      } catch (IllegalArgumentException e) {
        block.problem("is no legal entity", "Write its dataAreaId, for example usmf");
      }
    }
    return new Warehouses(all);
  }

  private static RuleTable<Optional<String>> always(YamlNode node) {
    return new RuleTable<>(
        List.of(new RuleTable.Row<>(node.where(), Condition.ALWAYS, target(node))));
  }

  private static RuleTable<Optional<String>> table(YamlNode block, Map<String, Type> columns) {
    RuleTable<Optional<String>> table =
        new RuleTableReader(columns).read(block.child("rules"), rule -> target(rule.child("to")));
    boolean parks = block.text("otherwise", PARK).equals(PARK);
    List<RuleTable.Row<Optional<String>>> rows = new ArrayList<>(table.rows());
    if (!parks) {
      YamlNode otherwise = block.child("otherwise");
      if (table.alwaysApplies()) {
        otherwise.warning("is never used: a rule applies always", "Remove it, or that rule");
      }
      rows.add(new RuleTable.Row<>(otherwise.where(), Condition.ALWAYS, target(otherwise)));
    }
    if (rows.isEmpty()) {
      block.problem("has no rules, so every order is parked", "Write rules, or otherwise: none");
    }
    block.done();
    return new RuleTable<>(rows);
  }

  private static Optional<String> target(YamlNode node) {
    String id = node.text().strip();
    if (id.equals(D365)) {
      return Optional.empty();
    }
    if (id.length() > LONGEST || id.equals(PARK)) {
      node.problem("is no warehouse", "Write its id, at most 10 characters, or none");
    }
    return Optional.of(id);
  }

  /**
   * The warehouse of an order or a line that names its own, or else by the rules.
   *
   * @param own what the order or line itself says; wins where it is not empty
   * @throws IllegalArgumentException if a formula fails for it, naming the rule
   */
  public Warehouse choose(LegalEntity legalEntity, Value own, Fields attributes, LookUps lookUps) {
    String id = own.text().strip();
    return id.isEmpty()
        ? choose(legalEntity, attributes, lookUps)
        : new Warehouse.Chosen(id, "as it says itself");
  }

  /**
   * The warehouse by the rules of a legal entity.
   *
   * @param attributes the order's columns, for a line with those of its product
   * @throws IllegalArgumentException if a formula fails for it, naming the rule
   */
  public Warehouse choose(LegalEntity legalEntity, Fields attributes, LookUps lookUps) {
    RuleTable<Optional<String>> table = byLegalEntity.get(legalEntity);
    if (table == null) {
      return new Warehouse.LeftToD365("no warehouse rules for " + legalEntity);
    }
    return table
        .first(attributes, lookUps)
        .map(Warehouses::by)
        .orElseGet(() -> new Warehouse.Unknown(refused(legalEntity, table, attributes)));
  }

  private static Warehouse by(RuleTable.Row<Optional<String>> row) {
    String why = "by the " + row.words();
    return row.then()
        .<Warehouse>map(id -> new Warehouse.Chosen(id, why))
        .orElseGet(() -> new Warehouse.LeftToD365(why));
  }

  private static Refused refused(
      LegalEntity legalEntity, RuleTable<Optional<String>> table, Fields attributes) {
    return new Refused(
        "warehouse",
        "",
        "No warehouse rule of legal entity "
            + legalEntity
            + " applies to it: "
            + table.seen(attributes)
            + ".",
        "Fill the warehouse on the order or line, or add a rule or an otherwise to"
            + " order.warehouses."
            + legalEntity
            + " in weft.yaml, then retry.");
  }

  /** Every warehouse that the rules of a legal entity name. */
  public List<Named> named(LegalEntity legalEntity) {
    List<Named> named = new ArrayList<>();
    RuleTable<Optional<String>> table = byLegalEntity.get(legalEntity);
    if (table != null) {
      for (RuleTable.Row<Optional<String>> row : table.rows()) {
        row.then().ifPresent(id -> named.add(new Named(LIST, id, row.where())));
      }
    }
    return named;
  }
}
