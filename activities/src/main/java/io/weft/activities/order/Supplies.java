package io.weft.activities.order;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Translated;
import io.weft.activities.mapping.Translation;
import io.weft.activities.rule.DimensionLayout;
import io.weft.activities.rule.Dimensions;
import io.weft.activities.rule.Refused;
import io.weft.activities.rule.Warehouse;
import io.weft.activities.settings.OrderRules;
import io.weft.activities.settings.OrderSettings;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules say of an order or a line: the warehouse and its site, the financial dimensions.
 * Whatever a rule cannot say becomes a problem with the place, the value and the remedy.
 */
final class Supplies {
  private final LegalEntity legalEntity;
  private final Mapping mapping;
  private final OrderRules rules;
  private final LookUps lookUps;
  private final OrderLookUps d365;

  Supplies(
      LegalEntity legalEntity,
      Mapping mapping,
      OrderRules rules,
      LookUps lookUps,
      OrderLookUps d365) {
    this.legalEntity = legalEntity;
    this.mapping = mapping;
    this.rules = rules;
    this.lookUps = lookUps;
    this.d365 = d365;
  }

  /** What is supplied, by D365 name, and what is in the way. */
  record Supplied(Fields fields, List<Problem> problems) {}

  /** The columns of an order that rules may look at. */
  Fields attributes(Fields order) {
    Value country =
        mapping
            .rule("deliveryCountry")
            .map(
                rule ->
                    Translation.to(Side.D365, rule, order.get(rule.name(Side.CREATIO)), lookUps))
            .filter(Translated.Done.class::isInstance)
            .map(done -> ((Translated.Done) done).value())
            .orElse(Values.ABSENT);
    return order
        .with(OrderSettings.DELIVERY_COUNTRY, country)
        .with(OrderSettings.PRODUCT_CATEGORY, Values.ABSENT)
        .with(OrderSettings.ITEM_NUMBER, Values.ABSENT);
  }

  /**
   * Warehouse and site.
   *
   * @param place what the sentence begins with, "" for the order itself
   * @param names the D365 fields for warehouse and site
   */
  Supplied warehouse(Fields attributes, Value own, String place, List<String> names) {
    Warehouse warehouse = rules.warehouses().choose(legalEntity, own, attributes, lookUps);
    if (warehouse instanceof Warehouse.Unknown unknown) {
      return new Supplied(Fields.none(), List.of(OrderProblems.refused(place, unknown.refused())));
    }
    if (!(warehouse instanceof Warehouse.Chosen chosen)) {
      return new Supplied(Fields.none(), List.of());
    }
    Optional<String> site = d365.site(chosen.id());
    if (site.isEmpty()) {
      return new Supplied(
          Fields.none(), List.of(OrderProblems.refused(place, unknownWarehouse(chosen))));
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(names.get(0), new Value.Code(chosen.id()));
    fields.put(names.get(1), Values.code(site.get()));
    return new Supplied(Fields.of(fields), List.of());
  }

  private Refused unknownWarehouse(Warehouse.Chosen chosen) {
    return new Refused(
        "warehouse",
        chosen.id(),
        "Warehouse '"
            + chosen.id()
            + "' ("
            + chosen.why()
            + ") does not exist in legal entity "
            + legalEntity
            + ".",
        "Correct it on the order, or in order.warehouses of weft.yaml; then retry.");
  }

  /**
   * The dimensions in D365's layout, put over those that are there.
   *
   * @param field the D365 field
   * @param existing what the order carries, or its customer where it is new
   */
  Supplied dimensions(Fields attributes, String existing, String field) {
    Dimensions.Derived derived = rules.dimensions().derive(legalEntity, attributes, lookUps);
    List<Problem> problems = new ArrayList<>();
    derived.refused().forEach(refused -> problems.add(OrderProblems.refused("", refused)));
    if (derived.values().isEmpty()) {
      return new Supplied(Fields.none(), problems);
    }
    derived
        .values()
        .forEach(
            (dimension, value) ->
                d365.values(dimension)
                    .check(legalEntity, Map.of(dimension, value), today())
                    .forEach(refused -> problems.add(OrderProblems.refused("", refused))));
    return problems.isEmpty()
        ? laidOut(derived.values(), existing, field, false)
        : new Supplied(Fields.none(), problems);
  }

  /** With a text that does not fit the layout that we know, the layout is read anew. */
  private Supplied laidOut(
      Map<String, String> values, String existing, String field, boolean fresh) {
    Optional<DimensionLayout> layout = d365.layout(fresh);
    if (layout.isEmpty()) {
      return new Supplied(Fields.none(), List.of(OrderProblems.noDimensionFormat()));
    }
    try {
      String text = layout.get().merge(existing, values);
      return new Supplied(Fields.of(field, Values.text(text)), List.of());
    } catch (DimensionLayout.Unfit e) {
      if (!fresh) {
        return laidOut(values, existing, field, true);
      }
      return new Supplied(
          Fields.none(),
          e.refused().stream().map(refused -> OrderProblems.refused("", refused)).toList());
    }
  }

  private LocalDate today() {
    return d365.today();
  }
}
