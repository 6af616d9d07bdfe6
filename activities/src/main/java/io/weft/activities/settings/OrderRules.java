package io.weft.activities.settings;

import io.weft.activities.rule.Dimensions;
import io.weft.activities.rule.Intercompany;
import io.weft.activities.rule.Routing;
import io.weft.activities.rule.RuleTable;
import io.weft.activities.rule.Warehouses;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules about orders.
 *
 * @param routing to which legal entities an order belongs; empty: to those of its account
 * @param warehouses from which warehouse orders and lines are delivered
 * @param dimensions which financial dimensions they get
 * @param intercompany which orders one legal entity takes and another delivers
 */
public record OrderRules(
    Optional<Routing> routing,
    Warehouses warehouses,
    Dimensions dimensions,
    Intercompany intercompany) {
  static OrderRules read(
      YamlNode order, LegalEntities known, Map<String, Type> columns, OrderNames names) {
    YamlNode routing = order.child("routing");
    return new OrderRules(
        routing.isEmpty()
            ? Optional.empty()
            : Optional.of(AccountRules.routing(routing, known, columns)),
        warehouses(order.child("warehouses"), known, columns),
        dimensions(order.child("dimensions"), known, columns, names),
        intercompany(order.child("intercompany"), known, columns, names));
  }

  private static Warehouses warehouses(
      YamlNode node, LegalEntities known, Map<String, Type> columns) {
    Warehouses warehouses = Warehouses.read(node, columns);
    warehouses.byLegalEntity().keySet().forEach(le -> known.find(node.child(le.id()), le.id()));
    return warehouses;
  }

  private static Dimensions dimensions(
      YamlNode node, LegalEntities known, Map<String, Type> columns, OrderNames names) {
    Dimensions dimensions = Dimensions.read(node, columns, names.dimensionColumns());
    dimensions.byLegalEntity().keySet().forEach(le -> known.find(node.child(le.id()), le.id()));
    return dimensions;
  }

  private static Intercompany intercompany(
      YamlNode node, LegalEntities known, Map<String, Type> columns, OrderNames names) {
    Intercompany intercompany = Intercompany.read(node, columns, names.markFields());
    for (RuleTable.Row<Optional<Intercompany.Roles>> row : intercompany.table().rows()) {
      row.then()
          .ifPresent(
              roles ->
                  List.of(roles.soldBy(), roles.deliveredBy()).stream()
                      .filter(le -> !known.knows(le))
                      .forEach(le -> notConfigured(node, row.where(), le, known)));
    }
    return intercompany;
  }

  private static void notConfigured(
      YamlNode node, String where, LegalEntity legalEntity, LegalEntities known) {
    node.problem(
        "names '" + legalEntity + "' (" + where + "), which is not configured",
        "Use one of " + known.all().keySet());
  }
}
