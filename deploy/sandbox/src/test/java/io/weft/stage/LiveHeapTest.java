package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LiveHeapTest {
  @Test
  void readsTheTotalAndTheLargestClasses() {
    Optional<LiveHeap> found =
        LiveHeap.read(
            List.of(
                " num     #instances         #bytes  class name (module)",
                "-------------------------------------------------------",
                "   1:        105000       10485760  [B (java.base@17.0.15)",
                "   2:         41000        1048576  java.lang.String (java.base@17.0.15)",
                "   3:            12            288  io.weft.worker.WeftWorker",
                "Total        146012       11534624"));

    assertThat(found)
        .contains(
            new LiveHeap(
                11534624,
                List.of(
                    "[B 10.0 MB", "java.lang.String 1.0 MB", "io.weft.worker.WeftWorker 0.0 MB")));
  }

  @Test
  void knowsNothingOfAProcessThatCannotBeAsked() {
    assertThat(LiveHeap.read(List.of("4711:", "java.io.IOException: No such process"))).isEmpty();
  }
}
