package io.weft.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.cli.FakeLoadDesk;
import io.weft.workflows.load.InitialLoad;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  @Test
  void whatGoesWellSaysHowFastAndHowLong() {
    assertThat(ProgressLine.of(standing(summary(50_000, 200_000), state("Running"), null)))
        .isEqualTo(
            "apply [######------------------] 25 % 50,000 of 200,000, 6,000/min, 25 min left");
  }

  @Test
  void whatIsTriedAgainSaysWhy() {
    assertThat(ProgressLine.told(standing(summary(0, 10), state("Running"), "Creatio is away")))
        .endsWith("25 min left: Tried again by itself: Creatio is away");
  }

  @Test
  void whatStandsStillSaysWhy() {
    assertThat(ProgressLine.of(standing(summary(10, 10), state("Pausing"), null)))
        .isEqualTo("apply [########################] 100 % 10 of 10, Pausing");
    assertThat(ProgressLine.told(standing(summary(1, 3), null, null)))
        .contains("33 % 1 of 3, No run: Its run was ended in Temporal");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "89, 89 s",
    "90, 2 min",
    "3540, 59 min",
    "3599, 60 min",
    "3600, 1 h 0 min",
    "90061, 25 h 1 min"
  })
  void timesAreRounded(long seconds, String words) {
    assertThat(ProgressLine.time(seconds)).isEqualTo(words);
  }

  @Test
  void aTotalThatIsNotKnownHasNoBar() {
    assertThat(ProgressLine.bar(12_345, 0)).isEqualTo("12,345 so far");
    assertThat(ProgressLine.bar(15, 10)).as("more than was expected").endsWith("100 % 15 of 10");
  }

  private static Standing standing(
      LoadSummary summary, InitialLoad.@Nullable State run, @Nullable String failure) {
    return new Standing(summary, run, failure);
  }

  private static InitialLoad.State state(String state) {
    return new InitialLoad.State(state, LoadPhase.APPLY, 0, 0, null, null, null);
  }

  private static LoadSummary summary(long handled, long total) {
    return new LoadSummary(
        FakeLoadDesk.id(1),
        false,
        FakeLoadDesk.CHOSEN,
        LoadPhase.APPLY,
        handled,
        total,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        6000,
        1500L,
        Instant.EPOCH,
        null,
        null);
  }
}
