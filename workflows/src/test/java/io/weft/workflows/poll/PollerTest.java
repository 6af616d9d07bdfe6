package io.weft.workflows.poll;

import static io.weft.workflows.World.USMF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.workflows.World;
import io.weft.workflows.desk.Desk.SweepVerb;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerTest {
  private static final String ID = WorkflowIds.poller(USMF);
  private static final String SWEEP = WorkflowIds.creatioSweep("main");
  private static final PollOrder ANN = new PollOrder("ann", "month-end");

  private final World world = World.open();

  @AfterEach
  void close() {
    world.polls.hang(false);
    world.close();
  }

  @Test
  void takesOneTurnAfterTheOther() {
    world.starts.poller(USMF, 600);
    world.pass(Duration.ofMinutes(35));

    assertThat(world.polls.turns()).isEqualTo(4);
    PollState state = world.desk.poller(USMF);
    assertThat(state.turns()).isEqualTo(4);
    assertThat(state.feeds()).hasSize(1);
    assertThat(world.details(ID)).contains("`customers`").contains("2 hints");
  }

  @Test
  void aSecondStartChangesNothing() {
    world.starts.poller(USMF, 600);
    String run = run();

    world.starts.poller(USMF, 60);

    assertThat(run()).isEqualTo(run);
  }

  @Test
  void aPauseBreaksTheTurnOffAndLastsUntilItIsLifted() {
    world.polls.hang(true);
    world.starts.poller(USMF, 600);
    await().until(() -> world.polls.turns() == 1);

    world.desk.pausePoller(USMF, ANN);
    await().until(() -> world.desk.poller(USMF).state().equals("Paused"));
    world.polls.hang(false);
    world.pass(Duration.ofDays(3));
    assertThat(world.polls.turns()).isEqualTo(1);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Waiting");
    assertThat(world.details(ID)).contains("Paused by** ann: month-end");

    world.desk.resumePoller(USMF, ANN);
    world.pass(Duration.ofMinutes(1));

    assertThat(world.polls.turns()).isEqualTo(2);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
    assertThat(world.desk.poller(USMF).order()).isNull();
  }

  @Test
  void aResetIsCarriedOutBeforeTheNextTurnAndDuringAPause() {
    world.polls.hang(true);
    world.starts.poller(USMF, 600);
    await().until(() -> world.polls.turns() == 1);

    world.desk.resetPoller(USMF, ANN);
    await().until(() -> world.polls.turns() == 2);
    assertThat(world.polls.resets()).hasSize(1);
    assertThat(world.polls.resets().get(0).scope()).isEqualTo("usmf");

    world.desk.pausePoller(USMF, ANN);
    world.desk.resetPoller(USMF, ANN);
    await().until(() -> world.polls.resets().size() == 2);
    await().until(() -> world.desk.poller(USMF).state().equals("Paused"));
    assertThat(world.polls.turns()).isEqualTo(2);
  }

  @Test
  void troubleIsShownAndTriedAgain() {
    world.polls.failOnce();
    world.starts.poller(USMF, 600);
    world.pass(Duration.ofMinutes(2));
    assertThat(world.desk.poller(USMF).state()).isEqualTo("Troubled");
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    assertThat(world.details(ID)).contains("feed refused");

    world.pass(Duration.ofMinutes(5));

    assertThat(world.polls.turns()).isEqualTo(2);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
    assertThat(world.desk.poller(USMF).trouble()).isNull();
  }

  @Test
  void aRefusedResetDoesNotEndIt() {
    world.polls.failResetOnce();
    world.starts.poller(USMF, 600);
    world.pass(Duration.ofMinutes(1));

    world.desk.resetPoller(USMF, ANN);
    world.pass(Duration.ofMinutes(11));

    assertThat(world.polls.turns()).isGreaterThan(2);
  }

  @Test
  void goesOnAsANewRunWithItsCountersAndItsPause() {
    world.starts.poller(USMF, 60);
    String first = run();
    world.pass(Duration.ofMinutes(49).plusSeconds(50));
    world.desk.pausePoller(USMF, ANN);
    world.pass(Duration.ofMinutes(1));

    PollState state = world.desk.poller(USMF);
    assertThat(run()).isNotEqualTo(first);
    assertThat(state.turns()).isEqualTo(50);
    assertThat(state.state()).isEqualTo("Paused");
    assertThat(world.label(ID, Labels.LEGAL_ENTITY)).isEqualTo("usmf");
  }

  @Test
  void theSweepTakesTheSameOrders() {
    world.starts.sweep("main", 3600);
    world.pass(Duration.ofMinutes(90));
    assertThat(world.polls.turns()).isEqualTo(2);

    world.desk.tellSweep("main", SweepVerb.PAUSE, ANN);
    world.desk.tellSweep("main", SweepVerb.RESET, ANN);
    world.pass(Duration.ofHours(9));
    assertThat(world.polls.turns()).isEqualTo(2);
    assertThat(world.polls.resets().get(0).scope()).isEqualTo(SWEEP);

    world.desk.tellSweep("main", SweepVerb.RESUME, ANN);
    world.pass(Duration.ofMinutes(1));

    assertThat(world.desk.sweep("main").turns()).isEqualTo(3);
  }

  private String run() {
    return world.client.newUntypedWorkflowStub(ID).describe().getExecution().getRunId();
  }
}
