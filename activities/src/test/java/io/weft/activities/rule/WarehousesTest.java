package io.weft.activities.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WarehousesTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final LookUps NONE = MapLookUps.NONE;
  private static final String COURIER = "50df77d0-7b1f-4dbc-a02d-7b6ebb95dfd0";
  private static final String PICKUP = "ab31305f-7c6d-4158-bd0a-760ac7897755";
  private static final Map<String, Type> COLUMNS =
      new TreeMap<>(
          Map.of(
              "DeliveryType", Type.REFERENCE,
              "SourceOrder", Type.REFERENCE,
              "DeliveryCountry", Type.CODE,
              "ProductCategory", Type.STRING,
              "Amount", Type.DECIMAL,
              "Urgent", Type.BOOLEAN));
  private static final String RULES =
      """
      usmf:
        rules:
          - {when: {ProductCategory: [Spare parts]}, to: "31"}
          - {when: {DeliveryType: %s, DeliveryCountry: [USA, CAN]}, to: 21}
          - {when: {formula: Amount > 10000}, to: none}
      demf: "11"
      """
          .formatted(PICKUP);

  private final ConfigErrors errors = new ConfigErrors();

  private Warehouses warehouses(String text) {
    return Warehouses.read(YamlNode.parse("weft.yaml", text, errors), COLUMNS);
  }

  private static Fields order(String deliveryType, String country) {
    return Fields.of("DeliveryType", new Value.Reference(deliveryType))
        .with("DeliveryCountry", Values.code(country));
  }

  @Test
  void theFirstRuleThatAppliesChoosesAndSaysSo() {
    Warehouses warehouses = warehouses(RULES);
    Fields order = order(PICKUP, "CAN");

    assertThat(errors.render()).isEmpty();
    assertThat(errors.warnings()).isEmpty();
    assertThat(warehouses.choose(USMF, order, NONE))
        .isEqualTo(
            new Warehouse.Chosen(
                "21",
                "by the rule at weft.yaml:4 (DeliveryType is "
                    + PICKUP
                    + " and DeliveryCountry is can or usa)"));
  }

  @Test
  void aLinesProductCategoryCounts() {
    Fields line = order(PICKUP, "CAN").with("ProductCategory", new Value.Text("SPARE PARTS"));

    assertThat(warehouses(RULES).choose(USMF, line, NONE))
        .isInstanceOfSatisfying(
            Warehouse.Chosen.class, chosen -> assertThat(chosen.id()).isEqualTo("31"));
  }

  @Test
  void theRecordsOwnWarehouseWinsOverEveryRule() {
    assertThat(warehouses(RULES).choose(USMF, new Value.Text(" 77 "), order(PICKUP, "CAN"), NONE))
        .isEqualTo(new Warehouse.Chosen("77", "as it says itself"));
    assertThat(warehouses(RULES).choose(USMF, Values.ABSENT, order(PICKUP, "CAN"), NONE))
        .isInstanceOfSatisfying(
            Warehouse.Chosen.class, chosen -> assertThat(chosen.id()).isEqualTo("21"));
  }

  @Test
  void anOrderThatNoRuleKnowsNamesWhatTheRulesLookedAt() {
    Warehouse found = warehouses(RULES).choose(USMF, order(COURIER, "DEU"), NONE);

    assertThat(found)
        .isInstanceOfSatisfying(
            Warehouse.Unknown.class,
            unknown ->
                assertThat(unknown.refused().sentence())
                    .isEqualTo(
                        "No warehouse rule of legal entity usmf applies to it: ProductCategory is"
                            + " empty, DeliveryType is '"
                            + COURIER
                            + "', DeliveryCountry is 'DEU', Amount is empty. Fill the warehouse on"
                            + " the order or line, or add a rule or an otherwise to"
                            + " order.warehouses.usmf in weft.yaml, then retry."));
  }

  @Test
  void oneWarehouseCanServeALegalEntity() {
    assertThat(warehouses(RULES).choose(DEMF, order(COURIER, "DEU"), NONE))
        .isEqualTo(new Warehouse.Chosen("11", "by the rule at weft.yaml:6 (always)"));
  }

  @Test
  void theChoiceCanBeLeftToD365() {
    Fields large = order(COURIER, "DEU").with("Amount", Values.parse(Type.DECIMAL, "10001"));

    assertThat(warehouses(RULES).choose(USMF, large, NONE))
        .isInstanceOf(Warehouse.LeftToD365.class);
    assertThat(Warehouses.NONE.choose(USMF, large, NONE)).isInstanceOf(Warehouse.LeftToD365.class);
  }

  @Test
  void otherwiseTakesTheRest() {
    String text = "usmf:\n  rules:\n    - {when: {Urgent: yes}, to: A}\n  otherwise: B\n";
    Warehouses warehouses = warehouses(text);

    assertThat(warehouses.choose(USMF, Fields.of("Urgent", new Value.Flag(true)), NONE))
        .isInstanceOfSatisfying(
            Warehouse.Chosen.class, chosen -> assertThat(chosen.id()).isEqualTo("A"));
    assertThat(warehouses.choose(USMF, Fields.none(), NONE))
        .isEqualTo(new Warehouse.Chosen("B", "by the rule at weft.yaml:4 (always)"));
    assertThat(warehouses.named(USMF))
        .isEqualTo(
            List.of(
                new Named("Warehouses", "A", "weft.yaml:3"),
                new Named("Warehouses", "B", "weft.yaml:4")));
    assertThat(warehouses.named(DEMF)).isEmpty();
  }

  @Test
  void mistakesAreNamedAllAtOnce() {
    warehouses(
        """
        usmf:
          rules:
            - {when: {DeliveryTyp: x}, to: "1"}
            - {when: {Amount: many}, to: "12345678901"}
            - {when: {Urgent: true}}
          otherwse: "1"
        toolong: "1"
        demf: {}
        """);

    assertThat(errors.render())
        .contains("weft.yaml:3: usmf.rules[0].when.DeliveryTyp 'x': is no column of this record")
        .contains("weft.yaml:4: usmf.rules[1].when.Amount 'many': does not fit the column")
        .contains("weft.yaml:4: usmf.rules[1].to '12345678901': is no warehouse")
        .contains("weft.yaml:5: usmf.rules[2].to: is missing")
        .contains("weft.yaml:6: usmf.otherwse: is unknown. Did you mean 'otherwise'")
        .contains("weft.yaml:7: toolong '1': is no legal entity")
        .contains("weft.yaml:8: demf: has no rules, so every order is parked");
  }

  @Test
  void rulesThatNeverApplyAreRefusedWhereSomethingElseWasMeant() {
    warehouses(
        """
        usmf:
          rules:
            - {when: {DeliveryCountry: USA}, to: "1"}
            - {when: {DeliveryCountry: [CAN, MEX]}, to: "2"}
            - {when: {DeliveryCountry: [usa, mex], Urgent: true}, to: "3"}
            - {when: {DeliveryType: Pickup}, to: "4"}
            - {to: "5"}
          otherwise: "6"
        """);

    assertThat(errors.render())
        .isEqualTo(
            "weft.yaml:5: usmf.rules[2]: never applies: the rules at weft.yaml:3 and weft.yaml:4"
                + " come first, one of which says otherwise. Put the narrower rule first, or"
                + " remove one.\n"
                + "weft.yaml:6: usmf.rules[3].when.DeliveryType 'Pickup': is no id of a row, so"
                + " the rule never applies. Write the id, or a formula with lookup('Table',"
                + " Column) == 'Pickup'.");
    assertThat(errors.warnings().stream().map(ConfigErrors.Entry::toString))
        .containsExactly(
            "weft.yaml:8: usmf.otherwise '6': is never used: a rule applies always. Remove it, or"
                + " that rule.");
  }
}
