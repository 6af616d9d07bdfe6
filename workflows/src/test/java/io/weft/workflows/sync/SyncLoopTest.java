package io.weft.workflows.sync;

import static io.weft.workflows.FakeAccounts.IN_STEP;
import static io.weft.workflows.FakeAccounts.WRONG_GROUP;
import static io.weft.workflows.World.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.WorkflowReplayer;
import io.weft.workflows.World;
import io.weft.workflows.account.AccountCustomerSyncImpl;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncLoopTest {
  private static final String ID = WorkflowIds.pair(PAIR);

  private World world = World.open();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aSteadyRunIsTwelveEvents() {
    world.changed(Origin.WEBHOOK);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(1);
    assertThat(world.events(ID)).isEqualTo(12);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
    assertThat(world.label(ID, Labels.ORIGIN)).isEqualTo("webhook");
    assertThat(world.label(ID, Labels.CREATIO_ID)).isEqualTo(World.ACCOUNT);
  }

  @Test
  void aBurstDuringAPassCausesExactlyOneMore() {
    world.accounts.thenRun(
        request -> {
          for (int i = 0; i < 20; i++) {
            world.changed(Origin.POLLER);
          }
          return IN_STEP;
        });

    world.changed(Origin.WEBHOOK);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(2);
  }

  @Test
  void passesAgainWhenThePassSawMore() {
    world.accounts.then(new PassOutcome.Settled(List.of(), true));

    world.changed(Origin.WEBHOOK);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(2);
  }

  @Test
  void endsWhenD365OnlyProposed() {
    world.accounts.then(new PassOutcome.Proposed(List.of()));

    world.changed(Origin.WEBHOOK);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(1);
  }

  @Test
  void endsWhenThePairHasEnded() {
    PairId survivor = new PairId(SyncObjectName.ACCOUNT_CUSTOMER, World.USMF, "other");
    world.accounts.then(new PassOutcome.Ended("merged away", survivor));

    world.changed(Origin.WEBHOOK);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(1);
    assertThat(world.events(ID)).isEqualTo(12);
  }

  @Test
  void waitsForAnotherRecordUntilItIsReleased() {
    PairId other = new PairId(SyncObjectName.ACCOUNT_CUSTOMER, World.USMF, "parent");
    world.accounts.then(new PassOutcome.WaitsFor(other));

    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofDays(30));
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Waiting");
    assertThat(world.details(ID)).contains("Waits for account-customer/usmf/parent");
    assertThat(world.accounts.requests()).hasSize(1);

    world.changed(Origin.RELEASE);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(2);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
  }

  @Test
  void continuesAsNewWithoutLosingAnInstructionAndReplays() throws Exception {
    List<Instruction> said = Collections.synchronizedList(new ArrayList<>());
    world.accounts.always(
        request -> {
          int n = world.accounts.requests().size();
          if (n >= 600 && n < 720) {
            Instruction.Retry retry = new Instruction.Retry("ann", "attempt " + n);
            said.add(retry);
            world.desk.retry(ID, retry);
          }
          return new PassOutcome.Settled(List.of(), n < 720);
        });

    world.changed(Origin.WEBHOOK);
    String first = world.pair().describe().getExecution().getRunId();
    world.finish(world.pair());

    assertThat(world.pair().describe().getExecution().getRunId()).isNotEqualTo(first);
    assertThat(world.accounts.requests().stream().flatMap(r -> r.instructions().stream()))
        .containsExactlyElementsOf(said);
    assertThat(world.pair().describe().getMemo(Labels.MEMO, String.class))
        .isEqualTo("Account and customer in usmf, by webhook");
    assertThat(world.label(ID, Labels.SYNC_OBJECT)).isEqualTo("account-customer");
    WorkflowReplayer.replayWorkflowExecution(
        world.client.fetchHistory(ID, first), AccountCustomerSyncImpl.class);
  }

  @Test
  void parksAndGoesOnWhereTheServerKnowsNoLabels() {
    world.close();
    world = World.open(Visibility.PLAIN);
    world.accounts.then(new PassOutcome.NeedsPerson(WRONG_GROUP, List.of()));

    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofMinutes(1));
    assertThat(world.parking.parked()).hasSize(1);

    world.changed(Origin.POLLER);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(2);
  }
}
