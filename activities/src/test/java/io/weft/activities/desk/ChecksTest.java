package io.weft.activities.desk;

import static io.weft.activities.poll.FakeCreatio.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.desk.Finding.Level;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Metadata;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Conversion;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Reference;
import io.weft.activities.mapping.Slot;
import io.weft.activities.mapping.ValueMap;
import io.weft.activities.poll.DeltaTable;
import io.weft.activities.poll.FakeCreatio;
import io.weft.activities.poll.FakeD365;
import io.weft.activities.poll.FakeDataverse;
import io.weft.activities.poll.TestClock;
import io.weft.activities.settings.Environment;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final FakeD365 d365 = new FakeD365();
  private final FakeCreatio creatio = new FakeCreatio();

  private static FieldRule rule(String creatio, String d365) {
    return FieldRule.plain(creatio, d365, Direction.TO_D365, Type.STRING);
  }

  private static FieldRule rule(String name, Both<Slot> slots, Conversion conversion) {
    FieldRule plain = rule(name, name);
    return new FieldRule(name, slots, plain.direction(), conversion, plain.conduct());
  }

  private static Mapping mapping(FieldRule... rules) {
    return new Mapping(
        1,
        SyncObjectName.ACCOUNT_CUSTOMER,
        new Both<>("Account", "CustomersV3"),
        List.of(rules),
        ConflictPolicy.ASK,
        List.of());
  }

  private static Finding only(Check check) {
    assertThat(check.look()).hasSize(1);
    return check.look().get(0);
  }

  private static List<Level> levels(Check check) {
    return check.look().stream().map(Finding::level).toList();
  }

  private NamesCheck names(Side side, Mapping mapping) {
    return new NamesCheck(
        side,
        side == Side.D365 ? d365::metadata : creatio::metadata,
        List.of(mapping),
        Set.of("Email"));
  }

  @Test
  void findsSetsAndColumnsThatAFeedNeedsInVain() {
    d365.describe("SalesOrderLines", List.of("dataAreaId"), "dataAreaId", "SalesOrderNumber");
    FeedSetsCheck check =
        new FeedSetsCheck(
            Side.D365,
            d365::metadata,
            List.of(
                followed("SalesOrderLines", "dataAreaId", "SalesOrderNumber"),
                followed("SalesOrderLines", "SalesOrderNumber", "Lot"),
                followed("Nowhere", "Lot")));

    List<Finding> findings = check.look();

    assertThat(levels(check)).containsExactly(Level.OK, Level.PROBLEM, Level.PROBLEM);
    assertThat(findings.get(1).what()).contains("no Lot").contains("order-sales-order");
    assertThat(findings.get(2).what()).contains("no such set");
    assertThat(findings.get(2).where()).isEqualTo("D365 Nowhere");
  }

  private static FeedSetsCheck.Followed followed(String set, String... columns) {
    return new FeedSetsCheck.Followed(
        SyncObjectName.ORDER_SALES_ORDER, set, io.weft.activities.value.Columns.of(columns));
  }

  @Test
  void knowsForEachObjectWhatIsNoColumn() {
    creatio.describe("Account", List.of("Id"), "A");
    Mapping mapping = mapping(rule("A", "A"), rule("Email", "E"));
    NamesCheck check =
        new NamesCheck(
            Side.CREATIO,
            creatio::metadata,
            List.of(
                new NamesCheck.Mapped(mapping, Set.of("Email")),
                new NamesCheck.Mapped(mapping, Set.of())));

    assertThat(levels(check)).containsExactly(Level.OK, Level.PROBLEM);
  }

  @Test
  void findsEveryMappedFieldThatD365DoesNotHave() {
    d365.describe("CustomersV3", List.of("dataAreaId"), "OrganizationName", "paymentTerms");
    Mapping mapping =
        mapping(rule("A", "OrganizationName"), rule("B", "PaymentTerms"), rule("C", "Nowhere"));

    List<Finding> findings = names(Side.D365, mapping).look();

    assertThat(findings).extracting(Finding::level).containsOnly(Level.PROBLEM);
    assertThat(findings)
        .extracting(Finding::where)
        .containsExactly("D365 CustomersV3.PaymentTerms", "D365 CustomersV3.Nowhere");
    assertThat(findings.get(0).remedy()).contains("there is 'paymentTerms'");
  }

  @Test
  void saysHowToAddEachMissingCreatioColumn() {
    creatio.describe("Account", List.of("Id"), "Name", "CityId");
    FieldRule terms =
        rule(
            "terms",
            new Both<>(
                new Slot("UsrPaymentTerms", Type.CODE, 10, false, false, null),
                Slot.of("PaymentTerms", Type.CODE)),
            Conversion.NONE);
    FieldRule currency =
        rule(
            "currency",
            new Both<>(
                Slot.of("UsrCurrency", Type.REFERENCE), Slot.of("SalesCurrencyCode", Type.CODE)),
            Conversion.NONE.with(
                new Reference("Currency", List.of("ShortName"), Reference.Form.AS_IS)));
    Mapping mapping =
        mapping(rule("Name", "A"), rule("City", "B"), rule("Email", "C"), terms, currency);

    List<Finding> findings = names(Side.CREATIO, mapping).look();

    assertThat(findings)
        .extracting(Finding::where)
        .containsExactly("Creatio Account.UsrPaymentTerms", "Creatio Account.UsrCurrency");
    assertThat(findings.get(0).remedy()).contains("Text (50 characters)", "UsrPaymentTerms");
    assertThat(findings.get(1).remedy()).contains("Lookup to Currency");
  }

  @Test
  void isContentWhenEveryFieldIsThere() {
    d365.describe("CustomersV3", List.of("dataAreaId"), "OrganizationName");

    Finding finding = only(names(Side.D365, mapping(rule("A", "OrganizationName"))));

    assertThat(finding).isEqualTo(Finding.ok("D365 CustomersV3", "All 1 mapped fields are there."));
  }

  @Test
  void findsAMissingSet() {
    assertThat(only(names(Side.D365, mapping(rule("A", "B")))).what()).contains("no such set");
  }

  @Test
  void warnsOfTextsThatAreTooLongForTheOtherSide() {
    creatio.describe("Account", List.of("Id"), "Name:250", "Code:20");
    d365.describe("CustomersV3", List.of("dataAreaId"), "OrganizationName:100", "NameAlias:20");
    Both<Supplier<Metadata>> models = new Both<>(creatio::metadata, d365::metadata);
    Mapping tooLong = mapping(rule("Name", "OrganizationName"), rule("Code", "NameAlias"));
    FieldRule wrong =
        rule(
            "wrong",
            new Both<>(
                Slot.of("Code", Type.STRING),
                new Slot("NameAlias", Type.STRING, 30, false, false, null)),
            Conversion.NONE);

    Finding warning = only(new LengthsCheck(models, List.of(tooLong)));
    Finding problem = only(new LengthsCheck(models, List.of(mapping(wrong))));

    assertThat(warning.level()).isEqualTo(Level.WARN);
    assertThat(warning.what()).contains("100").contains("250");
    assertThat(problem.level()).isEqualTo(Level.PROBLEM);
    assertThat(problem.remedy()).contains("to 20");
  }

  @Test
  void findsLegalEntitiesThatDoNotExist() {
    d365.put("LegalEntities", "LegalEntityId", "USMF");
    d365.put("LegalEntities", "LegalEntityId", "DEMF");

    LegalEntitiesCheck check = new LegalEntitiesCheck(d365, List.of(USMF, new LegalEntity("xxxx")));

    assertThat(levels(check)).containsExactly(Level.OK, Level.PROBLEM);
    assertThat(check.look().get(1).remedy()).contains("demf, usmf");
  }

  @Test
  void findsCodesThatALegalEntityDoesNotHave() {
    d365.put("CustomerGroups", "dataAreaId", "usmf", "CustomerGroupId", "30");
    d365.put("CustomerGroups", "dataAreaId", "demf", "CustomerGroupId", "80");
    d365.put("Currencies", "CurrencyCode", "USD");
    List<UsedCode> used =
        List.of(
            new UsedCode("CustomerGroups", USMF, "30", "a rule"),
            new UsedCode("CustomerGroups", USMF, "80", "a rule"),
            new UsedCode("Currencies", USMF, "usd", "a map"));

    List<Finding> findings = new CodesCheck(d365, used).look();

    assertThat(findings).extracting(Finding::level).containsExactly(Level.PROBLEM, Level.OK);
    assertThat(findings.get(0).what()).contains("'80'").contains("a rule");
  }

  @Test
  void readsTheCodesThatAMappingNames() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("30 days", "Net30");
    FieldRule terms =
        rule(
            "terms",
            new Both<>(
                Slot.of("UsrPaymentTerms", Type.CODE),
                new Slot("PaymentTerms", Type.CODE, 10, false, false, "PaymentTerms")),
            Conversion.NONE.with(new ValueMap(words, false)));

    assertThat(UsedCode.of(mapping(terms, rule("A", "B")), USMF))
        .containsExactly(new UsedCode("PaymentTerms", USMF, "Net30", "mapping 'terms'"));
  }

  @Test
  void tellsStrangersInOurNumberRangeFromOurOwnCustomers() {
    d365.customer("usmf", "CRT-000001", "Ours");
    d365.customer("usmf", "CRT-000002", "A stranger");
    d365.customer("demf", "CRT-000003", "Elsewhere");
    PairId pair = new PairId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, id(1));
    stores
        .links()
        .link(new LinkWanted(pair, "CRT-000001", null, null, Side.CREATIO, true, true, List.of()));
    NumberRange range = new NumberRange("customer/usmf", "CRT-", 6, 1, 899_999);

    NumbersCheck check = new NumbersCheck(d365, stores.links(), USMF, range);

    assertThat(levels(check)).containsExactly(Level.WARN, Level.OK);
    assertThat(check.look().get(0).what()).contains("CRT-000002").doesNotContain("CRT-000003");
  }

  @Test
  void asksForManualNumbersAsLongAsNothingProvesThem() {
    NumberRange range = new NumberRange("customer/usmf", "CRT-", 6, 1, 899_999);

    NumbersCheck check = new NumbersCheck(d365, stores.links(), USMF, range);

    assertThat(levels(check)).containsExactly(Level.OK, Level.WARN);
    assertThat(check.look().get(1).remedy()).contains("Manual");
  }

  @Test
  void readsWhetherChangesNeedAnApproval() {
    ApprovalCheck check = new ApprovalCheck(d365);
    assertThat(only(check).what()).contains("does not show");

    d365.describe("CustomerParameters", List.of("dataAreaId"), "dataAreaId", "ChangeProposalName");
    d365.put("CustomerParameters", "dataAreaId", "usmf", "ChangeProposalName", "No");
    assertThat(only(check).level()).isEqualTo(Level.OK);

    d365.put("CustomerParameters", "dataAreaId", "demf", "ChangeProposalName", "Yes");
    assertThat(only(check).what()).contains("ChangeProposalName in demf");
  }

  @Test
  void opensTheChangeFeed() {
    FakeDataverse dataverse = new FakeDataverse();
    DeltaCheck check = new DeltaCheck(dataverse, DeltaTable.customers());
    assertThat(only(check).level()).isEqualTo(Level.OK);

    dataverse.failWith(
        new RemoteException.Rejected(
            Side.D365, "opening", "change tracking is not enabled for entity", null));
    assertThat(only(check).level()).isEqualTo(Level.PROBLEM);
    assertThat(only(check).remedy()).contains("Track changes");
  }

  @Test
  void readsEachSetThatIsUsed() {
    creatio.account(1, "One", "2026-01-01T00:00:00Z");
    creatio.failWith(
        "AccountCommunication",
        new RemoteException.Denied(Side.CREATIO, "read", "no right to read", (Throwable) null));
    ReadCheck check =
        ReadCheck.creatio(creatio, List.of("Account", "AccountCommunication", "Currency"));

    assertThat(levels(check)).containsExactly(Level.OK, Level.PROBLEM, Level.WARN);
    assertThat(check.look().get(2).what()).contains("hidden");
  }

  @Test
  void readsSetsOfD365ByTheirKeys() {
    d365.describe("CustomersV3", List.of("dataAreaId", "CustomerAccount"));
    d365.customer("usmf", "US-001", "One");

    assertThat(levels(ReadCheck.d365(d365, List.of("CustomersV3", "TaxGroups"))))
        .containsExactly(Level.OK, Level.WARN);
  }

  @Test
  void saysWhenTheWebhookWasLastHeard() {
    assertThat(only(webhook(null)).what()).contains("No change was ever announced");
    assertThat(only(webhook(TestClock.START.minusSeconds(90))).what()).contains("90 s ago");
    assertThat(only(webhook(TestClock.START.minus(Duration.ofDays(3)))).level())
        .isEqualTo(Level.WARN);
  }

  private WebhookCheck webhook(@Nullable Instant last) {
    return new WebhookCheck(() -> Optional.ofNullable(last), clock);
  }

  @Test
  void namesSearchAttributesThatAreNotRegistered() {
    Set<String> all = new LinkedHashSet<>();
    Labels.ALL.forEach(key -> all.add(key.getName()));
    assertThat(only(new SearchAttributesCheck(() -> Optional.of(all))).level()).isEqualTo(Level.OK);

    Finding missing = only(new SearchAttributesCheck(() -> Optional.of(Set.of("WeftState"))));

    assertThat(missing.remedy()).contains("WeftFailure").doesNotContain("--name WeftState ");
    assertThat(only(new SearchAttributesCheck(Optional::empty)).level()).isEqualTo(Level.OK);
  }

  @Test
  void refusesTheStoreOfAnotherEnvironment() {
    Environment production = new Environment("production; Creatio a; D365 b");
    EnvironmentCheck check = new EnvironmentCheck(production, stores.facts());
    assertThat(only(check).level()).isEqualTo(Level.OK);

    stores.facts().keep("environment", "sandbox; Creatio a; D365 b");
    assertThat(only(check).level()).isEqualTo(Level.PROBLEM);
    assertThat(stores.facts().fact("environment")).contains("sandbox; Creatio a; D365 b");
  }

  @Test
  void looksAtTheStoreAndItsLedger() {
    assertThat(levels(new StoreCheck(stores.hints(), List::of)))
        .containsExactly(Level.OK, Level.OK);
    assertThat(levels(new StoreCheck(stores.hints(), () -> List.of("V007"))))
        .containsExactly(Level.PROBLEM, Level.OK);
  }

  @Test
  void repeatsEveryProblemOfTheMappingsWithFileAndLine() {
    ConfigErrors errors = new ConfigErrors();
    assertThat(only(new MappingCheck(() -> errors)).level()).isEqualTo(Level.OK);

    errors.note(new ConfigErrors.Entry("a.yaml", 7, "fields.x", "y", "is unknown", "Leave it out"));
    Finding finding = only(new MappingCheck(() -> errors));

    assertThat(finding.where()).isEqualTo("a.yaml:7");
    assertThat(finding.remedy()).isEqualTo("Leave it out.");
  }

  @Test
  void warnsOfAClockThatIsWrong() {
    assertThat(only(skew(Duration.ofSeconds(2))).level()).isEqualTo(Level.OK);
    assertThat(only(skew(Duration.ofSeconds(-90))).what()).contains("90 s behind");
    assertThat(only(skew(Duration.ofMinutes(10))).what()).contains("10 min ahead");
    assertThat(only(new ClockCheck(Side.D365, Optional::empty)).level()).isEqualTo(Level.OK);
  }

  private static ClockCheck skew(Duration ahead) {
    return new ClockCheck(Side.D365, () -> Optional.of(ahead));
  }
}
