package io.weft.activities.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the shipped account mapping does in situations that people meet. */
class MergeTest {
  private static FieldDecision decision(Plan plan, String field) {
    return plan.decisions().stream().filter(d -> d.field().equals(field)).findFirst().orElseThrow();
  }

  @Test
  void nothingMovedNothingHappens() {
    Plan plan = Merge.plan(AccountWorld.settled(AccountWorld.account(), AccountWorld.customer()));

    assertThat(plan.writesNothing()).isTrue();
    assertThat(plan.decisions()).isEmpty();
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void onlyTheChangedFieldIsSent() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account().with("Name", new Value.Text("Acme SE")),
                AccountWorld.customer()));

    assertThat(plan.writes().d365())
        .isEqualTo(Fields.of("OrganizationName", new Value.Text("Acme SE")));
    assertThat(plan.writes().creatio().isEmpty()).isTrue();
    assertThat(decision(plan, "OrganizationName"))
        .isEqualTo(
            new FieldDecision(
                "OrganizationName",
                Verdict.TO_D365,
                Side.D365,
                "Acme",
                "Acme SE",
                null,
                "Only Creatio had changed."));
    assertThat(plan.confirmed().d365().creatio().get("Name")).isEqualTo(new Value.Text("Acme SE"));
  }

  @Test
  void aDisputedFieldWaitsAndTheOthersGo() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account()
                    .with("Name", new Value.Text("Acme A"))
                    .with("Phone", new Value.Text("123")),
                AccountWorld.customer().with("OrganizationName", new Value.Text("Acme B"))));

    assertThat(plan.writes().d365().names()).containsExactly("PrimaryContactPhone");
    assertThat(decision(plan, "OrganizationName").verdict()).isEqualTo(Verdict.ASKED);
    assertThat(plan.problems()).hasSize(1);
    assertThat(plan.problems().get(0).what())
        .isEqualTo(
            "Both sides changed the field: Creatio Name says 'Acme A', D365 OrganizationName says"
                + " 'Acme B'.");
  }

  @Test
  void theOperatorsChoiceSettlesADispute() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account().with("Name", new Value.Text("Acme A")),
                AccountWorld.customer().with("OrganizationName", new Value.Text("Acme B")),
                new Instruction.Choose("Ann", "asked them", Side.D365, List.of("Name"))));

    assertThat(plan.writes().creatio()).isEqualTo(Fields.of("Name", new Value.Text("Acme B")));
    assertThat(decision(plan, "Name").rival()).isEqualTo("Acme A");
    assertThat(decision(plan, "Name").why()).contains("Ann chose D365, because: asked them");
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void anUnknownCodeIsHeldBackWithItsRemedy() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account()
                    .with("UsrPaymentTerms", new Value.Code("Net45"))
                    .with("Zip", new Value.Text("10115")),
                AccountWorld.customer()));

    assertThat(plan.writes().d365().names()).containsExactly("AddressZipCode");
    assertThat(decision(plan, "PaymentTerms").verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(plan.problems().get(0).what())
        .isEqualTo(
            "D365 field PaymentTerms: the value 'Net45' (Creatio UsrPaymentTerms) is not in the"
                + " list PaymentTerms.");
    assertThat(plan.problems().get(0).remedy()).startsWith("Add it to the list");
    assertThat(plan.problems().get(0).failure()).isEqualTo("UnknownCode");
  }

  @Test
  void theSameTroubleOnAnotherRecordHasTheSameFingerprint() {
    Plan one =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account().with("UsrPaymentTerms", new Value.Code("A")),
                AccountWorld.customer()));
    Plan two =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account().with("UsrPaymentTerms", new Value.Code("B")),
                AccountWorld.customer()));

    assertThat(one.problems().get(0).fingerprint()).isEqualTo(two.problems().get(0).fingerprint());
  }

  @Test
  void clearingARequiredFieldIsHeldBack() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account().with("Name", Values.ABSENT), AccountWorld.customer()));

    assertThat(plan.writesNothing()).isTrue();
    assertThat(plan.problems().get(0).what()).contains("is required and would be empty");
  }

  @Test
  void aNewCustomerGetsEverythingItNeeds() {
    Plan plan = Merge.plan(AccountWorld.creating(AccountWorld.account()));

    assertThat(plan.createHeldBack()).isFalse();
    assertThat(plan.writes().d365())
        .isEqualTo(
            Fields.of("OrganizationName", new Value.Text("Acme"))
                .with("AddressCountryRegionId", new Value.Code("DEU"))
                .with("SalesCurrencyCode", new Value.Code("EUR"))
                .with("CustomerGroupId", new Value.Code("10")));
  }

  @Test
  void aNewCustomerWithoutAGroupWaits() {
    Fields without = AccountWorld.account().with("UsrCustomerGroup", Values.ABSENT);

    Plan plan = Merge.plan(AccountWorld.creating(without));

    assertThat(plan.createHeldBack()).isTrue();
    assertThat(plan.writesNothing()).isTrue();
    assertThat(plan.problems().get(0).field()).isEqualTo("CustomerGroupId");
  }

  @Test
  void anOperatorsValueLetsTheCreateGoOn() {
    Fields without = AccountWorld.account().with("UsrCustomerGroup", Values.ABSENT);

    Plan plan =
        Merge.plan(
            AccountWorld.creating(
                without, new Instruction.Amend("Ann", "retail", Map.of("CustomerGroupId", "30"))));

    assertThat(plan.createHeldBack()).isFalse();
    assertThat(plan.writes().d365().get("CustomerGroupId")).isEqualTo(new Value.Code("30"));
    assertThat(decision(plan, "CustomerGroupId").verdict()).isEqualTo(Verdict.AMENDED);
  }

  @Test
  void anAmendedValueStaysUntilSomebodyChangesTheField() {
    Situation before =
        AccountWorld.settled(
            AccountWorld.account().with("UsrPaymentTerms", new Value.Code("Net45")),
            AccountWorld.customer(),
            new Instruction.Amend("Ann", "as agreed", Map.of("PaymentTerms", "Net30")));

    Situation after = Applied.to(before, Merge.plan(before));

    assertThat(after.now().d365().fields().get("PaymentTerms")).isEqualTo(new Value.Code("Net30"));
    assertThat(Merge.plan(after).writesNothing()).isTrue();
    assertThat(Merge.plan(after).problems()).isEmpty();
  }

  @Test
  void anAmendmentOfAnUnmappedFieldIsAProblem() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account(),
                AccountWorld.customer(),
                new Instruction.Amend("Ann", "x", Map.of("Nonsense", "1"))));

    assertThat(plan.problems().get(0).what()).contains("'Nonsense' was amended but is not mapped");
  }

  @Test
  void aValueSuppliedByARuleTakesTheRecordsPlace() {
    Situation base = AccountWorld.settled(AccountWorld.account(), AccountWorld.customer());
    Situation supplied =
        new Situation(
            base.rules(),
            base.policy(),
            base.now(),
            base.bases(),
            base.lookUps(),
            base.changedAt(),
            Fields.of("CustomerGroupId", new Value.Code("30")),
            List.of());

    Plan plan = Merge.plan(supplied);

    assertThat(plan.writes().d365()).isEqualTo(Fields.of("CustomerGroupId", new Value.Code("30")));
    assertThat(Merge.plan(Applied.to(supplied, plan)).writesNothing()).isTrue();
  }

  @Test
  void financesOwnChangeStaysAndIsRecorded() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account(),
                AccountWorld.customer().with("PaymentTerms", new Value.Code("Net10"))));

    assertThat(plan.writesNothing()).isTrue();
    assertThat(decision(plan, "PaymentTerms").verdict()).isEqualTo(Verdict.D365_WON);
    assertThat(decision(plan, "PaymentTerms").target()).isNull();
    assertThat(plan.basesAfterNoting().d365().values().get("PaymentTerms"))
        .isEqualTo(new Value.Code("Net10"));
  }

  @Test
  void aColumnThatD365FillsIsPutBack() {
    Plan plan =
        Merge.plan(
            AccountWorld.settled(
                AccountWorld.account().with("UsrD365CustomerAccount", new Value.Code("C9")),
                AccountWorld.customer()));

    assertThat(plan.writes().creatio())
        .isEqualTo(Fields.of("UsrD365CustomerAccount", new Value.Code("C1")));
    assertThat(decision(plan, "UsrD365CustomerAccount").rival()).isEqualTo("C9");
  }

  @Test
  void onlyTheLeadingPairTouchesWhatCustomersShare() {
    assertThat(AccountWorld.MAPPING.rules(false).stream().map(FieldRule::id))
        .containsExactly(
            "currency",
            "paymentTerms",
            "customerGroup",
            "salesTaxGroup",
            "taxNumber",
            "owner",
            "district",
            "primaryContact");
  }

  @Test
  void aFieldMappedLaterIsMetForTheFirstTime() {
    Situation situation =
        AccountWorld.settled(
            AccountWorld.account(),
            AccountWorld.customer().with("PrimaryContactURL", new Value.Text("acme.com")));
    Both<Base> bases =
        new Both<>(
            Base.of(AccountWorld.account().only(List.of("Name"))),
            Base.of(AccountWorld.customer().only(List.of("OrganizationName"))));
    Plan plan =
        Merge.plan(
            new Situation(
                situation.rules(),
                situation.policy(),
                situation.now(),
                new Both<>(bases.creatio(), bases.d365()),
                AccountWorld.LOOK_UPS,
                situation.changedAt(),
                Fields.none(),
                List.of()));

    assertThat(plan.writes().creatio()).isEqualTo(Fields.of("Web", new Value.Text("acme.com")));
    assertThat(plan.writes().d365().isEmpty()).isTrue();
    assertThat(plan.basesAfterNoting().creatio().has("Country")).isTrue();
  }
}
