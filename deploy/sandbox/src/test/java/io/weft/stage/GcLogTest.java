package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GcLogTest {
  @TempDir private Path directory;

  @Test
  void findsTheMostThatWasInUseBeforeACollection() throws IOException {
    Path log = directory.resolve("gc.log");
    Files.writeString(
        log,
        """
        [0.012s][info][gc] Using G1
        [1.1s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->7M(256M) 3.1ms
        [2.0s][info][gc] GC(1) Concurrent Mark Cycle 12.0ms
        [2.5s][info][gc] GC(2) Pause Full (Heap Inspection Initiated GC) 171M->33M(256M) 99.2ms
        [3.5s][info][gc] GC(3) Pause Remark 60M->60M(256M) 1.2ms
        """);

    assertThat(GcLog.mostUsed(log)).hasValue(171);
  }

  @Test
  void knowsNothingWithoutALog() {
    assertThat(GcLog.mostUsed(directory.resolve("none"))).isEmpty();
  }
}
