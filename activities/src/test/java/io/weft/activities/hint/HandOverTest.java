package io.weft.activities.hint;

import static io.weft.activities.hint.FakeSwitches.DEMF;
import static io.weft.activities.hint.FakeSwitches.USMF;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.weft.activities.object.Mode;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HandOverTest {
  private final FakeHints hints = new FakeHints();
  private final FakeRuns runs = new FakeRuns();
  private final FakeSwitches switches = new FakeSwitches();
  private final HandOver handOver =
      new HandOver(hints, runs, switches, Holds.nobody(), Runnable::run);

  @Test
  void tellsEveryPairOfARecord() {
    handOver.now(List.of(stored(1, 1, Hints.pair(USMF, 1), Hints.pair(DEMF, 1))));

    assertThat(runs.told).containsExactly(Hints.pair(USMF, 1).path(), Hints.pair(DEMF, 1).path());
    assertThat(hints.delivered).containsExactly(1L);
  }

  @Test
  void introducesARecordWithoutPairs() {
    handOver.now(List.of(stored(1, 1)));

    assertThat(runs.told).containsExactly("introduce " + Hints.account(1).path());
    assertThat(hints.delivered).containsExactly(1L);
  }

  @Test
  void tellsNobodyOfAFilteredHint() {
    StoredHint filtered = new StoredHint(1, Hints.hint(1), List.of(), false);

    assertThat(handOver.now(List.of(filtered))).isEqualTo(new HandOver.Told(0, 0, 0));
    assertThat(runs.told).isEmpty();
    assertThat(hints.delivered).isEmpty();
  }

  @Test
  void tellsAPairOncePerBatchAndNotesAllItsHints() {
    PairId pair = Hints.pair(USMF, 1);

    handOver.now(List.of(stored(1, 1, pair), stored(2, 1, pair), stored(3, 1, pair)));

    assertThat(runs.told).containsExactly(pair.path());
    assertThat(hints.delivered).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void holdsBackWhatIsFrozenAndTellsTheOthers() {
    switches.set(USMF, Mode.FREEZE);

    HandOver.Told told =
        handOver.now(
            List.of(
                stored(1, 1, Hints.pair(USMF, 1), Hints.pair(DEMF, 1)),
                stored(2, 2, Hints.pair(USMF, 2))));

    assertThat(runs.told).containsExactly(Hints.pair(DEMF, 1).path());
    assertThat(hints.delivered).isEmpty();
    assertThat(told).isEqualTo(new HandOver.Told(0, 2, 0));
  }

  @Test
  void holdsAnIntroductionOnlyWhenEveryLegalEntityThatIsOnIsFrozen() {
    switches.set(USMF, Mode.FREEZE);
    handOver.now(List.of(stored(1, 1)));
    switches.set(DEMF, Mode.FREEZE);
    handOver.now(List.of(stored(2, 2)));
    switches.set(DEMF, Mode.OFF);
    handOver.now(List.of(stored(3, 3)));

    assertThat(hints.delivered).containsExactly(1L);
  }

  @Test
  void leavesHintsToTheBacklogWhileTemporalIsAway() {
    runs.goAway();

    HandOver.Told told =
        handOver.now(IntStream.rangeClosed(1, 10).mapToObj(i -> stored(i, i)).toList());

    assertThat(told).isEqualTo(new HandOver.Told(0, 0, 10));
    assertThat(handOver.isAway()).isTrue();
    assertThat(hints.delivered).isEmpty();
  }

  @Test
  void triesNothingSoonWhileTemporalIsAwayAndGoesOnOnceItIsBack() {
    runs.goAway();
    handOver.soon(List.of(stored(1, 1)));
    runs.comeBack();
    handOver.soon(List.of(stored(2, 2)));
    assertThat(runs.told).isEmpty();

    handOver.now(List.of(stored(1, 1)));
    handOver.soon(List.of(stored(3, 3)));

    assertThat(hints.delivered).containsExactly(1L, 3L);
  }

  @Test
  void saysOnceAndInOneLineThatNothingIsConnectedYet() {
    runs.notConnected();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Logger log = (Logger) LoggerFactory.getLogger(HandOver.class);
    log.addAppender(lines);
    log.setLevel(Level.INFO);
    try {
      IntStream.rangeClosed(1, 5).forEach(i -> handOver.now(List.of(stored(i, i))));
    } finally {
      log.setLevel(null);
      log.detachAppender(lines);
    }

    assertThat(lines.list).hasSize(1);
    assertThat(lines.list.get(0).getThrowableProxy()).isNull();
    assertThat(hints.delivered).isEmpty();
  }

  @Test
  void goesOnPastASingleHintThatIsNotTaken() {
    runs.refuse(Hints.account(2).key());

    HandOver.Told told = handOver.now(List.of(stored(1, 1), stored(2, 2), stored(3, 3)));

    assertThat(told).isEqualTo(new HandOver.Told(2, 0, 1));
    assertThat(hints.delivered).containsExactly(3L, 1L);
    assertThat(handOver.isAway()).isFalse();
  }

  @Test
  void countsAHintAsToldWhenTheNoteAloneFails() {
    hints.failWith(FakeHints.away());

    assertThat(handOver.now(List.of(stored(1, 1)))).isEqualTo(new HandOver.Told(1, 0, 0));
  }

  @Test
  void leavesHintsToTheBacklogWhenItsThreadsAreBusy() {
    List<Runnable> refused = new ArrayList<>();
    HandOver busy =
        new HandOver(
            hints,
            runs,
            switches,
            Holds.nobody(),
            task -> {
              refused.add(task);
              throw new RejectedExecutionException("busy");
            });

    busy.soon(List.of(stored(1, 1)));

    assertThat(refused).hasSize(1);
    assertThat(runs.told).isEmpty();
  }

  @Test
  void newRecordsWaitForTheLoadThatSeesToThemAndLinkedOnesDoNot() {
    HandOver loading =
        new HandOver(hints, runs, switches, (object, legalEntity) -> true, Runnable::run);

    HandOver.Told told = loading.now(List.of(stored(1, 1), stored(2, 2, Hints.pair(USMF, 2))));

    assertThat(told).isEqualTo(new HandOver.Told(1, 1, 0));
    assertThat(runs.told).containsExactly(Hints.pair(USMF, 2).path());
    assertThat(hints.delivered).containsExactly(2L);
  }

  @Test
  void anEventThatALoadSeesToWaitsUntold() {
    Holds holds =
        new Holds() {
          @Override
          public boolean holdsBack(SyncObjectName object, @Nullable LegalEntity legalEntity) {
            return false;
          }

          @Override
          public boolean holdsBack(PairId pair, Hint hint) {
            return pair.equals(Hints.pair(USMF, 1));
          }
        };
    HandOver loading = new HandOver(hints, runs, switches, holds, Runnable::run);

    HandOver.Told told =
        loading.now(List.of(stored(1, 1, Hints.pair(USMF, 1)), stored(2, 2, Hints.pair(USMF, 2))));

    assertThat(told).isEqualTo(new HandOver.Told(1, 1, 0));
    assertThat(runs.told).containsExactly(Hints.pair(USMF, 2).path());
    assertThat(hints.delivered).as("the backlog finds the other").containsExactly(2L);
  }

  @Test
  void aNewRecordWaitsWhereItCannotBeToldWhetherALoadIsOpen() {
    HandOver unsure =
        new HandOver(
            hints,
            runs,
            switches,
            (object, legalEntity) -> {
              throw FakeHints.away();
            },
            Runnable::run);

    assertThat(unsure.now(List.of(stored(1, 1)))).isEqualTo(new HandOver.Told(0, 1, 0));
    assertThat(runs.told).isEmpty();
  }

  @Test
  void revivesAPairUnlessItIsFrozen() {
    assertThat(handOver.revive(Hints.pair(USMF, 1), Hints.hint(1))).isTrue();
    switches.set(USMF, Mode.FREEZE);
    assertThat(handOver.revive(Hints.pair(USMF, 2), Hints.hint(2))).isTrue();
    switches.set(USMF, Mode.WRITE);
    runs.goAway();
    assertThat(handOver.revive(Hints.pair(USMF, 3), Hints.hint(3))).isFalse();

    assertThat(runs.told).containsExactly(Hints.pair(USMF, 1).path());
  }

  private static StoredHint stored(long id, int account, PairId... pairs) {
    return new StoredHint(id, Hints.hint(account), List.of(pairs), pairs.length == 0);
  }
}
