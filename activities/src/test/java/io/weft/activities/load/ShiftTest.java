package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShiftTest {
  private final Shift shift = new Shift(Clock.systemUTC(), Duration.ofHours(1), null);

  private static void silent() {
    throw new RemoteException.Unavailable(
        Side.D365, "CustomersV3.query", "no answer", true, null, null);
  }

  @Test
  void aShiftInWhichAPieceFailedAndNoneWasDoneIsAFailure() {
    shift.piece(ShiftTest::silent);

    assertThat(shift.goesOn()).isFalse();
    assertThatThrownBy(shift::end).isInstanceOf(RemoteException.Unavailable.class);
  }

  @Test
  void whatIsDoneBesideAFailureCounts() {
    shift.piece(ShiftTest::silent);
    shift.piece(() -> {}); // was in hand already

    assertThat(shift.goesOn()).isFalse();
    assertThatCode(shift::end).doesNotThrowAnyException();
  }

  @Test
  void aLaterPieceThatFailsEndsTheShiftAndIsLeftToTheNext() {
    shift.piece(() -> {});
    assertThat(shift.goesOn()).isTrue();

    shift.piece(ShiftTest::silent);

    assertThat(shift.goesOn()).isFalse();
    assertThatCode(shift::end).doesNotThrowAnyException();
    assertThat(shift.isOver()).as("others may finish what they have in hand").isFalse();
  }

  @Test
  void anythingElseIsAFailureAtAnyTime() {
    shift.piece(() -> {});

    assertThatThrownBy(
            () ->
                shift.piece(
                    () -> {
                      throw new IllegalStateException("a fault of ours");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }
}
