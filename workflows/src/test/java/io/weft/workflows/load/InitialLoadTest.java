package io.weft.workflows.load;

import static io.weft.workflows.FakeLoads.until;
import static io.weft.workflows.World.USMF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import io.weft.workflows.World;
import io.weft.workflows.desk.Desk.LoadVerb;
import io.weft.workflows.desk.Told;
import io.weft.workflows.load.LoadActivities.WindowState;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.Labels;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InitialLoadTest {
  private static final LoadId LOAD = new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, 3);
  private static final String ID = LOAD.path();
  private static final LoadChoices CHOICES =
      new LoadChoices(Creation.BOTH, "ask", null, false, "ann", "go-live");
  private static final LoadOrder BOB = new LoadOrder("bob", "month-end");

  private final World world = World.open();

  @AfterEach
  void close() {
    world.loads.hang(false);
    world.close();
  }

  @Test
  void aLoadScansMatchesAppliesAndVerifies() {
    start();
    world.finish(run());

    assertThat(world.loads.done())
        .containsExactly("open", "window", "scan", "match", "apply", "verify", "close COMPLETED");
    assertThat(world.loads.batches()).isEqualTo(16);
    assertThat(world.details(ID))
        .contains("Load 3 of account and customer in usmf: complete")
        .contains("1000 linked, 1000 equal")
        .contains("100 % (1000 of 1000)");
    assertThat(world.desk.load(LOAD).state()).isEqualTo("Ended");
  }

  @Test
  void aPlanRehearsesAndAsksForNoWindow() {
    world.starts.load(LOAD, true, CHOICES);
    world.finish(run());

    assertThat(world.loads.done())
        .containsExactly("open", "scan", "match", "rehearse", "close COMPLETED");
    assertThat(world.details(ID)).contains("Plan 3 of").contains("(3 of 3)");
  }

  @Test
  void aNumberIsUsedOnce() {
    start();
    world.finish(run());

    assertThatThrownBy(this::start).isInstanceOf(WorkflowExecutionAlreadyStarted.class);
    world.starts.loadAgain(LOAD, false, CHOICES);
    world.finish(run());
    assertThat(world.loads.done()).endsWith("close COMPLETED").contains("open");
  }

  @Test
  void aPauseBreaksABatchOffAndLastsUntilItIsLifted() {
    hangInABatch();

    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    await().until(() -> state().equals("Paused"));
    int before = world.loads.batches();
    world.loads.hang(false);
    world.pass(Duration.ofDays(30));
    assertThat(world.loads.batches()).isEqualTo(before);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Waiting");
    assertThat(world.details(ID)).contains("nothing is written").contains("Told by bob:** month-e");
    assertThat(world.desk.load(LOAD).handled()).as("the record in hand").isEqualTo(1);

    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    world.finish(run());

    assertThat(world.loads.done()).endsWith("verify", "close COMPLETED");
  }

  @Test
  void aBatchThatEndsInCancellationPausesAsWell() {
    world.loads.endsInCancellation();
    hangInABatch();

    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    await().until(() -> state().equals("Paused"));
    world.loads.hang(false);
    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    world.finish(run());

    assertThat(world.loads.done()).endsWith("close COMPLETED");
  }

  @Test
  void aPauseReachesABatchThatWaitsToBeTriedAgain() {
    world.loads.beAway(true);
    start();
    await().until(() -> world.loads.batches() >= 1);

    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    await().until(() -> state().equals("Paused"));
    world.loads.beAway(false);
    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    world.finish(run());

    assertThat(world.loads.done()).endsWith("close COMPLETED");
    assertThat(world.desk.load(LOAD).trouble()).isNull();
  }

  @Test
  void aPauseThatIsLiftedAtOnceCostsOneBatch() {
    hangInABatch();

    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    await().until(() -> world.loads.batches() == 2);
    world.loads.hang(false);
    world.finish(run());

    assertThat(world.desk.load(LOAD).trouble()).isNull();
  }

  @Test
  void aCancelledLoadFinishesTheRecordInHandAndIsClosed() {
    hangInABatch();

    world.desk.tellLoad(LOAD, LoadVerb.CANCEL, BOB);
    world.finish(run());

    assertThat(world.loads.done()).endsWith("scan", "close CANCELLED: month-end (bob)");
    assertThat(world.details(ID)).contains("cancelled; what was written stays");
  }

  @Test
  void aPausedLoadCanBeCancelled() {
    hangInABatch();
    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    await().until(() -> state().equals("Paused"));

    world.desk.tellLoad(LOAD, LoadVerb.CANCEL, BOB);
    world.finish(run());

    assertThat(world.loads.done()).endsWith("close CANCELLED: month-end (bob)");
    assertThat(world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB)).isEqualTo(Told.NOBODY_THERE);
  }

  @Test
  void aLoadCancelledInTemporalIsClosedAllTheSame() {
    hangInABatch();

    run().cancel();

    assertThatThrownBy(() -> world.finish(run()))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
    assertThat(world.loads.done()).endsWith("close CANCELLED: cancelled in Temporal");
  }

  @Test
  void aRefusalParksTheLoadUntilAPersonResumesIt() {
    world.loads.refuseOnce("Plan 2 is not complete.");
    start();
    world.pass(Duration.ofDays(10));
    assertThat(state()).isEqualTo("Parked");
    assertThat(world.loads.done()).isEmpty();
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    assertThat(world.label(ID, Labels.FAILURE)).startsWith("weft-openload-rejected-");
    assertThat(world.details(ID)).contains("Plan 2 is not complete.").contains("waits for a perso");

    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    world.finish(run());

    assertThat(world.loads.done()).startsWith("open").endsWith("close COMPLETED");
    assertThat(world.label(ID, Labels.FAILURE)).isNull();
  }

  @Test
  void aParkedLoadCanBeCancelledOrPaused() {
    world.loads.refuseOnce("Another load is open.");
    start();
    await().until(() -> state().equals("Parked"));

    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    await().until(() -> state().equals("Paused"));
    world.desk.tellLoad(LOAD, LoadVerb.CANCEL, BOB);
    world.finish(run());

    assertThat(world.loads.done()).containsExactly("close CANCELLED: month-end (bob)");
  }

  @Test
  void whatMayHealIsTriedAgainByItself() {
    world.loads.batchesOf(1000);
    hangInABatch();
    world.loads.beAwayOnce();
    world.loads.hang(false);
    world.pass(Duration.ofMinutes(1));
    assertThat(state()).isEqualTo("Parked");

    world.pass(Duration.ofHours(2));

    assertThat(world.loads.done()).endsWith("close COMPLETED");
  }

  @Test
  void aClosingThatFailsIsTriedUntilItSucceeds() {
    hangInABatch();
    world.loads.refuseOnce("the store is full");
    world.desk.tellLoad(LOAD, LoadVerb.CANCEL, BOB);
    await().until(() -> state().equals("Parked"));

    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    world.finish(run());

    assertThat(world.loads.done()).endsWith("close CANCELLED: month-end (bob)");
  }

  @Test
  void aClosedWindowHoldsTheLoadUntilItOpens() {
    long began = world.env.currentTimeMillis();
    world.loads.window(
        () -> {
          Duration gone = Duration.ofMillis(world.env.currentTimeMillis() - began);
          Duration opens = Duration.ofHours(9);
          return gone.compareTo(opens) < 0
              ? until(false, began, opens)
              : until(true, began, opens.plusHours(8));
        });
    start();
    world.pass(Duration.ofHours(8));
    assertThat(world.loads.batches()).isZero();
    assertThat(state()).isEqualTo("Waiting");
    assertThat(world.desk.load(LOAD).resumesAt().toEpochMilli())
        .isEqualTo(began + Duration.ofHours(9).toMillis());
    assertThat(world.details(ID)).contains("opens at ");
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Waiting");

    world.pass(Duration.ofHours(2));

    assertThat(world.loads.done()).endsWith("close COMPLETED");
    assertThat(world.loads.limits()).containsOnly(began + Duration.ofHours(17).toMillis());
  }

  @Test
  void aWindowThatClosesStopsTheLoadBetweenBatches() {
    long began = world.env.currentTimeMillis();
    world.loads.batchesOf(0);
    world.loads.window(
        () ->
            world.env.currentTimeMillis() < began + Duration.ofMinutes(5).toMillis()
                ? until(true, began, Duration.ofMinutes(5))
                : until(false, began, Duration.ofHours(24)));
    start();

    world.pass(Duration.ofMinutes(6));
    int before = world.loads.batches();
    world.pass(Duration.ofHours(10));

    assertThat(state()).isEqualTo("Waiting");
    assertThat(world.loads.batches()).isEqualTo(before).isBetween(20, 40);
  }

  @Test
  void ordersAreTakenWhileItWaitsForItsWindow() {
    world.loads.window(() -> new WindowState(false, null));
    start();
    await().until(() -> state().equals("Waiting"));
    assertThat(world.desk.load(LOAD).trouble()).contains("No window of weft.yaml will open");
    assertThat(world.details(ID)).contains("never opens");

    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    await().until(() -> state().equals("Paused"));
    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    await().until(() -> state().equals("Waiting"));
    world.loads.window(() -> new WindowState(true, null));
    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    world.finish(run());

    assertThat(world.loads.done()).endsWith("close COMPLETED");
  }

  @Test
  void aBatchWithNothingToDoDoesNotSpin() {
    world.loads.batchesOf(0);
    start();

    world.pass(Duration.ofMinutes(10));

    assertThat(world.loads.batches()).isBetween(50, 70);
  }

  @Test
  void aLongLoadContinuesAsNewWithItsMemo() {
    world.loads.batchesOf(2);
    start();
    String first = run().describe().getExecution().getRunId();

    world.finish(run());

    assertThat(run().describe().getExecution().getRunId()).isNotEqualTo(first);
    assertThat(run().describe().getMemo(Labels.MEMO, String.class))
        .isEqualTo("Load: account and customer in usmf");
    assertThat(world.loads.done().stream().filter(what -> !what.equals("window")).distinct())
        .containsExactly("open", "scan", "match", "apply", "verify", "close COMPLETED");
    assertThat(world.loads.batches()).isEqualTo(2000);
    assertThat(world.events(ID)).isLessThan(1000);
  }

  @Test
  void loadsOfSeveralEntitiesRunBesideEachOther() {
    LoadId other = new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("demf"), 1);
    world.loads.hang(true);
    start();
    world.starts.load(other, false, CHOICES);

    await().until(() -> world.loads.batches() == 2);

    assertThat(List.of(world.desk.load(LOAD).state(), world.desk.load(other).state()))
        .containsOnly("Running");
    assertThat(world.label(other.path(), Labels.LEGAL_ENTITY)).isEqualTo("demf");
    assertThat(world.label(other.path(), Labels.ORIGIN)).isEqualTo("load");
  }

  private void start() {
    world.starts.load(LOAD, false, CHOICES);
  }

  private void hangInABatch() {
    world.loads.hang(true);
    start();
    await().until(() -> world.loads.batches() == 1);
  }

  private WorkflowStub run() {
    return world.client.newUntypedWorkflowStub(ID);
  }

  private String state() {
    return world.desk.load(LOAD).state();
  }
}
