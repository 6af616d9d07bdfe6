package io.weft.worker;

import io.temporal.activity.Activity;
import io.weft.activities.account.AccountCustomer;
import io.weft.activities.object.Mode;
import io.weft.activities.poll.CreatioTable;
import io.weft.activities.poll.D365Table;
import io.weft.activities.poll.DeltaFeed;
import io.weft.activities.poll.DeltaTable;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.FeedProblems;
import io.weft.activities.poll.FeedReset;
import io.weft.activities.poll.FeedRound;
import io.weft.activities.poll.Feeds;
import io.weft.activities.poll.Follower;
import io.weft.activities.poll.MergedFeed;
import io.weft.activities.poll.ModifiedFeed;
import io.weft.activities.poll.News;
import io.weft.activities.poll.PollActivitiesImpl;
import io.weft.activities.poll.Rhythm;
import io.weft.activities.poll.ScanFeed;
import io.weft.activities.poll.VanishedFeed;
import io.weft.activities.settings.PollingSettings;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which feeds are followed for accounts and customers, and by which poller. */
final class FeedPlan {
  /** The one Creatio connection, as its sweep is named. */
  static final String CREATIO = "creatio";

  private static final SyncObjectName ACCOUNTS = SyncObjectName.ACCOUNT_CUSTOMER;

  private final WeftSettings settings;
  private final Systems systems;
  private final SqlStores stores;
  private final AccountCustomer accounts;
  private final FrontDoor door;
  private final Clock clock;
  private final Feeds feeds;
  private final FeedProblems problems;
  private final FeedReset reset;

  FeedPlan(Ground ground) {
    this.settings = ground.settings();
    this.systems = ground.systems();
    this.stores = ground.stores();
    this.accounts = ground.accounts();
    this.door = ground.door();
    this.clock = ground.clock();
    this.feeds = new Feeds(d365(), creatio());
    this.problems = new FeedProblems(stores.facts(), clock);
    this.reset = new FeedReset(feeds, stores.feeds(), stores.audit(), clock);
  }

  Feeds feeds() {
    return feeds;
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
    return settings.legalEntities().ids().stream()
        .filter(le -> settings.objects().mode(ACCOUNTS, le) != Mode.OFF)
        .toList();
  }

  private Map<LegalEntity, List<Feed>> d365() {
    News news = news(Origin.POLLER);
    boolean delta =
        systems.dataverse().isPresent() && settings.d365().feedTables().containsKey(ACCOUNTS);
    List<D365Table> tables = followed().stream().map(this::customers).toList();
    Map<LegalEntity, List<Feed>> byEntity = new LinkedHashMap<>();
    Feed shared = delta && !tables.isEmpty() ? delta(tables, news) : null;
    for (D365Table table : tables) {
      LegalEntity le = table.legalEntity();
      String name = le + "/" + ACCOUNTS + "/scan";
      Feed own = new ScanFeed(name, settings.polling().scanInterval(), table, news);
      byEntity.put(le, List.of(shared == null ? own : shared));
    }
    return byEntity;
  }

  private Feed delta(List<D365Table> tables, News news) {
    DeltaFeed.Setup setup =
        new DeltaFeed.Setup(
            "all/" + ACCOUNTS + "/delta", interval(), ACCOUNTS, DeltaTable.customers());
    return new DeltaFeed(setup, systems.dataverse().orElseThrow(), tables, stores.links(), news);
  }

  private Duration interval() {
    return followed().stream()
        .map(le -> settings.objects().pollInterval(ACCOUNTS, le))
        .flatMap(java.util.Optional::stream)
        .min(Duration::compareTo)
        .orElse(settings.polling().interval());
  }

  private D365Table customers(LegalEntity legalEntity) {
    return new D365Table(
        systems.d365(),
        "CustomersV3",
        "CustomerAccount",
        legalEntity,
        accounts.customerRows(legalEntity));
  }

  private Map<String, List<Feed>> creatio() {
    PollingSettings polling = settings.polling();
    News news = news(Origin.SWEEP);
    CreatioTable table = new CreatioTable(systems.creatio(), "Account", accounts.accountRows());
    List<Feed> sweep = new ArrayList<>();
    Rhythm modified =
        new Rhythm("creatio/" + ACCOUNTS + "/modified", polling.sweepInterval(), polling.overlap());
    List<ModifiedFeed.Child> children =
        List.of(new ModifiedFeed.Child("AccountCommunication", "AccountId"));
    sweep.add(new ModifiedFeed(modified, table, children, news));
    Rhythm merged =
        new Rhythm("creatio/" + ACCOUNTS + "/merged", polling.sweepInterval(), polling.overlap());
    MergedFeed.Setup setup = new MergedFeed.Setup(merged, ACCOUNTS, "Account");
    sweep.add(new MergedFeed(setup, systems.creatio(), stores.links(), news));
    sweep.add(
        VanishedFeed.creatio(
            "creatio/" + ACCOUNTS + "/vanished",
            polling.vanishedInterval(),
            table.keysOnly(),
            new VanishedFeed.Linked(stores.links(), ACCOUNTS, null),
            news));
    Map<String, List<Feed>> byConnection = new LinkedHashMap<>();
    byConnection.put(CREATIO, List.copyOf(sweep));
    return byConnection;
  }

  private News news(Origin origin) {
    return new News(origin, clock, door.intake()::sift);
  }
}
