package io.weft.workflows.sync;

import static io.weft.workflows.FakeAccounts.WRONG_GROUP;
import static io.weft.workflows.World.CONTACT;
import static io.weft.workflows.World.ORDER;
import static io.weft.workflows.World.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.FakePasses;
import io.weft.workflows.World;
import io.weft.workflows.failure.FailureTypes;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.pass.Progress;
import io.weft.workflows.record.PairId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contacts, which take one step, and orders, which take three. */
class StepsTest {
  private static final String ID = WorkflowIds.pair(ORDER);
  private static final PassOutcome REFUSED = new PassOutcome.NeedsPerson(WRONG_GROUP, List.of());

  private final World world = World.open();

  @AfterEach
  void close() {
    world.close();
  }

  static List<PairId> pairs() {
    return List.of(CONTACT, ORDER);
  }

  @Test
  void aContactTakesOneStep() {
    world.changed(CONTACT, Origin.WEBHOOK);
    world.finish(world.run(CONTACT));

    assertThat(world.passes.steps()).containsExactly("contact");
    assertThat(world.passes.last()).isEqualTo(new PassRequest(CONTACT, List.of(), null));
    assertThat(world.events(WorkflowIds.pair(CONTACT))).isEqualTo(12);
  }

  @Test
  void anOrderTakesThreeStepsAndHandsOnWhatWasDone() {
    world.passes.then(FakePasses.stepped(7, false)).then(FakePasses.stepped(7, true));

    world.changed(ORDER, Origin.WEBHOOK);
    world.finish(world.run(ORDER));

    PassRequest first = new PassRequest(ORDER, List.of(), null);
    assertThat(world.passes.taken())
        .containsExactly(
            new FakePasses.Taken("place", first),
            new FakePasses.Taken("lines", first.after(new Progress(7, false))),
            new FakePasses.Taken("totals", first.after(new Progress(7, true))));
  }

  @Test
  void aStepThatSettlesIsTheLast() {
    world.passes.then(new PassOutcome.Settled(List.of(), false));

    world.changed(ORDER, Origin.WEBHOOK);
    world.finish(world.run(ORDER));

    assertThat(world.passes.steps()).containsExactly("place");
  }

  @Test
  void moreAtTheLastStepBeginsAnewAtTheFirst() {
    world
        .passes
        .then(FakePasses.stepped(7, false))
        .then(FakePasses.stepped(7, true))
        .then(new PassOutcome.Settled(List.of(), true));

    world.changed(ORDER, Origin.WEBHOOK);
    world.finish(world.run(ORDER));

    assertThat(world.passes.steps())
        .containsExactly("place", "lines", "totals", "place", "lines", "totals");
    assertThat(world.passes.taken().get(3).request().progress()).isNull();
  }

  @Test
  void aHintBetweenTwoStepsCausesAnotherRoundAfterThisOne() {
    world.passes.thenRun(
        request -> {
          world.changed(ORDER, Origin.POLLER);
          return FakePasses.stepped(7, false);
        });

    world.changed(ORDER, Origin.WEBHOOK);
    world.finish(world.run(ORDER));

    assertThat(world.passes.steps())
        .containsExactly("place", "lines", "totals", "place", "lines", "totals");
  }

  @Test
  void aStepThatParksStopsTheRestAndARetryBeginsAtTheFirst() {
    Instruction.Retry retry = new Instruction.Retry("ann", "item released");
    world.passes.then(FakePasses.stepped(7, true)).then(REFUSED);
    world.changed(ORDER, Origin.WEBHOOK);
    world.pass(Duration.ofDays(100));
    assertThat(world.passes.steps()).containsExactly("place", "lines");
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");

    world.desk.retry(ID, retry);
    world.finish(world.run(ORDER));

    assertThat(world.passes.steps()).containsExactly("place", "lines", "place", "lines", "totals");
    assertThat(world.passes.taken().get(2).request())
        .isEqualTo(new PassRequest(ORDER, List.of(retry), null));
    assertThat(world.passes.last().instructions()).containsExactly(retry);
  }

  @Test
  void aStepThatIsRefusedStopsTheRestToo() {
    world.passes.then(FakePasses.stepped(7, true)).thenFail(FailureTypes.REJECTED, "no item X");
    world.changed(ORDER, Origin.WEBHOOK);
    world.pass(Duration.ofDays(1));
    assertThat(world.passes.steps()).containsExactly("place", "lines");
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");

    world.changed(ORDER, Origin.POLLER);
    world.finish(world.run(ORDER));

    assertThat(world.passes.steps()).containsExactly("place", "lines", "place", "lines", "totals");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whoWaitsSaysForWhomAndGoesOnWhenReleased(PairId pair) {
    String id = WorkflowIds.pair(pair);
    world.passes.then(new PassOutcome.WaitsFor(PAIR));
    world.changed(pair, Origin.WEBHOOK);
    world.pass(Duration.ofDays(100));
    assertThat(world.label(id, Labels.STATE)).isEqualTo("Waiting");
    assertThat(world.details(id)).contains("Waits for " + PAIR.path() + "; goes on by itself");
    assertThat(world.passes.taken()).hasSize(1);

    world.changed(pair, Origin.RELEASE);
    world.finish(world.run(pair));

    assertThat(world.passes.taken().get(1).request())
        .isEqualTo(new PassRequest(pair, List.of(), null));
    assertThat(world.label(id, Labels.STATE)).isEqualTo("Running");
    assertThat(world.details(id)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whoWaitsSaysWhyTheOtherIsHeldUp(PairId pair) {
    world.passes.then(new PassOutcome.WaitsFor(PAIR, "unknown group 'X9'"));
    world.changed(pair, Origin.WEBHOOK);
    world.pass(Duration.ofDays(1));

    assertThat(world.details(WorkflowIds.pair(pair)))
        .contains("Waits for " + PAIR.path() + ", which is held up: unknown group 'X9'");
    assertThat(world.parking.parked()).isEmpty();
  }
}
