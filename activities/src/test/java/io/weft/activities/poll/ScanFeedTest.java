package io.weft.activities.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScanFeedTest {
  private final TestClock clock = new TestClock();
  private final FakeD365 d365 = new FakeD365();
  private final ScanFeed feed =
      new ScanFeed(
          "usmf/account-customer/scan",
          Duration.ofMinutes(30),
          Readers.customers(d365, "usmf"),
          Readers.news(clock));

  static Lease lease(Feed feed, @Nullable String token) {
    return new Lease(feed.name(), "test", 1, token, TestClock.START.plusSeconds(600));
  }

  /** Reads a feed to the end of its round, from a token. */
  static List<FeedPage> round(Feed feed, @Nullable String token) {
    List<FeedPage> pages = new ArrayList<>();
    String at = token;
    do {
      FeedPage page = feed.read(lease(feed, at), Beat.none());
      feed.stored(page);
      pages.add(page);
      at = page.token();
    } while (!pages.get(pages.size() - 1).done());
    return pages;
  }

  /** The records of all hints, as paths. */
  static List<String> records(List<FeedPage> pages) {
    return pages.stream()
        .flatMap(page -> page.rows().stream())
        .map(row -> row.hint().record().path())
        .toList();
  }

  @Test
  void readsEveryRowOfItsLegalEntityOnceWithItsDigest() {
    for (int i = 0; i < 2500; i++) {
      d365.customer("usmf", String.format("C-%04d", i), "Customer " + i);
    }
    d365.customer("demf", "D-1", "Elsewhere");

    List<FeedPage> pages = round(feed, null);

    assertThat(pages).hasSize(3);
    assertThat(records(pages)).hasSize(2500).doesNotHaveDuplicates();
    Incoming first = pages.get(0).rows().get(0);
    assertThat(first.digest())
        .isEqualTo(Digest.of(Fields.of("OrganizationName", Values.text("Customer 0"))));
  }

  @Test
  void goesOnWhereItWasBrokenOff() {
    for (int i = 0; i < 1500; i++) {
      d365.customer("usmf", String.format("C-%04d", i), "Customer " + i);
    }
    FeedPage first = feed.read(lease(feed, null), Beat.none());

    List<FeedPage> rest = round(feed, first.token());

    assertThat(first.done()).isFalse();
    assertThat(records(rest)).hasSize(500).first().asString().endsWith("C-1000");
  }

  @Test
  void beginsAnewAfterItsEnd() {
    d365.customer("usmf", "C-1", "One");
    List<FeedPage> pages = round(feed, null);

    assertThat(records(round(feed, pages.get(0).token()))).hasSize(1);
  }

  @Test
  void leavesARowThatCannotBeReadToThePass() {
    d365.customer("usmf", "C-1", "broken");

    FeedPage page = feed.read(lease(feed, null), Beat.none());

    assertThat(page.rows()).singleElement().extracting(Incoming::digest).isNull();
  }

  @Test
  void readsPastAKeyThatHasAStar() {
    for (int i = 0; i < 999; i++) {
      d365.customer("usmf", String.format("C-%04d", i), "Customer " + i);
    }
    d365.customer("usmf", "C-0998*", "Star");
    d365.customer("usmf", "C-1000", "Last");

    assertThat(records(round(feed, null))).last().asString().endsWith("C-1000");
  }
}
