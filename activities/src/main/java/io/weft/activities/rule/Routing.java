package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which legal entities a record of Creatio belongs to.
 *
 * @param table the rules; an empty list leaves the record out
 * @param otherwise where a record goes that no rule knows; empty: a person is asked
 */
public record Routing(RuleTable<List<LegalEntity>> table, List<LegalEntity> otherwise) {
  private static final String PARK = "park";
  private static final String NONE = "none";

  public Routing {
    otherwise = List.copyOf(otherwise);
  }

  /** Everything goes to one legal entity. */
  public static Routing always(LegalEntity legalEntity) {
    return new Routing(RuleTable.empty(), List.of(legalEntity));
  }

  /**
   * Reads {@code rules}, each with {@code when} and {@code to} (a legal entity, a list of them with
   * the leading one first, or "none"), and {@code otherwise} ({@code park} or a legal entity).
   */
  public static Routing read(YamlNode node, Map<String, Type> columns) {
    RuleTable<List<LegalEntity>> table =
        new RuleTableReader(columns).read(node.child("rules"), block -> to(block.child("to")));
    String otherwise = node.text("otherwise", PARK);
    List<LegalEntity> last = otherwise.equals(PARK) ? List.of() : to(node.child("otherwise"));
    node.done();
    return new Routing(table, last);
  }

  private static List<LegalEntity> to(YamlNode node) {
    List<LegalEntity> all = new ArrayList<>();
    if (node.isEmpty()) {
      node.problem("is missing", "Name a legal entity, or write none");
    }
    if (node.isScalar() && node.text().equals(NONE)) {
      return all;
    }
    for (YamlNode item : node.items()) {
      try {
        LegalEntity legalEntity = new LegalEntity(item.text());
        if (all.contains(legalEntity)) {
          item.problem("is there twice", "Name each legal entity once");
        }
        all.add(legalEntity);
      } catch (IllegalArgumentException e) {
        item.problem("is no legal entity", "Write its dataAreaId, for example usmf");
      }
    }
    return all;
  }

  /** Where a record goes. Throws IllegalArgumentException if a formula fails for it. */
  public Route route(Fields record, LookUps lookUps) {
    Optional<RuleTable.Row<List<LegalEntity>>> row = table.first(record, lookUps);
    if (row.isPresent()) {
      List<LegalEntity> to = row.get().then();
      String why = "by the " + row.get().words();
      return to.isEmpty() ? new Route.LeftOut(why) : new Route.To(to, why);
    }
    return otherwise.isEmpty()
        ? new Route.Unknown("no routing rule applies to it")
        : new Route.To(otherwise, "no routing rule applies, so it goes where all others go");
  }
}
