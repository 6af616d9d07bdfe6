package io.weft.activities.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.poll.FeedRound.Outcome;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedRoundTest {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final CountingStore store = new CountingStore(stores.feeds());
  private final List<StoredHint> told = new ArrayList<>();
  private final FakeFeed feed = new FakeFeed("usmf/account-customer/scan", INTERVAL, clock);
  private final FeedRound round = new FeedRound(store, told::addAll, clock);

  private Outcome run() {
    return run("one");
  }

  private Outcome run(String holder) {
    return round.run(feed, holder, clock.instant().plusSeconds(30), Beat.none());
  }

  @Test
  void costsTwoCallsOfTheStoreWhenNothingChanged() {
    Outcome outcome = run();

    assertThat(outcome.done()).isTrue();
    assertThat(store.calls()).containsExactly("lease", "advance");
  }

  @Test
  void holdsOnToTheFeedWhileAPageTakesItsTime() {
    feed.page(1, false);
    feed.page(2, true);
    feed.onRead(() -> clock.forward(Duration.ofSeconds(20)));

    assertThat(run().done()).isTrue();
    assertThat(store.calls()).containsExactly("lease", "advance", "renew", "advance");
  }

  @Test
  void takesOverSoonFromAReaderThatWasKilled() {
    store.lease(feed.name(), "killed", feed.hold(), INTERVAL);

    clock.forward(Duration.ofSeconds(80));
    assertThat(run("two").leased()).isTrue();
  }

  @Test
  void storesEachPageBeforeItHandsOverAndReadsOn() {
    feed.page(1, false);
    feed.page(2, true);
    List<Long> accepted = new ArrayList<>();
    FeedRound watching =
        new FeedRound(store, hints -> accepted.add(stores.hints().counts().accepted()), clock);

    Outcome outcome = watching.run(feed, "one", clock.instant().plusSeconds(30), Beat.none());

    assertThat(outcome).isEqualTo(new Outcome(true, true, 2, 0, 2, null));
    assertThat(accepted).containsExactly(1L, 2L);
    assertThat(feed.tokens()).containsExactly("null", "after 1");
    assertThat(feed.storedPages()).hasSize(2);
  }

  @Test
  void restsAfterACompleteRound() {
    run();

    assertThat(run().leased()).isFalse();
    clock.forward(INTERVAL);
    assertThat(run().leased()).isTrue();
  }

  @Test
  void leavesAFeedInOtherHandsAlone() {
    feed.onRead(() -> assertThat(run("two").leased()).isFalse());

    assertThat(run("one").leased()).isTrue();
  }

  @Test
  void goesOnFromTheLastStoredPageAfterAFailure() {
    feed.page(1, false);
    feed.failWith(null);
    feed.onRead(
        () -> {
          if (feed.tokens().size() == 2) {
            throw new RemoteException.Throttled(Side.D365, "read", "slow down", null);
          }
        });

    assertThatThrownBy(this::run).isInstanceOf(RemoteException.Throttled.class);
    Outcome next = run();

    assertThat(next.done()).isTrue();
    assertThat(told).hasSize(1);
    assertThat(feed.tokens()).containsExactly("null", "after 1", "after 1");
  }

  @Test
  void forgetsAPageThatAnotherReaderTookOver() {
    feed.page(1, true);
    store.failWith(new StoreException.Overtaken("another reader"));

    Outcome outcome = run();

    assertThat(outcome.done()).isFalse();
    assertThat(feed.storedPages()).isEmpty();
    assertThat(told).isEmpty();
    assertThat(store.calls()).doesNotContain("release");
  }

  @Test
  void givesTheFeedBackWhenItsTimeIsOver() {
    feed.page(1, false);
    feed.page(2, true);
    feed.onRead(() -> clock.forward(Duration.ofSeconds(31)));

    Outcome first = run();
    Outcome second = run("two");

    assertThat(first).isEqualTo(new Outcome(true, false, 1, 0, 1, null));
    assertThat(second.done()).isTrue();
    assertThat(told).hasSize(2);
  }

  @Test
  void passesOnThatTheWorkWasCalledOff() {
    Beat calledOff =
        () -> {
          throw new IllegalStateException("called off");
        };

    assertThatThrownBy(() -> round.run(feed, "one", clock.instant().plusSeconds(30), calledOff))
        .hasMessage("called off");
    assertThat(run("two").leased()).isTrue();
  }
}
