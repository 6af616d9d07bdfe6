package io.weft.activities.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.desk.Finding.Level;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.poll.FakeCreatio;
import io.weft.activities.poll.FakeD365;
import io.weft.activities.poll.TestClock;
import io.weft.activities.rule.Dimensions;
import io.weft.activities.rule.Warehouses;
import io.weft.activities.settings.LegalEntities;
import io.weft.activities.settings.OrderStatuses;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor on what orders need: columns, warehouses, dimensions, statuses. */
class OrderChecksTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntities.One PLACE =
      new LegalEntities.One(USMF, "Contoso", ZoneOffset.UTC, "USD", true);
  private static final Map<String, Type> COLUMNS =
      new TreeMap<>(Map.of("UsrDepartment", Type.STRING));
  private static final String IN_PROGRESS = "c8742634-ea8b-46d9-ba71-1989b951772d";
  private static final String CANCELED = "8ab0f830-908b-40d7-80a3-7f49ef70ce70";

  private final TestClock clock = new TestClock();
  private final FakeD365 d365 = new FakeD365();
  private final FakeCreatio creatio = new FakeCreatio();
  private final ConfigErrors errors = new ConfigErrors();

  private final Dimensions dimensions =
      Dimensions.read(
          yaml(
              """
              usmf:
                Department: {values: {Sales: "022", Service: "023"}}
                CostCenter: "007"
              """),
          COLUMNS,
          Map.of("Department", "UsrDepartment"));

  @BeforeEach
  void aTenantThatIsSetUp() {
    format("No", "Department-CostCenter-Project");
    format("Yes", "BusinessUnit-Department-CostCenter");
    value("Department", "022");
    value("Department", "023");
    value("CostCenter", "007");
    d365.put("Warehouses", "dataAreaId", "usmf", "WarehouseId", "24");
    d365.put("Warehouses", "dataAreaId", "demf", "WarehouseId", "99");
    creatio.describe("Order", List.of("Id"), "Number");
  }

  private YamlNode yaml(String text) {
    return YamlNode.parse("weft.yaml", text, errors);
  }

  private void format(String active, String names) {
    d365.put(
        "DimensionIntegrationFormats",
        "DimensionFormatType",
        "DataEntityDefaultDimensionFormat",
        "FinancialDimensionFormat",
        names,
        "IsActive",
        active);
  }

  private void value(String dimension, String value) {
    d365.put(
        "FinancialDimensionValues",
        "FinancialDimension",
        dimension,
        "DimensionValue",
        value,
        "IsSuspended",
        "No");
  }

  private DimensionsCheck dimensions() {
    return new DimensionsCheck(d365, dimensions, List.of(PLACE), clock);
  }

  private CodesCheck warehouses(String text) {
    Warehouses warehouses = Warehouses.read(yaml(text), COLUMNS);
    return new CodesCheck(
        d365, warehouses.named(USMF).stream().map(one -> UsedCode.of(one, USMF)).toList());
  }

  private NamesCheck columns(String... columns) {
    List<FieldRule> rules =
        List.of(columns).stream()
            .map(column -> FieldRule.plain(column, column, Direction.TO_D365, Type.STRING))
            .toList();
    Mapping mapping =
        new Mapping(
            1,
            SyncObjectName.ORDER_SALES_ORDER,
            new Both<>("Order", "SalesOrderHeadersV2"),
            rules,
            ConflictPolicy.ASK,
            List.of());
    return new NamesCheck(Side.CREATIO, creatio::metadata, List.of(mapping), Set.of());
  }

  private static List<Finding> problems(Check... checks) {
    return new Doctor(List.of(), List.of(checks))
        .examine().stream()
            .map(Doctor.Named::finding)
            .filter(finding -> finding.level() != Level.OK)
            .toList();
  }

  @Test
  void whereAllIsSetUpItFindsNothing() {
    assertThat(problems(dimensions(), warehouses("usmf: \"24\"\n"), columns("Number"))).isEmpty();
    assertThat(errors.entries()).isEmpty();
  }

  @Test
  void namesAMissingColumnAWrongFormatAndAnUnknownWarehouseInOneRun() {
    d365.change(
        "DimensionIntegrationFormats",
        "IsActive",
        "Yes",
        "FinancialDimensionFormat",
        "BusinessUnit-CostCenter");

    List<Finding> findings =
        problems(columns("Number", "UsrD365Note"), warehouses("usmf: \"99\"\n"), dimensions());

    assertThat(findings).hasSize(3).extracting(Finding::level).containsOnly(Level.PROBLEM);
    assertThat(findings.get(0).where()).isEqualTo("Creatio Order.UsrD365Note");
    assertThat(findings.get(0).remedy()).contains("Freedom UI Designer", "UsrD365Note");
    assertThat(findings.get(1).where()).isEqualTo("D365 Warehouses of usmf");
    assertThat(findings.get(1).what()).contains("no '99'", "the rule at weft.yaml:1");
    assertThat(findings.get(1).remedy()).contains("there are 24");
    assertThat(findings.get(2).what())
        .isEqualTo(
            "The active format 'BusinessUnit-CostCenter' (delimiter '-') has no position for"
                + " Department, which order.dimensions derives in usmf.");
    assertThat(findings.get(2).remedy()).contains("Add it to the format");
  }

  @Test
  void aDelimiterThatDoesNotFitTheFormatShows() {
    d365.put("DimensionParameters", "DimensionSegmentDelimiter", "Bar");

    assertThat(problems(dimensions()))
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.what()).contains("(delimiter '|') has no position for"));
  }

  @Test
  void aDelimiterThatNobodyKnowsIsNamed() {
    d365.put("DimensionParameters", "DimensionSegmentDelimiter", "Smiley");

    assertThat(problems(dimensions()))
        .singleElement()
        .satisfies(f -> assertThat(f.what()).contains("cannot be read", "Smiley"));
  }

  @Test
  void withoutAnActiveFormatNothingCanBeWritten() {
    d365.change("DimensionIntegrationFormats", "IsActive", "Yes", "IsActive", "No");

    assertThat(problems(dimensions()))
        .singleElement()
        .satisfies(f -> assertThat(f.what()).contains("No format", "Department, CostCenter"));
  }

  @Test
  void findsValuesThatD365WouldRefuse() {
    d365.change("FinancialDimensionValues", "DimensionValue", "022", "IsSuspended", "Yes");
    d365.remove("FinancialDimensionValues", "DimensionValue", "007");

    List<Finding> findings = problems(dimensions());

    assertThat(findings).extracting(Finding::level).containsOnly(Level.PROBLEM);
    assertThat(findings.get(0).what()).contains("Department '022' is suspended", "weft.yaml:2");
    assertThat(findings.get(1).what()).contains("CostCenter '007' is no dimension value");
    assertThat(findings.get(1).where()).isEqualTo("D365 FinancialDimensionValues of usmf");
    assertThat(findings).hasSize(2);
  }

  @Test
  void withoutRulesNothingIsAsked() {
    Check check = new DimensionsCheck(d365, Dimensions.NONE, List.of(PLACE), clock);

    assertThat(check.look()).extracting(Finding::level).containsExactly(Level.OK);
    assertThat(d365.asked()).isEmpty();
  }

  @Test
  void findsStatusesThatAreNoRowsOfTheLookUps() {
    creatio.put("OrderStatus", "Id", IN_PROGRESS.toUpperCase(Locale.ROOT), "Name", "Go");
    creatio.put("OrderDeliveryStatus", "Id", "aaa", "Name", "partly");
    creatio.put("OrderDeliveryStatus", "Id", "bbb", "Name", "delivered");
    OrderStatuses statuses =
        new OrderStatuses(
            Set.of(IN_PROGRESS),
            List.of(),
            Set.of(CANCELED),
            new OrderStatuses.Delivery("aaa", "bbb", "ccc"));

    List<Finding> findings = problems(new StatusesCheck(creatio, statuses));

    assertThat(findings)
        .extracting(Finding::what)
        .containsExactly(
            "There is no row " + CANCELED + ", which order.cancelled means.",
            "There is no row ccc, which order.delivery.cancelled means.");
    assertThat(findings.get(0).remedy()).contains("Go " + IN_PROGRESS);
    assertThat(findings.get(1).remedy()).contains("partly aaa, delivered bbb");
  }
}
