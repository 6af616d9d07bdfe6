package io.weft.activities.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final LookUps NONE = MapLookUps.NONE;
  private static final Map<String, Type> COLUMNS =
      new TreeMap<>(
          Map.of("UsrBusinessUnit", Type.STRING, "Type", Type.REFERENCE, "Due", Type.STRING));

  private final ConfigErrors errors = new ConfigErrors();

  private YamlNode yaml(String text) {
    return YamlNode.parse("weft.yaml", text, errors);
  }

  private static Fields unit(String name) {
    return Fields.of("UsrBusinessUnit", new Value.Text(name));
  }

  private Routing routing(String text) {
    return Routing.read(yaml(text), COLUMNS);
  }

  @Test
  void theFirstRuleThatAppliesRoutes() {
    Routing routing =
        routing(
            """
            rules:
              - {when: {UsrBusinessUnit: [North, East]}, to: [usmf, demf]}
              - {when: {formula: UsrBusinessUnit.startsWith('S')}, to: demf}
              - {when: {UsrBusinessUnit: Internal}, to: none}
            """);

    assertThat(errors.render()).isEmpty();
    Route north = routing.route(unit("NORTH"), NONE);
    assertThat(north).isInstanceOf(Route.To.class);
    assertThat(((Route.To) north).legalEntities()).containsExactly(USMF, DEMF);
    assertThat(((Route.To) north).leading()).isEqualTo(USMF);
    assertThat(north.why())
        .isEqualTo("by the rule at weft.yaml:2 (UsrBusinessUnit is east or north)");
    assertThat(routing.route(unit("South"), NONE))
        .isInstanceOfSatisfying(
            Route.To.class, to -> assertThat(to.legalEntities()).containsExactly(DEMF));
    assertThat(routing.route(unit("internal"), NONE)).isInstanceOf(Route.LeftOut.class);
    assertThat(routing.route(unit("West"), NONE)).isInstanceOf(Route.Unknown.class);
  }

  @Test
  void otherwiseTakesTheRest() {
    Routing routing = routing("otherwise: demf\n");

    assertThat(routing.route(unit("West"), NONE))
        .isInstanceOfSatisfying(Route.To.class, to -> assertThat(to.leading()).isEqualTo(DEMF));
  }

  @Test
  void rulesThatContradictAreRefusedAndNeedlessOnesAreWarnings() {
    routing(
        """
        rules:
          - {when: {UsrBusinessUnit: [North, East]}, to: usmf}
          - {when: {UsrBusinessUnit: east, Type: 03a75490-53e6-df11-971b-001d60e938c6}, to: demf}
          - {when: {formula: "1 == 1"}, to: usmf}
          - {to: usmf}
          - {when: {UsrBusinessUnit: West}, to: usmf}
        """);

    assertThat(errors.render())
        .isEqualTo(
            "weft.yaml:3: rules[1]: never applies: the rule at weft.yaml:2 comes first and says"
                + " otherwise. Put the narrower rule first, or remove one.");
    assertThat(errors.warnings().stream().map(ConfigErrors.Entry::toString))
        .containsExactly(
            "weft.yaml:4: rules[2]: looks at nothing of the record. Name a column, or leave out"
                + " 'when'.",
            "weft.yaml:6: rules[4]: never applies: the rule at weft.yaml:5 comes first. Put the"
                + " narrower rule first, or remove one.");
  }

  @Test
  void mistakesInRulesAreNamed() {
    routing(
        """
        rules:
          - {when: {UsrBusinesUnit: North}, to: usmf}
          - {when: {UsrBusinessUnit: []}, to: toolong}
          - {when: {formula: Due > 1}, to: [usmf, USMF]}
          - {when: {UsrBusinessUnit: x}}
        """);

    assertThat(errors.render())
        .contains(
            "weft.yaml:2: rules[0].when.UsrBusinesUnit 'North': is no column of this record."
                + " Did you mean 'UsrBusinessUnit'")
        .contains("weft.yaml:3: rules[1].when.UsrBusinessUnit: has no value, so the rule never")
        .contains("weft.yaml:3: rules[1].to 'toolong': is no legal entity")
        .contains("weft.yaml:4: rules[2].when.formula 'Due > 1': is no formula: line 1, column 5")
        .contains("weft.yaml:4: rules[2].to[1] 'USMF': is there twice")
        .contains("weft.yaml:5: rules[3].to: is missing");
  }

  @Test
  void theShippedScopeTakesCustomersAndCompanies() {
    Scope accounts = Scope.accounts();
    Scope customers = Scope.customers();

    assertThat(accounts.of(Fields.of("Type", new Value.Reference(Scope.CUSTOMER)), NONE))
        .isEqualTo(Scope.Take.IN);
    assertThat(accounts.of(Fields.of("Type", new Value.Reference(Scope.OUR_COMPANY)), NONE))
        .isEqualTo(Scope.Take.OUT);
    assertThat(accounts.of(Fields.none(), NONE)).isEqualTo(Scope.Take.ON_DEMAND);
    assertThat(customers.of(Fields.of("PartyType", new Value.Text("Organization")), NONE))
        .isEqualTo(Scope.Take.IN);
    assertThat(customers.of(Fields.of("PartyType", new Value.Text("Person")), NONE))
        .isEqualTo(Scope.Take.OUT);
    assertThat(customers.of(Fields.of("IsOneTimeCustomer", new Value.Flag(true)), NONE))
        .isEqualTo(Scope.Take.OUT);
  }

  @Test
  void aScopeOfOnesOwnReplacesTheShippedOne() {
    Scope scope =
        Scope.read(
            yaml("rules:\n  - {when: {UsrBusinessUnit: North}, take: in}\notherwise: on-demand\n"),
            COLUMNS,
            Scope.accounts());

    assertThat(errors.render()).isEmpty();
    assertThat(scope.of(unit("north"), NONE)).isEqualTo(Scope.Take.IN);
    assertThat(scope.of(unit("south"), NONE)).isEqualTo(Scope.Take.ON_DEMAND);
    assertThat(Scope.read(yaml(""), COLUMNS, scope)).isSameAs(scope);
  }

  @Test
  void termsAreSetPerLegalEntityAndBusinessUnit() {
    Mapping mapping = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");
    Terms terms =
        Terms.read(
            yaml(
                """
                usmf:
                  - {when: {UsrBusinessUnit: North}, set: {PaymentTerms: Net30, CustomerGroupId: "030"}}
                  - {set: {CustomerGroupId: "10"}}
                """),
            mapping,
            COLUMNS);

    assertThat(errors.render()).isEmpty();
    assertThat(terms.supply(USMF, unit("North"), NONE))
        .isEqualTo(
            Fields.of("PaymentTerms", new Value.Code("Net30"))
                .with("CustomerGroupId", new Value.Code("030")));
    assertThat(terms.supply(USMF, unit("South"), NONE).names()).containsExactly("CustomerGroupId");
    assertThat(terms.supply(DEMF, unit("North"), NONE)).isEqualTo(Fields.none());
  }

  @Test
  void termsNameOnlyFieldsThatFlowToD365() {
    Mapping mapping = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");

    Terms.read(
        yaml("usmf:\n  - {set: {PaymentTerm: Net30, CreditLimit: 5}}\n  - {when: {Type: x}}\n"),
        mapping,
        COLUMNS);

    assertThat(errors.render())
        .contains(
            "2: usmf[0].set.PaymentTerm 'Net30': is no mapped field that flows to D365. Did"
                + " you mean 'PaymentTerms'")
        .contains("usmf[0].set.CreditLimit '5': is no mapped field")
        .contains("3: usmf[1].set: sets nothing");
  }

  @Test
  void aFailingFormulaNamesItsRule() {
    Routing routing =
        routing("rules:\n  - {when: {formula: \"date(Due, 'yyyy') == '2026'\"}, to: usmf}\n");
    Fields record = Fields.of("Due", new Value.Text("someday"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> routing.route(record, NONE))
        .withMessageContaining("rule at weft.yaml:2")
        .withMessageContaining("could not be parsed");
  }
}
