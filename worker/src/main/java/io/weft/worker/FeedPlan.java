package io.weft.worker;

import io.temporal.activity.Activity;
import io.weft.activities.object.Mode;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.FeedProblems;
import io.weft.activities.poll.FeedReset;
import io.weft.activities.poll.FeedRound;
import io.weft.activities.poll.Feeds;
import io.weft.activities.poll.Follower;
import io.weft.activities.poll.PollActivitiesImpl;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Which feeds are followed for all objects that are on, and by which poller. */
final class FeedPlan {
  /** The one Creatio connection, as its sweep is named. */
  static final String CREATIO = "creatio";

  private final WeftSettings settings;
  private final SqlStores stores;
  private final FrontDoor door;
  private final Clock clock;
  private final Feeds feeds;
  private final Feeds every;
  private final FeedProblems problems;
  private final FeedReset reset;

  FeedPlan(Ground ground) {
    this.settings = ground.settings();
    this.stores = ground.stores();
    this.door = ground.door();
    this.clock = ground.clock();
    FeedParts parts = FeedParts.of(ground);
    this.feeds = feeds(parts, ground.plugs().active());
    this.every = feeds(parts, ground.plugs().all(), ObjectFeeds::everywhere);
    this.problems = new FeedProblems(stores.facts(), clock);
    this.reset = new FeedReset(feeds, stores.feeds(), stores.audit(), clock);
  }

  Feeds feeds() {
    return feeds;
  }

  /** Those of objects that are off, too: a load places them before they are followed. */
  Feeds every() {
    return every;
  }

  FeedProblems problems() {
    return problems;
  }

  FeedReset reset() {
    return reset;
  }

  PollActivitiesImpl activities() {
    FeedRound round = new FeedRound(stores.feeds(), door.handOver()::soon, clock);
    Follower follower =
        new Follower(round, stores.feeds(), problems, clock, d -> Thread.sleep(d.toMillis()));
    return new PollActivitiesImpl(
        feeds, follower, reset, () -> Activity.getExecutionContext().heartbeat(null));
  }

  /** A sweep that ends early rests for what is left of its time: so the interval is kept. */
  long secondsPerSweep() {
    return settings.polling().sweepInterval().toSeconds();
  }

  /** The legal entities whose feeds are followed at all. */
  List<LegalEntity> followed() {
    return settings.legalEntities().ids().stream().filter(this::isFollowed).toList();
  }

  private boolean isFollowed(LegalEntity legalEntity) {
    return settings.objects().active().stream()
        .anyMatch((SyncObjectName o) -> settings.objects().mode(o, legalEntity) != Mode.OFF);
  }

  /** The feeds of all objects, in the objects' usual order: customers before what needs them. */
  static Feeds feeds(FeedParts parts, List<Plug> plugs) {
    return feeds(parts, plugs, ObjectFeeds::of);
  }

  private static Feeds feeds(
      FeedParts parts, List<Plug> plugs, BiFunction<FeedParts, Plug, ObjectFeeds> objects) {
    Map<LegalEntity, List<Feed>> d365 = new LinkedHashMap<>();
    List<Feed> sweep = new ArrayList<>();
    for (Plug plug : plugs) {
      ObjectFeeds object = objects.apply(parts, plug);
      new D365Feeds(object)
          .all()
          .forEach((le, some) -> d365.computeIfAbsent(le, l -> new ArrayList<>()).addAll(some));
      sweep.addAll(new CreatioFeeds(object).all());
    }
    return new Feeds(d365, Map.of(CREATIO, List.copyOf(sweep)));
  }
}
