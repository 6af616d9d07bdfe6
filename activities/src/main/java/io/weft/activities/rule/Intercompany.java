package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders that one legal entity takes and another delivers. The order goes to the one that sells; it
 * is marked, so that D365's intercompany chain and people know it.
 *
 * @param table the rules; an empty answer says that the order is an ordinary one
 */
public record Intercompany(RuleTable<Optional<Intercompany.Roles>> table) {
  /** No rules: every order is delivered by the legal entity that takes it. */
  public static final Intercompany NONE = new Intercompany(RuleTable.empty());

  private static final String ORDINARY = "none";

  /**
   * Who does what.
   *
   * @param marks what the sales order gets, by field of its header
   */
  public record Roles(LegalEntity soldBy, LegalEntity deliveredBy, Fields marks) {}

  /** Who does what, and the rule that says so. */
  public record Trade(Roles roles, String why) {}

  /**
   * Reads {@code rules}, each with {@code when}, {@code soldBy} (or "none" for an ordinary order),
   * {@code deliveredBy} and {@code mark}: values by field of the sales order's header.
   *
   * @param fields the header's fields that may be marked
   */
  public static Intercompany read(YamlNode node, Map<String, Type> columns, List<String> fields) {
    RuleTable<Optional<Roles>> table =
        new RuleTableReader(columns).read(node.child("rules"), block -> roles(block, fields));
    node.done();
    return new Intercompany(table);
  }

  private static Optional<Roles> roles(YamlNode block, List<String> fields) {
    YamlNode deliverer = block.child("deliveredBy");
    Fields marks = marks(block.child("mark"), fields);
    if (block.text("soldBy").equals(ORDINARY)) {
      if (!deliverer.isEmpty() || !marks.isEmpty()) {
        block.problem("marks an ordinary order", "Leave out deliveredBy and mark, or say soldBy");
      }
      return Optional.empty();
    }
    Optional<LegalEntity> soldBy = legalEntity(block.child("soldBy"));
    Optional<LegalEntity> deliveredBy = legalEntity(deliverer);
    if (soldBy.isEmpty() || deliveredBy.isEmpty()) {
      return Optional.empty();
    }
    if (soldBy.equals(deliveredBy)) {
      deliverer.problem("is the one that sells", "Name another legal entity, or soldBy: none");
    }
    return Optional.of(new Roles(soldBy.get(), deliveredBy.get(), marks));
  }

  private static Optional<LegalEntity> legalEntity(YamlNode node) {
    String id = node.text();
    try {
      return id.isEmpty() ? Optional.empty() : Optional.of(new LegalEntity(id));
    } catch (IllegalArgumentException e) {
      node.problem("is no legal entity", "Write its dataAreaId, for example usmf");
      return Optional.empty();
    }
  }

  private static Fields marks(YamlNode node, List<String> fields) {
    Map<String, Value> marks = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (name, value) -> {
              if (!fields.contains(name)) {
                value.problem("is no field of a sales order to mark", Nearest.hint(name, fields));
              }
              marks.put(name, Values.text(value.text()));
            });
    return Fields.of(marks);
  }

  /**
   * Who sells and who delivers an order; empty for an ordinary one.
   *
   * @throws IllegalArgumentException if a formula fails for it, naming the rule
   */
  public Optional<Trade> of(Fields order, LookUps lookUps) {
    return table
        .first(order, lookUps)
        .flatMap(row -> row.then().map(roles -> new Trade(roles, "by the " + row.words())));
  }
}
