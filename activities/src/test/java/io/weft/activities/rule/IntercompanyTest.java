package io.weft.activities.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntercompanyTest {
  private static final Map<String, Type> COLUMNS = Map.of("UsrBusinessUnit", Type.STRING);
  private static final List<String> FIELDS = List.of("SalesOrderPoolId", "SalesOrderOriginCode");

  private final ConfigErrors errors = new ConfigErrors();

  private Intercompany intercompany(String text) {
    return Intercompany.read(YamlNode.parse("weft.yaml", text, errors), COLUMNS, FIELDS);
  }

  private static Fields unit(String name) {
    return Fields.of("UsrBusinessUnit", new Value.Text(name));
  }

  @Test
  void saysWhoSellsAndWhoDelivers() {
    Intercompany rules =
        intercompany(
            """
            rules:
              - {when: {UsrBusinessUnit: Local}, soldBy: none}
              - when: {formula: UsrBusinessUnit.startsWith('L') || UsrBusinessUnit == 'North'}
                soldBy: usmf
                deliveredBy: demf
                mark: {SalesOrderPoolId: IC}
            """);

    assertThat(errors.render()).isEmpty();
    assertThat(rules.of(unit("North"), MapLookUps.NONE))
        .hasValueSatisfying(
            trade -> {
              assertThat(trade.roles())
                  .isEqualTo(
                      new Intercompany.Roles(
                          new LegalEntity("usmf"),
                          new LegalEntity("demf"),
                          Fields.of("SalesOrderPoolId", new Value.Text("IC"))));
              assertThat(trade.why()).startsWith("by the rule at weft.yaml:3");
            });
    assertThat(rules.of(unit("Local"), MapLookUps.NONE)).isEmpty();
    assertThat(rules.of(unit("South"), MapLookUps.NONE)).isEmpty();
    assertThat(Intercompany.NONE.of(unit("North"), MapLookUps.NONE)).isEmpty();
  }

  @Test
  void mistakesAreNamedAllAtOnce() {
    intercompany(
        """
        rules:
          - {when: {UsrBusinessUnit: A}, soldBy: usmf, deliveredBy: USMF}
          - {when: {UsrBusinessUnit: B}, soldBy: usmf}
          - {when: {UsrBusinessUnit: C}, soldBy: none, deliveredBy: demf}
          - {when: {UsrBusinessUnit: D}, soldBy: toolong, deliveredBy: demf}
          - {when: {UsrBusinessUnit: E}, soldBy: usmf, deliveredBy: demf, mark: {Pool: x}}
        """);

    assertThat(errors.render())
        .contains("weft.yaml:2: rules[0].deliveredBy 'USMF': is the one that sells")
        .contains("weft.yaml:3: rules[1].deliveredBy: is missing")
        .contains("weft.yaml:4: rules[2]: marks an ordinary order")
        .contains("weft.yaml:5: rules[3].soldBy 'toolong': is no legal entity")
        .contains("weft.yaml:6: rules[4].mark.Pool 'x': is no field of a sales order to mark");
  }
}
