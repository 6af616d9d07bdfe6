package io.weft.activities.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DimensionsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final LookUps NONE = MapLookUps.NONE;
  private static final Map<String, Type> COLUMNS =
      new TreeMap<>(
          Map.of(
              "UsrBusinessUnit", Type.STRING,
              "UsrDepartment", Type.STRING,
              "UsrProject", Type.STRING,
              "Region", Type.STRING,
              "Owner", Type.REFERENCE));
  private static final Map<String, String> OWN =
      Map.of("BusinessUnit", "UsrBusinessUnit", "Department", "UsrDepartment");
  private static final String RULES =
      """
      usmf:
        BusinessUnit: "001"
        Department: {values: {Sales: "022", Service: "023"}}
        CostCenter:
          rules:
            - {when: {Region: [West]}, value: "007"}
            - {when: {Region: East}, column: UsrProject}
          otherwise: park
        Project: {column: UsrProject, default: "000000"}
      others:
        Department: {values: {Sales: S}, others: pass}
      """;

  private final ConfigErrors errors = new ConfigErrors();

  private Dimensions dimensions(String text) {
    return Dimensions.read(YamlNode.parse("weft.yaml", text, errors), COLUMNS, OWN);
  }

  private static Fields record(String... namesAndTexts) {
    Fields fields = Fields.none();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields = fields.with(namesAndTexts[i], new Value.Text(namesAndTexts[i + 1]));
    }
    return fields;
  }

  private Dimensions.Derived derive(LegalEntity legalEntity, Fields record) {
    Dimensions dimensions = dimensions(RULES);
    assertThat(errors.render()).isEmpty();
    return dimensions.derive(legalEntity, record, NONE);
  }

  @Test
  void comeFromColumnsConstantsValueMapsAndRules() {
    Dimensions.Derived derived =
        derive(USMF, record("UsrDepartment", "sales", "Region", "WEST", "UsrProject", "P1"));

    assertThat(derived.refused()).isEmpty();
    assertThat(derived.values())
        .containsExactly(
            Map.entry("BusinessUnit", "001"),
            Map.entry("Department", "022"),
            Map.entry("CostCenter", "007"),
            Map.entry("Project", "P1"));
    assertThat(derived.why())
        .containsEntry("BusinessUnit", "by default (weft.yaml:2)")
        .containsEntry("Department", "as UsrDepartment of the record says")
        .containsEntry("CostCenter", "by the rule at weft.yaml:6 (Region is west)");
  }

  @Test
  void theRecordsOwnColumnWinsOverRulesAndDefaults() {
    assertThat(derive(USMF, record("UsrBusinessUnit", "002", "Region", "West")).values())
        .containsEntry("BusinessUnit", "002");
  }

  @Test
  void aRuleMayTakeAnotherColumn() {
    assertThat(derive(USMF, record("Region", "East", "UsrProject", "P9")).values())
        .containsEntry("CostCenter", "P9");
  }

  @Test
  void whatNoRuleSetsIsLeftOut() {
    Dimensions.Derived derived = derive(DEMF, record("Region", "West"));

    assertThat(derived.values()).isEmpty();
    assertThat(derived.refused()).isEmpty();
    assertThat(derive(DEMF, record("UsrDepartment", "Labs")).values())
        .containsExactly(Map.entry("Department", "Labs"));
  }

  @Test
  void aMissingValueAndAnUnknownWordSayWhereToHelp() {
    Dimensions.Derived derived = derive(USMF, record("UsrDepartment", "Labs", "Region", "South"));

    assertThat(derived.refused().stream().map(Refused::sentence))
        .containsExactly(
            "Department: 'Labs' of UsrDepartment is not in the value map (weft.yaml:3). Add it to"
                + " usmf.Department.values, or correct the record, then retry.",
            "CostCenter has no value: no rule applies (Region is 'South'). Fill it on the record,"
                + " or add a rule or a default to usmf.CostCenter, then retry.");
  }

  @Test
  void everyValueInTheFileCanBeChecked() {
    Dimensions dimensions = dimensions(RULES);

    assertThat(dimensions.names(USMF))
        .containsExactly("BusinessUnit", "Department", "CostCenter", "Project");
    assertThat(dimensions.named(USMF))
        .contains(
            new Named("BusinessUnit", "001", "weft.yaml:2"),
            new Named("Department", "023", "weft.yaml:3"),
            new Named("CostCenter", "007", "weft.yaml:6"),
            new Named("Project", "000000", "weft.yaml:9"));
    assertThat(dimensions.named(DEMF))
        .isEqualTo(List.of(new Named("Department", "S", "weft.yaml:11")));
  }

  @Test
  void mistakesAreNamedAllAtOnce() {
    dimensions(
        """
        usmf:
          Project: {}
          Department: {column: UsrDepartmnt}
          CostCenter: {column: Owner}
          Site: {default: A, otherwise: park}
          site: B
          Area: {rules: [{when: {Region: x}}, {value: A, column: Region}], others: pass}
        usmff: {}
        """);

    assertThat(errors.render())
        .contains("weft.yaml:2: usmf.Project: never gets a value")
        .contains("usmf.Department.column 'UsrDepartmnt': is no column of this record. Did you")
        .contains("usmf.CostCenter.column 'Owner': takes Owner, which holds the id of a row")
        .contains("usmf.Site.otherwise 'park': is never used beside a default")
        .contains("usmf.site 'B': is there twice, first as Site")
        .contains("usmf.Area.rules[0]: must say one thing")
        .contains("usmf.Area.rules[1]: must say one thing")
        .contains("usmf.Area.others 'pass': says what becomes of words without values")
        .contains("weft.yaml:8: usmff: is no legal entity");
  }
}
