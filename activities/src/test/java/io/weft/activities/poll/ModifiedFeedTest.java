package io.weft.activities.poll;

import static io.weft.activities.poll.FakeCreatio.id;
import static io.weft.activities.poll.ScanFeedTest.lease;
import static io.weft.activities.poll.ScanFeedTest.records;
import static io.weft.activities.poll.ScanFeedTest.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModifiedFeedTest {
  private final TestClock clock = new TestClock();
  private final FakeCreatio creatio = new FakeCreatio();
  private final ModifiedFeed feed =
      new ModifiedFeed(
          Rhythm.of("creatio/account-customer/modified", Duration.ofMinutes(1)),
          Readers.accounts(creatio),
          List.of(new ModifiedFeed.Child("AccountCommunication", "AccountId")),
          Readers.news(clock));

  private void email(int number, int account, String modifiedOn) {
    creatio.put(
        "AccountCommunication",
        "Id",
        id(number),
        "AccountId",
        id(account),
        "ModifiedOn",
        modifiedOn);
  }

  private static String path(int account) {
    return "account-customer/creatio/" + id(account);
  }

  private static String last(List<FeedPage> pages) {
    return pages.get(pages.size() - 1).token();
  }

  @Test
  void beginsWithEverything() {
    creatio.account(1, "One", "2019-01-01T00:00:00Z");
    creatio.account(2, "Two", "2026-03-02T07:00:00Z");

    assertThat(records(round(feed, null))).containsExactly(path(1), path(2));
  }

  @Test
  void leavesWhatIsThereToALoadAndTellsWhatChangesFromThen() {
    creatio.account(1, "One", "2019-01-01T00:00:00Z");

    String token = feed.leaving(null, false, new LegalEntity("usmf"));
    creatio.account(2, "Two", "2026-03-02T08:00:01Z");

    assertThat(records(round(feed, token))).containsExactly(path(2));
    assertThat(feed.leaving(token, true, new LegalEntity("usmf"))).isNull();
  }

  @Test
  void tellsTheTimeOfChangeAndWhoMadeIt() {
    creatio.put(
        "Account",
        "Id",
        id(1),
        "Name",
        "One",
        "ModifiedOn",
        "2026-03-02T07:00:00.1234567Z",
        "ModifiedById",
        id(99));

    var hint = round(feed, null).get(0).rows().get(0).hint();

    assertThat(hint.modifiedOn()).isEqualTo(Instant.parse("2026-03-02T07:00:00.123456700Z"));
    assertThat(hint.by()).isEqualTo(id(99));
  }

  @Test
  void findsALateCommitWithinTheOverlapAndRepeatsNothing() {
    creatio.account(1, "One", "2026-03-02T07:50:00Z");
    creatio.account(2, "Two", "2026-03-02T07:59:00Z");
    String token = last(round(feed, null));
    creatio.account(3, "Late", "2026-03-02T07:57:00Z");
    creatio.account(4, "Too late", "2026-03-02T07:55:00Z");

    assertThat(records(round(feed, token))).containsExactly(path(3));
  }

  @Test
  void tellsAgainWhatWasReadButNotStored() {
    creatio.account(1, "One", "2026-03-02T07:59:00Z");
    feed.read(lease(feed, null), Beat.none());

    FeedPage again = feed.read(lease(feed, null), Beat.none());

    assertThat(again.rows()).hasSize(1);
  }

  @Test
  void tellsEachFurtherChange() {
    creatio.account(1, "One", "2026-03-02T07:59:00Z");
    String token = last(round(feed, null));
    creatio.change("Account", "Id", id(1), "ModifiedOn", "2026-03-02T07:59:00.001Z");

    assertThat(records(round(feed, token))).containsExactly(path(1));
  }

  @Test
  void rollsAChildUpToItsAccountWithoutATimeOfItsOwn() {
    creatio.account(1, "One", "2026-01-01T00:00:00Z");
    creatio.account(2, "Two", "2026-01-01T00:00:00Z");
    String token = last(round(feed, null));
    email(7, 2, "2026-03-02T07:59:00Z");

    List<FeedPage> pages = round(feed, token);

    assertThat(records(pages)).containsExactly(path(2));
    assertThat(pages.get(0).rows().get(0).hint().modifiedOn()).isNull();
    assertThat(pages.get(0).rows().get(0).digest()).isNotNull();
  }

  @Test
  void tellsOfAChildThatItsAccountDoesNotShowEvenBesideTheAccount() {
    ModifiedFeed apart =
        new ModifiedFeed(
            Rhythm.of("creatio/account-customer/modified", Duration.ofMinutes(1)),
            Readers.accounts(creatio),
            List.of(
                new ModifiedFeed.Child(
                    "AccountCommunication",
                    "AccountId",
                    ChildRows.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "AccountId"))),
            Readers.news(clock));
    creatio.account(1, "One", "2026-03-02T07:59:00Z");
    creatio.account(2, "Two", "2026-01-01T00:00:00Z");
    String token = last(round(apart, null));
    creatio.change("Account", "Id", id(1), "ModifiedOn", "2026-03-02T07:59:00.001Z");
    email(7, 1, "2026-03-02T07:59:00Z");
    email(8, 1, "2026-03-02T07:59:00Z");
    email(9, 2, "2026-03-02T07:59:00Z");
    creatio.asked().clear();

    List<FeedPage> pages = round(apart, token);

    assertThat(records(pages)).containsExactly(path(1), path(1), path(2));
    assertThat(pages.get(0).rows().get(0).digest()).isNotNull();
    assertThat(pages.get(0).rows().subList(1, 3))
        .allSatisfy(row -> assertThat(row.digest()).isNull())
        .allSatisfy(row -> assertThat(row.hint().modifiedOn()).isNull());
    assertThat(creatio.asked()).hasSize(2);
    assertThat(records(round(apart, last(pages)))).isEmpty();
  }

  @Test
  void tellsAnAccountOnceThatChangedWithItsChild() {
    creatio.account(1, "One", "2026-03-02T07:59:00Z");
    email(7, 1, "2026-03-02T07:59:00Z");

    assertThat(records(round(feed, null))).containsExactly(path(1));
  }

  @Test
  void costsOneSmallRequestForEachSetWhenNothingChanged() {
    creatio.account(1, "One", "2026-03-02T07:59:00Z");
    email(7, 1, "2026-03-02T07:59:00Z");
    String token = last(round(feed, null));
    creatio.asked().clear();

    List<FeedPage> pages = round(feed, token);

    assertThat(pages).singleElement().satisfies(page -> assertThat(page.rows()).isEmpty());
    assertThat(creatio.asked())
        .containsExactly(
            "Account ModifiedOn ge 2026-03-02T07:56:00Z",
            "AccountCommunication ModifiedOn ge 2026-03-02T07:56:00Z");
  }

  @Test
  void readsManyPagesWithoutLosingItsPlace() {
    for (int i = 0; i < 1200; i++) {
      creatio.account(i, "Account " + i, "2026-03-02T07:59:00Z");
    }

    List<FeedPage> pages = round(feed, null);

    assertThat(pages).hasSize(3);
    assertThat(records(pages)).hasSize(1200).doesNotHaveDuplicates();
  }

  @Test
  void isNotBlindedByATimeFarInTheFuture() {
    creatio.account(1, "Script", "2999-01-01T00:00:00Z");
    creatio.account(2, "Two", "2026-03-02T07:59:00Z");
    String token = last(round(feed, null));
    creatio.account(3, "Three", "2026-03-02T07:59:30Z");

    assertThat(records(round(feed, token))).containsExactly(path(3));
  }

  @Test
  void forgetsWhatItToldWhenItIsReset() {
    creatio.account(1, "One", "2026-03-02T07:59:00Z");
    round(feed, null);

    assertThat(records(round(feed, null))).containsExactly(path(1));
  }
}
