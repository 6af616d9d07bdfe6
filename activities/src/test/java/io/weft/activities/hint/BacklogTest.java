package io.weft.activities.hint;

import static io.weft.activities.hint.FakeSwitches.USMF;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.object.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final Rhythm RHYTHM =
      new Rhythm(
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          2);

  private final FakeHints hints = new FakeHints();
  private final FakeRuns runs = new FakeRuns();
  private final FakeSwitches switches = new FakeSwitches();
  private final MovingClock clock = new MovingClock();
  private final HandOver handOver =
      new HandOver(hints, runs, switches, Holds.nobody(), Runnable::run);
  private final Backlog backlog = new Backlog(hints, handOver, clock, RHYTHM);

  @Test
  void handsOverWhatWaits() {
    hints.waits(1, Hints.hint(1), Hints.pair(USMF, 1));
    hints.waits(2, Hints.hint(2));

    Duration pause = backlog.round();

    assertThat(runs.told)
        .containsExactlyInAnyOrder(
            Hints.pair(USMF, 1).path(), "introduce " + Hints.account(2).path());
    assertThat(hints.waiting).isEmpty();
    assertThat(pause).isEqualTo(RHYTHM.every());
    assertThat(hints.toldBefore()).isEqualTo(clock.instant().minus(RHYTHM.retell()));
  }

  @Test
  void leavesFreshHintsToTheHandOver() {
    clock.set(Hints.NOON.plusSeconds(4));
    hints.waits(1, Hints.hint(1));

    backlog.round();
    assertThat(runs.told).isEmpty();

    clock.set(Hints.NOON.plusSeconds(5));
    backlog.round();
    assertThat(runs.told).hasSize(1);
  }

  @Test
  void pausesLongerWhileTemporalIsAwayAndRecovers() {
    runs.goAway();
    hints.waits(1, Hints.hint(1));

    assertThat(backlog.round()).isEqualTo(Duration.ofSeconds(6));
    assertThat(backlog.round()).isEqualTo(Duration.ofSeconds(12));
    assertThat(backlog.round()).isEqualTo(Duration.ofSeconds(24));
    assertThat(backlog.round()).isEqualTo(Duration.ofSeconds(30));
    runs.comeBack();
    assertThat(backlog.round()).isEqualTo(Duration.ofSeconds(3));
    assertThat(hints.delivered).containsExactly(1L);
  }

  @Test
  void pausesLongerWhileTheStoreIsAway() {
    hints.failWith(FakeHints.away());

    assertThat(backlog.round()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void revivesPairsWithAbandonedWritesButNotAgainAndAgain() {
    hints.abandoned.add(Hints.pair(USMF, 7));

    backlog.round();
    backlog.round();
    assertThat(runs.told).containsExactly(Hints.pair(USMF, 7).path());

    clock.set(clock.instant().plus(RHYTHM.retell()));
    backlog.round();
    assertThat(runs.told).hasSize(2);
  }

  @Test
  void reachesPastAPageOfFrozenHints() {
    switches.set(USMF, Mode.FREEZE);
    for (int i = 1; i <= 5; i++) {
      hints.waits(i, Hints.hint(i), Hints.pair(USMF, i));
    }
    hints.waits(6, Hints.hint(6), Hints.pair(FakeSwitches.DEMF, 6));

    backlog.round();
    backlog.round();
    backlog.round();

    assertThat(hints.limits).containsExactly(2, 4, 8);
    assertThat(runs.told).containsExactly(Hints.pair(FakeSwitches.DEMF, 6).path());
  }

  private static final class MovingClock extends Clock {
    private Instant now = Hints.NOON.plusSeconds(60);

    void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
