package io.weft.stage;

import io.weft.activities.load.Crew;
import io.weft.activities.load.Echoes;
import io.weft.activities.load.FeedStarts;
import io.weft.activities.load.LoadDeskActivitiesImpl;
import io.weft.activities.load.LoadStores;
import io.weft.activities.load.Loadables;
import io.weft.activities.load.Opening;
import io.weft.activities.load.Room;
import io.weft.activities.load.Shift;
import io.weft.activities.load.Steps;
import io.weft.activities.load.Tools;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.poll.FeedRound;
import io.weft.activities.poll.Feeds;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Question.Carry;
import io.weft.workflows.load.LoadActivities.CloseLoad;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.load.LoadActivities.OpenLoad;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadSummary;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads on a stage, phase by phase, without Temporal. */
final class LoadStage {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final int MOST_STEPS = 100;

  private final ObjectStage stage;
  private final Opening opening;
  private final Room room;
  private final LoadDeskActivitiesImpl desk;
  private final Clock clock = Clock.systemUTC();
  private final Echoes echoes = new Echoes(clock);
  private final SyncObjectName object;
  private final LegalEntity legalEntity;
  private int attempts;

  LoadStage(ObjectStage stage, int batch) {
    this(stage, batch, SyncObjectName.ACCOUNT_CUSTOMER);
  }

  /** Loads of another object; accounts and contacts can be loaded. */
  LoadStage(ObjectStage stage, int batch, SyncObjectName object) {
    this(stage, batch, object, USMF);
  }

  /** Loads of another legal entity. */
  LoadStage(ObjectStage stage, int batch, SyncObjectName object, LegalEntity legalEntity) {
    this.stage = stage;
    this.object = object;
    this.legalEntity = legalEntity;
    SqlStores stores = stage.stores();
    Loadables loadables = new StageLoadables(stage, clock);
    FeedRound round = new FeedRound(stores.feeds(), hints -> {}, clock);
    FeedStarts feeds = new FeedStarts(new Feeds(Map.of(), Map.of()), stores.feeds(), round, clock);
    this.opening = new Opening(stores.loads(), loadables, feeds, stage.answered());
    Tools tools =
        new Tools(
            kept(stores),
            stores.links(),
            stores.hints(),
            stores.passes(),
            new BatchPass(stage.pass()),
            stage::tell,
            stage.answered(),
            clock,
            batch,
            echoes,
            Crew.alone());
    this.room = new Room(opening, tools);
    this.desk = new LoadDeskActivitiesImpl(tools, loadables, stage.pass(), this::attempt);
  }

  /** What loads are kept in. */
  static LoadStores kept(SqlStores stores) {
    return new LoadStores(
        stores.loads(), stores.loadRecords(), stores.loadPairs(), stores.decisions());
  }

  /** Somebody enters an account that may become a customer; returns its id. */
  String account(String name, Map<String, ?> more) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("Name", name);
    columns.put("TypeId", Users.CUSTOMER_TYPE);
    columns.put("UsrCurrencyId", stage.users().lookUp("Currency", "ShortName", "USD"));
    columns.put("UsrCustomerGroup", "10");
    columns.putAll(more);
    return stage.users().newAccount("Ana Ruiz", columns);
  }

  /** Finance enters a customer of usmf. */
  void customer(String key, String name, Map<String, ?> more) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("dataAreaId", "usmf");
    fields.put("CustomerAccount", key);
    fields.put("OrganizationName", name);
    fields.put("CustomerGroupId", "10");
    fields.put("SalesCurrencyCode", "USD");
    fields.putAll(more);
    stage.users().newCustomer("Finance", fields);
  }

  static LoadId id(int number) {
    return new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, number);
  }

  private LoadId own(int number) {
    return new LoadId(object, legalEntity, number);
  }

  static LoadChoices choices(LoadChoices.Creation creation, @Nullable Integer plan) {
    return new LoadChoices(creation, "creatio-wins", plan, false, "ann", "going live");
  }

  void open(int number, boolean planOnly, LoadChoices choices) {
    opening.open(new OpenLoad(own(number), planOnly, choices));
  }

  /** Goes through phases to their end. */
  LoadStage through(int number, LoadPhase... phases) {
    for (LoadPhase phase : phases) {
      int steps = 0;
      while (!step(number, phase).complete()) {
        if (steps++ > MOST_STEPS) {
          throw new IllegalStateException(phase + " does not come to an end: " + counts(number));
        }
      }
    }
    return this;
  }

  /** One piece of a phase. */
  LoadStep step(int number, LoadPhase phase) {
    return room.work(phase, own(number), new Shift(clock, Duration.ofSeconds(20), null), who());
  }

  /** What keeps the events that the load sees to. */
  Echoes echoes() {
    return echoes;
  }

  /** What a worker answers at the desk. */
  LoadDeskActivitiesImpl desk() {
    return desk;
  }

  private Attempt attempt() {
    Instant end = clock.instant().plus(Duration.ofMinutes(1));
    return new Attempt(new Holder("desk", "run", "desk/" + attempts, end), end, clock, () -> {});
  }

  private Steps.Who who() {
    attempts++;
    return new Steps.Who("load", "run", "load/" + attempts);
  }

  /** A load from the first page to its end. */
  void whole(int number, LoadChoices.Creation creation) {
    whole(number, choices(creation, null));
  }

  /** The same, as these choices say. */
  void whole(int number, LoadChoices choices) {
    open(number, false, choices);
    through(number, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.APPLY, LoadPhase.VERIFY);
    close(number);
  }

  /** A plan from the first page to its end. */
  void plan(int number) {
    open(number, true, choices(LoadChoices.Creation.BOTH, null));
    through(number, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.REHEARSE);
    close(number);
  }

  void close(int number) {
    opening.close(new CloseLoad(own(number), Ending.COMPLETED, null));
  }

  Load load(int number) {
    return stage.stores().loads().find(own(number)).orElseThrow();
  }

  List<LoadPair> pairs(int number) {
    return stage.stores().loadPairs().page(load(number), 0, 100_000);
  }

  /** What an admin is shown of a load. */
  LoadSummary summary(int number) {
    Answer answer = desk.showLoad(new Question.LoadStatus(own(number)));
    return ((Answer.LoadStatus) answer).summary();
  }

  /** Pairs that wait for a reviewer. */
  List<ReviewPair> reviews() {
    Question.Reviews question = new Question.Reviews(object, legalEntity, null, null);
    return ((Answer.ReviewPage) desk.listReviews(question)).pairs();
  }

  /** What a reviewer decides. */
  Answer.ReviewsDecided decide(Carry carry, Decided... decisions) {
    Question.DecideReviews question =
        new Question.DecideReviews(
            object, legalEntity, List.of(decisions), carry, "ann", "looked at both");
    return (Answer.ReviewsDecided) desk.decideReviews(question);
  }

  /** The sum of all counts whose names begin so. */
  static long sum(Map<String, Long> counts, String prefix) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  Map<String, Long> counts(int number) {
    return stage.stores().loads().counts(load(number)).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().amount()));
  }
}
