package io.weft.activities.settings;

import io.weft.activities.rule.Routing;
import io.weft.activities.rule.RuleTable;
import io.weft.activities.rule.Terms;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;

/**
 * Rules about accounts.
 *
 * @param routing to which legal entities an account belongs
 * @param terms what rules set on its customers: payment terms, customer group, tax group and others
 */
public record AccountRules(Routing routing, Terms terms) {
  static AccountRules read(YamlNode account, LegalEntities known, AccountColumns columns) {
    return new AccountRules(
        routing(account.child("routing"), known, columns.account()),
        terms(account.child("terms"), known, columns));
  }

  /** With one legal entity there is nothing to decide. */
  static Routing routing(YamlNode node, LegalEntities known, Map<String, Type> columns) {
    if (node.isEmpty() && known.all().size() == 1) {
      return Routing.always(known.leading());
    }
    Routing routing = Routing.read(node, columns);
    for (RuleTable.Row<List<LegalEntity>> row : routing.table().rows()) {
      row.then().forEach(le -> require(node, row.where(), le, known));
    }
    routing.otherwise().forEach(le -> require(node, "otherwise", le, known));
    return routing;
  }

  private static Terms terms(YamlNode node, LegalEntities known, AccountColumns columns) {
    Terms terms = Terms.read(node, columns.mapping(), columns.account());
    terms.byLegalEntity().keySet().forEach(le -> require(node, le.id(), le, known));
    return terms;
  }

  private static void require(
      YamlNode node, String where, LegalEntity legalEntity, LegalEntities known) {
    if (!known.knows(legalEntity)) {
      node.problem(
          "leads to '" + legalEntity + "' (" + where + "), which is not configured",
          "Use one of " + known.all().keySet());
    }
  }
}
