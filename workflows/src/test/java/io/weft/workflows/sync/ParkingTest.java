package io.weft.workflows.sync;

import static io.weft.workflows.FakeAccounts.IN_STEP;
import static io.weft.workflows.FakeAccounts.WRONG_GROUP;
import static io.weft.workflows.World.PAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.weft.workflows.World;
import io.weft.workflows.desk.Told;
import io.weft.workflows.failure.FailureTypes;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParkingTest {
  private static final String ID = WorkflowIds.pair(PAIR);
  private static final PassOutcome REFUSED = new PassOutcome.NeedsPerson(WRONG_GROUP, List.of());

  private final World world = World.open();

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Instruction> instructions() {
    return Stream.of(
        new Instruction.Retry("ann", "group exists now"),
        new Instruction.Amend("ann", "typo", Map.of("CustomerGroupId", "10")),
        new Instruction.Link("ann", "the same firm", "US-001"),
        new Instruction.Discard("ann", "a test record"),
        new Instruction.Choose("ann", "they know better", Side.D365, List.of("PaymentTerms")));
  }

  @ParameterizedTest
  @MethodSource("instructions")
  void anInstructionEndsTheWaitAndReachesThePass(Instruction instruction) {
    world.accounts.then(REFUSED);
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofDays(200));
    assertThat(world.accounts.requests()).hasSize(1);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    assertThat(world.label(ID, Labels.FAILURE)).isEqualTo("d365-update-rejected-0badf00d");

    assertThat(tell(instruction)).isEqualTo(Told.DELIVERED);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(2);
    assertThat(world.accounts.last().instructions()).containsExactly(instruction);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
    assertThat(world.label(ID, Labels.FAILURE)).isNull();
  }

  @Test
  void aNewHintEndsTheWait() {
    world.accounts.then(REFUSED);
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofDays(10));

    world.changed(Origin.POLLER);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(2);
    assertThat(world.accounts.last().instructions()).isEmpty();
  }

  @Test
  void thePageSaysWhatWhySinceWhenAndWhatToDo() {
    world.accounts.then(REFUSED);
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofHours(1));

    assertThat(world.details(ID))
        .contains("Waits for a person")
        .contains("unknown group 'X9'")
        .contains("`CustomerGroupId`")
        .contains("The system refuses the content")
        .contains("Choose a group that exists in usmf")
        .contains("Held up by this")
        .contains("**Since:** ")
        .contains("`retry`, `amend`, `link`, `choose`, `discard`")
        .contains("weft parked retry " + ID)
        .contains("--fingerprint d365-update-rejected-0badf00d");
    assertThat(world.parking.parked())
        .singleElement()
        .isEqualTo(
            new ParkActivities.ParkedWork(
                ID, "account-customer", "usmf", PAIR.path(), WRONG_GROUP));
  }

  @ParameterizedTest
  @CsvSource({
    "0,Further changes of this record",
    "1,1 record that needs this one first",
    "3,3 records that need this one first"
  })
  void thePageSaysHowManyRecordsItHoldsUp(int waiting, String said) {
    world.parking.heldUp(waiting);
    world.accounts.then(REFUSED);
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofHours(1));

    assertThat(world.details(ID)).contains("**Held up by this:** " + said);
  }

  @Test
  void aRefusalByTheActivityParksAtOnce() {
    world.accounts.thenFail(FailureTypes.REJECTED, "customer.update answered 400: group 'X9'");
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofMinutes(1));
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");

    world.desk.discard(ID, new Instruction.Discard("ann", "test"));
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(2);
  }

  @Test
  void aProblemInTheFailuresDetailsIsTakenAsItIs() {
    world.accounts.thenRun(
        request -> {
          throw ApplicationFailure.newFailure("400", FailureTypes.REJECTED, WRONG_GROUP);
        });
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofMinutes(1));

    assertThat(world.parking.parked().get(0).problem()).isEqualTo(WRONG_GROUP);
  }

  @Test
  void parksWhenTheBudgetOf72HoursIsSpent() {
    world.accounts.always(
        request -> {
          throw ApplicationFailure.newFailure("boom at 17:03", "java.lang.IllegalStateException");
        });
    world.changed(Origin.WEBHOOK);

    world.pass(Duration.ofHours(71));
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
    world.pass(Duration.ofHours(3));
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    assertThat(world.accounts.requests()).hasSizeBetween(2150, 2180);
    assertThat(world.details(ID)).contains("report it with the message");

    world.accounts.always(request -> IN_STEP);
    world.desk.retry(ID, new Instruction.Retry("ann", "fixed in 1.2"));
    world.finish(world.pair());

    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
  }

  @Test
  void anInstructionThatWasNeverCarriedOutIsGivenToTheNextPass() {
    Instruction amend = new Instruction.Amend("ann", "typo", Map.of("CustomerGroupId", "10"));
    world.accounts.then(REFUSED);
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofMinutes(1));
    world.accounts.always(
        request -> {
          throw ApplicationFailure.newFailure("no route", FailureTypes.UNAVAILABLE);
        });

    tell(amend);
    world.pass(Duration.ofHours(73));
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    world.accounts.always(request -> IN_STEP);
    world.finish(world.pair());

    assertThat(world.accounts.last().instructions()).containsExactly(amend);
  }

  @Test
  void whatHealsItselfIsTriedAgainOnAGrowingTimer() {
    Problem away =
        new Problem(
            FailureTypes.DENIED, "403", "Renew the secret", "d365-denied-00000001", null, true);
    PassOutcome denied = new PassOutcome.NeedsPerson(away, List.of());
    world.accounts.always(request -> denied);
    world.changed(Origin.WEBHOOK);

    world.pass(Duration.ofMinutes(14));
    assertThat(world.accounts.requests()).hasSize(1);
    world.pass(Duration.ofMinutes(2));
    assertThat(world.accounts.requests()).hasSize(2);
    world.pass(Duration.ofMinutes(30)); // 15 + 30
    assertThat(world.accounts.requests()).hasSize(3);
    world.pass(Duration.ofMinutes(59 * 3)); // and at most hourly from then on
    assertThat(world.accounts.requests()).hasSize(5);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    assertThat(world.details(ID)).contains("Waits until it heals");

    world.accounts.always(request -> IN_STEP);
    world.finish(world.pair());

    assertThat(world.accounts.requests()).hasSize(6);
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Running");
  }

  @Test
  void whatHealsItselfIsTriedAtOnceWhenAPersonSaysSo() {
    Problem away =
        new Problem(
            FailureTypes.DENIED, "403", "Renew the secret", "d365-denied-00000001", null, true);
    world.accounts.then(new PassOutcome.NeedsPerson(away, List.of()));
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofMinutes(1));

    tell(new Instruction.Retry("ann", "renewed"));
    world.pass(Duration.ofSeconds(10));

    assertThat(world.accounts.requests()).hasSize(2);
  }

  @Test
  void parksInTheOpenEvenIfTheListRefusesIt() {
    world.parking.refuseOnce();
    world.accounts.then(REFUSED);
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofMinutes(1));

    assertThat(world.parking.parked()).isEmpty();
    assertThat(world.label(ID, Labels.STATE)).isEqualTo("Parked");
    world.changed(Origin.POLLER);
    world.finish(world.pair());
  }

  @Test
  void aCancelledRunEndsAlsoWhileItWaits() {
    world.accounts.then(REFUSED);
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofDays(1));

    world.pair().cancel();

    assertThatThrownBy(() -> world.finish(world.pair()))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
  }

  @Test
  void nobodyIsThereOnceItIsSettled() {
    world.changed(Origin.WEBHOOK);
    world.finish(world.pair());

    assertThat(tell(new Instruction.Retry("ann", "why not"))).isEqualTo(Told.NOBODY_THERE);
  }

  private Told tell(Instruction instruction) {
    if (instruction instanceof Instruction.Retry retry) {
      return world.desk.retry(ID, retry);
    }
    if (instruction instanceof Instruction.Amend amend) {
      return world.desk.amend(ID, amend);
    }
    if (instruction instanceof Instruction.Link link) {
      return world.desk.link(ID, link);
    }
    return instruction instanceof Instruction.Choose choose
        ? world.desk.choose(ID, choose)
        : world.desk.discard(ID, (Instruction.Discard) instruction);
  }
}
