package io.weft.activities.poll;

import static io.weft.activities.poll.FakeCreatio.id;
import static io.weft.activities.poll.ScanFeedTest.lease;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.http.Row;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VanishedFeedTest {
  private static final SyncObjectName OBJECT = SyncObjectName.ACCOUNT_CUSTOMER;

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final FakeCreatio creatio = new FakeCreatio();
  private final VanishedFeed feed = feed(Readers.accounts(creatio).keysOnly());

  private VanishedFeed feed(Table table) {
    VanishedFeed.Linked linked = new VanishedFeed.Linked(stores.links(), OBJECT, null);
    return VanishedFeed.creatio(
        "creatio/account-customer/vanished",
        Duration.ofHours(6),
        table,
        linked,
        Readers.news(clock));
  }

  private Link link(int number, boolean exists) {
    PairId pair = new PairId(OBJECT, new LegalEntity("usmf"), id(number));
    LinkWanted wanted =
        new LinkWanted(pair, "C-" + number, null, null, Side.CREATIO, true, exists, List.of());
    stores.links().link(wanted);
    return stores.links().find(pair).orElseThrow();
  }

  private void accounts(int from, int to) {
    for (int i = from; i < to; i++) {
      creatio.account(i, "Account " + i, "2026-01-01T00:00:00Z");
      link(i, true);
    }
  }

  private FeedPage read() {
    return feed.read(lease(feed, null), Beat.none());
  }

  @Test
  void tellsOfLinkedRecordsThatAreNoLongerThere() {
    accounts(0, 20);
    creatio.remove("Account", "Id", id(7));

    FeedPage page = read();

    assertThat(page.problem()).isNull();
    assertThat(page.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.hint().record()).isEqualTo(Readers.account(7));
              assertThat(row.hint().gone()).isTrue();
            });
  }

  @Test
  void leavesAloneWhatIsNotExpectedToBeThere() {
    accounts(0, 2);
    link(8, false);
    stores.links().change(link(9, true), LinkChange.to(LinkState.GONE));

    assertThat(read().rows()).isEmpty();
  }

  @Test
  void doesNothingWhenTooManyVanishAtOnce() {
    accounts(0, 1000);
    for (int i = 0; i < 11; i++) {
      creatio.remove("Account", "Id", id(i));
    }

    FeedPage page = read();

    assertThat(page.rows()).isEmpty();
    assertThat(page.done()).isTrue();
    assertThat(page.problem()).contains("11 of 1000").contains("more than the 10");
  }

  @Test
  void actsOnFiveEvenOfAFew() {
    accounts(0, 10);
    for (int i = 0; i < 5; i++) {
      creatio.remove("Account", "Id", id(i));
    }

    assertThat(read().rows()).hasSize(5);
  }

  @Test
  void takesAnEmptyAnswerForLostRights() {
    link(1, true);

    FeedPage page = read();

    assertThat(page.rows()).isEmpty();
    assertThat(page.problem()).contains("not a complete list");
  }

  @Test
  void doesNothingAfterAScanThatIsNotProvenComplete() {
    accounts(0, 20);
    Table cut = new CutOff(Readers.accounts(creatio).keysOnly(), 19);

    FeedPage page = feed(cut).read(lease(feed, null), Beat.none());

    assertThat(page.rows()).isEmpty();
    assertThat(page.problem()).contains("19 of 20");
  }

  @Test
  void looksAgainBeforeItTakesARecordForDeleted() {
    accounts(0, 20);
    // The list misses one row and counts one less, as a view that lags behind does.
    Table lagging = new CutOff(Readers.accounts(creatio).keysOnly(), 19, 19);

    FeedPage page = feed(lagging).read(lease(feed, null), Beat.none());

    assertThat(page.problem()).isNull();
    assertThat(page.rows()).isEmpty();
  }

  /** A table whose list ends early. */
  private record CutOff(Table table, int rows, long count) implements Table {
    CutOff(Table table, int rows) {
      this(table, rows, table.count());
    }

    @Override
    public String title() {
      return table.title();
    }

    @Override
    public RowReader reader() {
      return table.reader();
    }

    @Override
    public Slice slice(@Nullable String after) {
      return new Slice(table.slice(after).rows().subList(0, rows), null);
    }

    @Override
    public List<Row> rows(List<String> keys, Beat beat) {
      return table.rows(keys, beat);
    }
  }
}
