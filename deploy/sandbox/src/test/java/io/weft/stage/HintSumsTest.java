package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class HintSumsTest {
  @Test
  void readsTheWorkersOwnLine() {
    HintSums sums =
        HintSums.parse(
            "61 accepted: 24 applied, 12 already equal, 3 superseded, 20 filtered, 1 discarded,"
                + " 1 parked, 0 in flight");

    assertThat(sums.accepted()).isEqualTo(61);
    assertThat(sums.filtered()).isEqualTo(20);
    assertThat(sums.inFlight()).isZero();
    assertThat(sums.lost()).isZero();
  }

  @Test
  void noticesWhatIsMissing() {
    HintSums sums =
        HintSums.parse(
            "9 accepted: 2 applied, 1 already equal, 1 superseded, 1 filtered, 1 discarded,"
                + " 1 parked, 0 in flight; the sums do not agree");

    assertThat(sums.lost()).isEqualTo(2);
  }

  @Test
  void refusesWordsThatItDoesNotKnow() {
    assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> HintSums.parse("9 accepted"));
  }
}
