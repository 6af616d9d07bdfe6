package io.weft.activities.poll;

import static io.weft.activities.poll.FakeCreatio.id;
import static io.weft.activities.poll.ScanFeedTest.records;
import static io.weft.activities.poll.ScanFeedTest.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weft.activities.store.Incoming;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergedFeedTest {
  private static final SyncObjectName OBJECT = SyncObjectName.ACCOUNT_CUSTOMER;

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final FakeCreatio creatio = new FakeCreatio();
  private final MergedFeed feed =
      new MergedFeed(
          new MergedFeed.Setup(
              Rhythm.of("creatio/account-customer/merged", Duration.ofMinutes(1)),
              OBJECT,
              "Account"),
          creatio,
          stores.links(),
          Readers.news(clock));

  @BeforeEach
  void linkAccountOne() {
    PairId pair = new PairId(OBJECT, new LegalEntity("usmf"), id(1));
    stores
        .links()
        .link(new LinkWanted(pair, "C-1", null, null, Side.CREATIO, true, true, List.of()));
  }

  private void merged(int number, String schema, int loser, int survivor, String createdOn) {
    creatio.put(
        "DuplicatesHistory",
        "Id",
        id(number),
        "SchemaTableName",
        schema,
        "OldRecordId",
        id(loser),
        "NewRecordId",
        id(survivor),
        "CreatedOn",
        createdOn);
  }

  @Test
  void tellsTheLoserThatItIsGoneAndTheSurvivorThatItChanged() {
    merged(100, "Account", 1, 2, "2026-03-02T07:59:00Z");

    List<Incoming> rows = round(feed, null).get(0).rows();

    assertThat(rows)
        .extracting(row -> row.hint().record().key(), row -> row.hint().gone())
        .containsExactly(tuple(id(1), true), tuple(id(2), false));
  }

  @Test
  void leavesOutOtherObjectsAndLosersThatWereNeverLinked() {
    merged(100, "Contact", 1, 2, "2026-03-02T07:59:00Z");
    merged(101, "Account", 5, 6, "2026-03-02T07:59:00Z");

    assertThat(records(round(feed, null))).isEmpty();
  }

  @Test
  void tellsAMergeOnceAndFindsALateOne() {
    merged(100, "Account", 1, 2, "2026-03-02T07:59:00Z");
    String token = round(feed, null).get(0).token();
    merged(101, "Account", 1, 3, "2026-03-02T07:57:00Z");

    assertThat(records(round(feed, token)))
        .containsExactly("account-customer/creatio/" + id(1), "account-customer/creatio/" + id(3));
  }
}
