package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.load.LoadPhase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PhasesTest {
  @Test
  void aPhaseLastsUntilTheNextIsSeen() {
    Phases phases = new Phases();
    phases.see(LoadPhase.SCAN, 10, 0);
    phases.see(LoadPhase.SCAN, 20, 2_000_000_000L);
    phases.see(LoadPhase.APPLY, 5, 3_000_000_000L);
    phases.see(LoadPhase.APPLY, 5, 7_000_000_000L);

    assertThat(phases.time(LoadPhase.SCAN)).isEqualTo(Duration.ofSeconds(3));
    assertThat(phases.time(LoadPhase.APPLY)).isEqualTo(Duration.ofSeconds(4));
    assertThat(phases.time(LoadPhase.MATCH)).isZero();
    assertThat(phases.total(LoadPhase.SCAN)).isEqualTo(20);
  }
}
