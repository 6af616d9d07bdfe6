package io.weft.activities.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.merge.Base;
import io.weft.activities.poll.FeedRound.Outcome;
import io.weft.activities.secret.PlainCipher;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.Done;
import io.weft.activities.store.Holder;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoredHint;
import io.weft.activities.store.sql.Database;
import io.weft.activities.store.sql.SqlStores;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.WorkflowIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds over the real store: what a pass wrote itself comes back from a feed as nothing new. */
class FeedEchoTest {
  private static final PairId PAIR =
      new PairId(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), FakeCreatio.id(1));

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private final FakeD365 d365 = new FakeD365();
  private final List<StoredHint> told = new ArrayList<>();
  private Database database;
  private SqlStores stores;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("weft.db"));
    stores =
        new SqlStores(database, clock, new PlainCipher(), WorkflowIds::introduction, object -> 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Outcome round(Feed feed) {
    clock.forward(feed.interval());
    return new FeedRound(stores.feeds(), told::addAll, clock)
        .run(feed, "one", clock.instant().plusSeconds(30), Beat.none());
  }

  private ScanFeed scan() {
    return new ScanFeed(
        "usmf/account-customer/scan",
        Duration.ofMinutes(30),
        Readers.customers(d365, "usmf"),
        Readers.news(clock));
  }

  private void link() {
    LinkWanted wanted =
        new LinkWanted(PAIR, "US-001", null, null, Side.D365, true, true, List.of());
    stores.links().link(wanted);
  }

  private Sheet open(String attempt) {
    Holder holder = new Holder("pass", "run", attempt, clock.instant().plus(Duration.ofHours(1)));
    return stores.passes().open(PAIR, holder);
  }

  /** What a pass leaves behind that found, or made, the customer's name this. */
  private void settle(Sheet sheet, String name) {
    Fields fields = Fields.of("OrganizationName", Values.text(name));
    Done done =
        Done.covering(sheet, Disposition.APPLIED)
            .base(Side.D365, Base.of(fields), Digest.of(fields));
    stores.passes().settle(sheet, done.settlement());
  }

  @Test
  void whatAPassWroteIsNoNews() {
    link();
    settle(open("1"), "Acme");
    d365.customer("usmf", "US-001", "Acme");

    Outcome outcome = round(scan());

    assertThat(outcome).isEqualTo(new Outcome(true, true, 1, 1, 0, null));
    assertThat(told).isEmpty();
  }

  @Test
  void whatAUserWroteIsNews() {
    link();
    settle(open("1"), "Acme");
    d365.customer("usmf", "US-001", "Acme Ltd");

    round(scan());

    assertThat(told).singleElement().extracting(StoredHint::pairs).isEqualTo(List.of(PAIR));
  }

  @Test
  void whileAPassIsAtWorkEvenAnEqualRowIsKept() {
    link();
    settle(open("1"), "Acme");
    d365.customer("usmf", "US-001", "Acme");
    Sheet atWork = open("2");

    Outcome outcome = round(scan());

    assertThat(outcome.hints()).isEqualTo(1);
    assertThat(stores.passes().settle(atWork, Done.nothing().settlement()).more()).isTrue();
  }

  @Test
  void anUnknownCustomerIsToldOnceUntilItsIntroductionEnds() {
    d365.customer("usmf", "US-002", "New");
    ScanFeed scan = scan();
    round(scan);
    stores
        .hints()
        .closeIntroduction(
            Readers.customer("usmf", "US-002"), Disposition.FILTERED, "out of scope");

    Outcome again = round(scan);

    assertThat(told).singleElement().extracting(StoredHint::unknown).isEqualTo(true);
    assertThat(again).isEqualTo(new Outcome(true, true, 1, 1, 0, null));
  }

  @Test
  void aDeletionIsKnownByTheGuidThatAnEarlierPageShowed() {
    link();
    FakeDataverse dataverse = new FakeDataverse();
    dataverse.customer("guid-1", "usmf", "US-001");
    d365.customer("usmf", "US-001", "Acme");
    DeltaFeed feed =
        new DeltaFeed(
            new DeltaFeed.Setup(
                "all/account-customer/delta",
                Duration.ofSeconds(5),
                SyncObjectName.ACCOUNT_CUSTOMER,
                DeltaTable.customers()),
            dataverse,
            List.of(Readers.customers(d365, "usmf")),
            stores.links(),
            Readers.news(clock));
    round(feed);
    told.clear();
    dataverse.delete("guid-1");

    round(feed);

    assertThat(told)
        .singleElement()
        .satisfies(
            hint -> {
              assertThat(hint.hint().gone()).isTrue();
              assertThat(hint.pairs()).containsExactly(PAIR);
            });
  }
}
