package io.weft.activities.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.ActivityCanceledException;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.store.AuditStore;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.poll.PollActivities.FeedLine;
import io.weft.workflows.poll.PollActivities.PollRequest;
import io.weft.workflows.poll.PollActivities.ResetRequest;
import io.weft.workflows.poll.PollActivities.SweepRequest;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollActivitiesImplTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final CountingStore store = new CountingStore(stores.feeds());
  private final FakeFeed own = new FakeFeed("usmf/account-customer/scan", INTERVAL, clock);
  private final FakeFeed shared = new FakeFeed("all/account-customer/delta", INTERVAL, clock);
  private final FakeFeed sweep = new FakeFeed("creatio/account-customer/modified", INTERVAL, clock);
  private final List<Duration> pauses = new ArrayList<>();
  private final FeedProblems problems = new FeedProblems(stores.facts(), clock);
  private Beat beat = Beat.none();

  private PollActivitiesImpl poll() {
    return poll(
        time -> {
          pauses.add(time);
          clock.forward(time);
        });
  }

  private PollActivitiesImpl poll(Pause pause) {
    Map<LegalEntity, List<Feed>> byLegalEntity = new LinkedHashMap<>();
    byLegalEntity.put(USMF, List.of(own, shared));
    byLegalEntity.put(DEMF, List.of(shared));
    Map<String, List<Feed>> sweeps = new LinkedHashMap<>();
    sweeps.put("main", List.of(sweep));
    Feeds feeds = new Feeds(byLegalEntity, sweeps);
    FeedRound round = new FeedRound(store, hints -> {}, clock);
    Follower follower = new Follower(round, store, problems, clock, pause);
    FeedReset reset = new FeedReset(feeds, store, stores.audit(), clock);
    return new PollActivitiesImpl(feeds, follower, reset, () -> beat.beat());
  }

  private static RemoteException away() {
    return new RemoteException.Unavailable(Side.D365, "read", "D365 is away", false, null, null);
  }

  @Test
  void readsEachFeedAgainAndAgainUntilTheTimeIsOver() {
    List<FeedLine> lines = poll().followFeeds(new PollRequest(USMF, 60)).feeds();

    assertThat(own.tokens()).hasSize(12);
    assertThat(lines).extracting(FeedLine::feed).containsExactly(own.name(), shared.name());
    assertThat(clock.instant()).isEqualTo(TestClock.START.plusSeconds(60));
  }

  @Test
  void asksTheStoreTwiceForEachQuietRoundAndOnceForTheReport() {
    poll().followFeeds(new PollRequest(DEMF, 60));

    assertThat(shared.tokens()).hasSize(12);
    assertThat(store.calls()).hasSize(2 * 12 + 1);
  }

  @Test
  void givesASignOfLifeAtLeastEveryFiveSeconds() {
    List<Integer> beats = new ArrayList<>();
    beat = () -> beats.add(1);

    poll().followFeeds(new PollRequest(new LegalEntity("none"), 60));

    assertThat(beats).hasSize(12);
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
  }

  @Test
  void sumsUpWhatARoundBrought() {
    own.page(1, false);
    own.page(2, true);

    FeedLine line = poll().followFeeds(new PollRequest(USMF, 3)).feeds().get(0);

    assertThat(line).isEqualTo(new FeedLine(own.name(), 2, 0, 2, "3 s ago"));
  }

  @Test
  void goesOnWithTheOthersWhenOneFeedFails() {
    own.failWith(away());

    List<FeedLine> lines = poll().followFeeds(new PollRequest(USMF, 60)).feeds();

    assertThat(lines.get(0).lastSuccess()).isEqualTo("never; trouble: D365 is away");
    assertThat(lines.get(1).lastSuccess()).isEqualTo("5 s ago");
    assertThat(problems.of(own.name())).contains("D365 is away");
  }

  @Test
  void triesAFailingFeedLessAndLessOften() {
    own.failWith(away());

    poll().followFeeds(new PollRequest(USMF, 600));

    assertThat(own.tokens()).hasSize(6); // after 0, 10, 30, 70, 150 and 310 s
  }

  @Test
  void forgetsATroubleThatIsOver() {
    own.failWith(away());
    poll().followFeeds(new PollRequest(USMF, 5));
    own.failWith(null);

    List<FeedLine> lines = poll().followFeeds(new PollRequest(USMF, 5)).feeds();

    assertThat(lines.get(0).lastSuccess()).isEqualTo("5 s ago");
    assertThat(problems.of(own.name())).isEmpty();
  }

  @Test
  void forgetsATroubleThatAnotherWorkerNoted() {
    poll().followFeeds(new PollRequest(USMF, 0));
    new FeedProblems(stores.facts(), clock).note(own.name(), "the other worker's trouble");
    clock.forward(Duration.ofMinutes(2));

    poll().followFeeds(new PollRequest(USMF, 0));

    assertThat(problems.of(own.name())).isEmpty();
  }

  @Test
  void showsAProblemThatDidNotStopTheFeed() {
    own.problem("too many vanished");

    List<FeedLine> lines = poll().followFeeds(new PollRequest(USMF, 3)).feeds();

    assertThat(lines.get(0).lastSuccess()).isEqualTo("3 s ago; trouble: too many vanished");
  }

  @Test
  void aFeedOverAllLegalEntitiesIsReadOnceForAll() {
    PollActivitiesImpl poll = poll();
    shared.page(1, true);

    poll.followFeeds(new PollRequest(USMF, 0));
    poll.followFeeds(new PollRequest(DEMF, 0));

    assertThat(shared.tokens()).hasSize(1);
    assertThat(stores.hints().counts().accepted()).isEqualTo(1);
  }

  @Test
  void endsAtOnceWhenItIsCalledOff() {
    beat =
        () -> {
          throw new ActivityCanceledException();
        };

    assertThatThrownBy(() -> poll().followFeeds(new PollRequest(USMF, 60)))
        .isInstanceOf(ActivityCanceledException.class);
    assertThat(own.tokens()).isEmpty();
  }

  @Test
  void isCalledOffInTheMiddleOfARoundWithoutBlamingTheFeed() {
    own.onRead(
        () ->
            beat =
                () -> {
                  throw new ActivityCanceledException();
                });
    own.page(1, false);

    assertThatThrownBy(() -> poll().followFeeds(new PollRequest(USMF, 60)))
        .isInstanceOf(ActivityCanceledException.class);
    assertThat(problems.of(own.name())).isEmpty();
    assertThat(stores.hints().counts().accepted()).isEqualTo(1);
  }

  @Test
  void failsTheTurnWhenTheWorkerWantsItsThreadBack() {
    PollActivitiesImpl poll =
        poll(
            time -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> poll.followFeeds(new PollRequest(USMF, 60)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aSweepReadsToTheEndAndStops() {
    sweep.page(1, false);
    sweep.page(2, true);

    List<FeedLine> lines = poll().sweepCreatio(new SweepRequest("main", 60)).feeds();

    assertThat(lines).singleElement().extracting(FeedLine::hints).isEqualTo(2L);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aSweepInTroubleTriesAgainWhileItHasTime() {
    sweep.failWith(away());
    PollActivitiesImpl mending =
        poll(
            time -> {
              clock.forward(time);
              sweep.failWith(null);
            });

    mending.sweepCreatio(new SweepRequest("main", 60));

    assertThat(sweep.tokens()).hasSize(2);
    assertThat(clock.instant()).isBefore(TestClock.START.plusSeconds(60));
  }

  @Test
  void aResetIsSaidToTheAuditAndReadsFromTheBeginning() {
    PollActivitiesImpl poll = poll();
    poll.followFeeds(new PollRequest(USMF, 0));

    poll.resetFeeds(new ResetRequest("usmf", "Ann", "restored a backup"));
    poll.followFeeds(new PollRequest(USMF, 0));

    assertThat(own.tokens()).containsExactly("null", "null");
    assertThat(stores.audit().find("poller/usmf", 10))
        .singleElement()
        .extracting(AuditStore.Entry::who)
        .isEqualTo("Ann");
  }

  @Test
  void aResetOfASweepMeansItsFeeds() {
    PollActivitiesImpl poll = poll();
    poll.sweepCreatio(new SweepRequest("main", 0));

    poll.resetFeeds(new ResetRequest("creatio-sweep/main", "Ann", "restored a backup"));
    poll.sweepCreatio(new SweepRequest("main", 0));

    assertThat(sweep.tokens()).containsExactly("null", "null");
  }
}
