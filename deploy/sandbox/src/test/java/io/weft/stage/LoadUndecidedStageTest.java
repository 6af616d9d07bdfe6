package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.desk.Question.Carry;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.load.ReviewPair.Decision;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People work on two records that a load left to a reviewer, who has not decided yet. */
final class LoadUndecidedStageTest {
  @TempDir Path directory;
  private ObjectStage stage;
  private LoadStage loads;
  private String account = "";
  private final RecordRef customer =
      RecordRef.d365(LoadStage.id(1).object(), LoadStage.id(1).legalEntity(), "US-M1");

  @BeforeEach
  void start() {
    stage = ObjectStage.start(directory, settings -> settings);
    loads = new LoadStage(stage, 25);
    account = loads.account("Mapel Works Inc.", Map.of("Phone", "+1 206 555 0100"));
    loads.customer("US-M1", "Maple Works LLC", Map.of("PrimaryContactPhone", "+1 206 555 0100"));
    loads.whole(1, Creation.BOTH);
    stage.backlog().quiet();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void neitherIsMadeASecondTimeAndAPersonIsTold() {
    edit();

    stage.seen(record()).seen(customer).quiet();

    assertAsked(record(), "'US-M1' in D365");
    assertAsked(customer, "'" + account + "' in Creatio");
    assertThat(stage.users().inD365("CustomersV3", "usmf", "OrganizationName", "Mapel Works Inc."))
        .isEmpty();
    assertThat(stage.users().inCreatio("Account", "Name", "Maple Works LLC")).isEmpty();
  }

  @Test
  void rejectedTheyLookAgainByThemselvesAndAreTwo() {
    edit();
    stage.seen(record()).seen(customer).quiet();

    decide(Decision.REJECT);
    stage.quiet();

    assertThat(stage.introduced(record())).get().isInstanceOf(IntroductionOutcome.Introduced.class);
    assertThat(stage.introduced(customer)).get().isInstanceOf(IntroductionOutcome.Introduced.class);
    assertThat(stage.users().inD365("CustomersV3", "usmf", "OrganizationName", "Mapel Works Inc."))
        .hasSize(1);
    assertThat(stage.users().inCreatio("Account", "Name", "Maple Works LLC")).hasSize(1);
    assertNobodyIsAsked();
  }

  @Test
  void acceptedTheyLookAgainByThemselvesAndAreOne() {
    edit();
    stage.seen(record()).seen(customer).quiet();

    decide(Decision.ACCEPT);
    stage.quiet();

    assertAreOne();
    assertNobodyIsAsked();
  }

  /** What is not loaded yet has no link, and must not be made a second time either. */
  @Test
  void acceptedInAPlanTheyAreOneWhenOneOfThemIsEdited() {
    loads.plan(2);
    decide(Decision.ACCEPT);
    edit();

    stage.seen(record()).quiet();

    assertAreOne();
  }

  private RecordRef record() {
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account);
  }

  private void edit() {
    stage.users().editAccount("Ana Ruiz", account, Map.of("Web", "https://mapel.example"));
  }

  private void assertAreOne() {
    assertThat(stage.users().account(account).orElseThrow().path("UsrD365CustomerAccount").asText())
        .isEqualTo("US-M1");
    assertThat(
            stage.users().inD365("CustomersV3", "usmf", "PrimaryContactPhone", "+1 206 555 0100"))
        .hasSize(1);
  }

  private void assertNobodyIsAsked() {
    assertThat(stage.stores().parked().list(null, null, null, null, 10)).isEmpty();
  }

  private void assertAsked(RecordRef record, String about) {
    IntroductionOutcome outcome = stage.introduced(record).orElseThrow();
    assertThat(outcome).isInstanceOf(IntroductionOutcome.NeedsPerson.class);
    var problem = ((IntroductionOutcome.NeedsPerson) outcome).problem();
    assertThat(problem.what()).contains(about);
    assertThat(problem.remedy()).contains("weft load review list account-customer");
  }

  private void decide(Decision decision) {
    String id = loads.reviews().get(0).id();
    loads.decide(Carry.OUT, new Decided(id, decision, null, null));
  }
}
