package io.weft.activities.desk;

import static io.weft.activities.poll.FakeCreatio.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.merge.Merge;
import io.weft.activities.merge.Plan;
import io.weft.activities.merge.Situation;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Mode;
import io.weft.activities.object.Need;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Planner;
import io.weft.activities.object.Records;
import io.weft.activities.object.Route;
import io.weft.activities.object.Standing;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.object.Upkeep;
import io.weft.activities.poll.TestClock;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A world that fails on every write: a preview only reads. */
class NewcomersTest {
  private static final SyncObjectName OBJECT = SyncObjectName.ACCOUNT_CUSTOMER;
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final RecordRef ACME = RecordRef.creatio(OBJECT, id(1));
  private static final RecordRef PARTNER = RecordRef.d365(OBJECT, USMF, "US-001");
  private static final Problem DOUBT =
      new Problem("PartnerTaken", "It may be a duplicate.", "Link it.", "weft-1", null, false);

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final Map<RecordRef, Snapshot> there = new LinkedHashMap<>();
  private Route route = new Route.To(List.of(USMF));
  private Meeting meeting = new Meeting.Nobody();

  private Answer.PreviewReport preview() {
    there.put(ACME, snapshot(ACME, "Name", "Acme"));
    return (Answer.PreviewReport) newcomers().preview(ACME);
  }

  private Newcomers newcomers() {
    return new Newcomers(new World(), stores.waiters(), clock);
  }

  private Snapshot snapshot(RecordRef record, String field, String value) {
    Fields fields = Fields.of(field, new Value.Text(value));
    return new Snapshot(record, fields, null, clock.instant(), null);
  }

  @Test
  void showsWhatANewRecordWouldBeginWith() {
    Answer.PreviewReport report = preview();

    assertThat(report.pair()).isEqualTo(ACME.path());
    assertThat(report.summary()).isEqualTo("Not linked yet. In usmf its partner would be made.");
    assertThat(report.decisions()).extracting(FieldDecision::after).containsExactly("Acme");
    assertThat(stores.links().linksOf(ACME)).isEmpty();
  }

  @Test
  void namesThePartnerItWouldBeLinkedToAndTheEvidence() {
    meeting = new Meeting.Sure(snapshot(PARTNER, "OrganizationName", "Acme"), "same tax number");

    assertThat(preview().summary())
        .contains("linked to account-customer/d365/usmf/US-001 (same tax number).");
  }

  @Test
  void saysWhyItWouldNotGoOn() {
    route = new Route.LeftOut("not a customer");
    assertThat(preview().summary())
        .isEqualTo("Not linked yet. It would be left out: not a customer.");

    route = new Route.Waits(new Need(RecordRef.creatio(OBJECT, id(2)), USMF));
    assertThat(preview().summary())
        .contains("wait for account-customer/creatio/" + id(2) + " to be linked in usmf first.");

    route = new Route.NoRule(DOUBT);
    assertThat(preview().problems()).containsExactly(DOUBT);

    route = new Route.To(List.of(USMF));
    meeting = new Meeting.Doubtful(DOUBT);
    assertThat(preview().problems()).containsExactly(DOUBT);
    assertThat(preview().decisions()).isEmpty();
  }

  @Test
  void aRecordThatIsNotThereIsRefused() {
    assertThat(newcomers().preview(ACME))
        .isEqualTo(
            new Answer.Refused(
                ACME.path()
                    + " is not linked, and Creatio does not have it, or hides it from our user."));
  }

  private final class World implements SyncObjects, Records, Planner, Arrival, Lifecycle {
    @Override
    public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
      Both<Duration> horizon = new Both<>(Duration.ZERO, Duration.ZERO);
      Both<Records> records = new Both<>(this, this);
      return new SyncObject(OBJECT, Mode.WRITE, records, this, this, this, horizon, false);
    }

    @Override
    public SyncObject arriving(RecordRef record) {
      return of(record.object(), USMF);
    }

    @Override
    public Optional<Snapshot> read(RecordRef record) {
      return Optional.ofNullable(there.get(record));
    }

    @Override
    public Plan plan(Question question) {
      return Merge.plan(
          new Situation(
              List.of(FieldRule.plain("Name", "OrganizationName", Direction.TO_D365, Type.STRING)),
              ConflictPolicy.CREATIO_WINS,
              question.now(),
              question.bases(),
              new MapLookUps(Map.of(), Map.of()),
              question.movedAt(),
              Fields.none(),
              question.said()));
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Route route(Newcomer newcomer) {
      return route;
    }

    @Override
    public Meeting meet(Newcomer newcomer, LegalEntity legalEntity) {
      return meeting;
    }

    @Override
    public Optional<Snapshot> named(Newcomer newcomer, LegalEntity legalEntity, String key) {
      throw never();
    }

    @Override
    public String newCreatioId(Newcomer newcomer) {
      return id(9);
    }

    @Override
    public NumberRange numbers(LegalEntity legalEntity) {
      throw never();
    }

    @Override
    public String newD365Key(PairId pair, LinkStore links) {
      throw never();
    }

    @Override
    public boolean leads(LegalEntity legalEntity, List<LegalEntity> all) {
      return true;
    }

    @Override
    public List<String> matchKeys(Newcomer newcomer) {
      throw never();
    }

    @Override
    public List<Snapshot> find(RecordRef wanted) {
      throw never();
    }

    @Override
    public void create(RecordRef wanted, Fields fields) {
      throw never();
    }

    @Override
    public void update(Snapshot seen, Fields changes) {
      throw never();
    }

    @Override
    public Standing standing(Link link, Both<@Nullable Snapshot> now, Both<Boolean> goneSaid) {
      throw never();
    }

    @Override
    public Upkeep upkeep(Link link, Both<@Nullable Snapshot> now) {
      throw never();
    }

    @Override
    public boolean isHold(Fields upkeep) {
      throw never();
    }

    @Override
    public LinkChange learned(Link link, Both<@Nullable Snapshot> now) {
      throw never();
    }

    @Override
    public boolean isOurs(Fields sent, Snapshot found) {
      throw never();
    }

    private AssertionError never() {
      return new AssertionError("a preview needs no more than to read, route, meet and plan");
    }
  }
}
