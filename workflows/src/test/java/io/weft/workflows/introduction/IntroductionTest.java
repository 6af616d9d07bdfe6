package io.weft.workflows.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowStub;
import io.weft.workflows.World;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntroductionTest {
  private static final RecordRef CUSTOMER =
      RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, World.USMF, "US-001");
  private static final String ID = WorkflowIds.introduction(CUSTOMER);
  private static final IntroductionOutcome DOUBTFUL =
      new IntroductionOutcome.NeedsPerson(
          new Problem(
              "DoubtfulMatch",
              "Two accounts look like this customer",
              "Link one of them, or discard",
              "weft-match-doubtful-00000001",
              null,
              false));

  private final World world = World.open();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void linksInTwelveEvents() {
    introduce();
    world.finish(run());

    assertThat(world.events(ID)).isEqualTo(12);
    assertThat(world.label(ID, Labels.D365_KEY)).isEqualTo("US-001");
    assertThat(world.label(ID, Labels.LEGAL_ENTITY)).isEqualTo("usmf");
  }

  @Test
  void endsWhenTheRecordIsLeftOut() {
    world.introductions.then(new IntroductionOutcome.LeftOut("an employee"));

    introduce();
    world.finish(run());

    assertThat(world.introductions.requests()).hasSize(1);
  }

  @Test
  void aDoubtfulMatchWaitsForALink() {
    Instruction.Link link = new Instruction.Link("ann", "the same firm", World.ACCOUNT);
    world.introductions.then(DOUBTFUL);
    introduce();
    world.pass(Duration.ofDays(100));
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    assertThat(world.parking.parked().get(0).record())
        .isEqualTo("account-customer/d365/usmf/US-001");

    world.desk.link(ID, link);
    world.finish(run());

    assertThat(world.introductions.requests().get(1).instructions()).containsExactly(link);
  }

  @Test
  void aChangeOfTheRecordMakesItLookAgain() {
    world.introductions.then(DOUBTFUL);
    introduce();
    world.pass(Duration.ofDays(1));

    introduce();
    world.finish(run());

    assertThat(world.introductions.requests()).hasSize(2);
  }

  @Test
  void waitsForAnotherRecordAndGoesOnWhenItIsReleased() {
    world.introductions.then(new IntroductionOutcome.WaitsFor(World.PAIR, null));
    introduce();
    world.pass(Duration.ofDays(30));
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Waiting");
    assertThat(world.details(ID)).contains("Waits for " + World.PAIR.path() + "; goes on");
    assertThat(world.parking.parked()).isEmpty();

    world.starts.introduce(CUSTOMER, Hint.of(CUSTOMER, Origin.RELEASE, Instant.EPOCH));
    world.finish(run());

    assertThat(world.introductions.requests()).hasSize(2);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
    assertThat(world.details(ID)).isEmpty();
  }

  @Test
  void saysWhyTheRecordItWaitsForDoesNotGetOn() {
    world.introductions.then(new IntroductionOutcome.WaitsFor(World.PAIR, "no group 'X9'"));
    introduce();
    world.pass(Duration.ofDays(1));

    assertThat(world.details(ID))
        .contains("Waits for " + World.PAIR.path() + ", which is held up: no group 'X9'");
  }

  private void introduce() {
    Instant now = Instant.ofEpochMilli(world.env.currentTimeMillis());
    world.starts.introduce(CUSTOMER, Hint.of(CUSTOMER, Origin.POLLER, now));
  }

  private WorkflowStub run() {
    return world.client.newUntypedWorkflowStub(ID);
  }
}
