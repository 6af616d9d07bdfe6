package io.weft.activities.poll;

import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feed of pages put in by hand; without one a round is quiet. */
public final class FakeFeed implements Feed {
  private final String name;
  private final Duration interval;
  private final Clock clock;
  private final Deque<FeedPage> pages = new ArrayDeque<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<FeedPage> stored = new ArrayList<>();
  private @Nullable RuntimeException failure;
  private Runnable onRead = () -> {};

  public FakeFeed(String name, Duration interval, Clock clock) {
    this.name = name;
    this.interval = interval;
    this.clock = clock;
  }

  /** The next page holds one hint of an account. */
  public void page(int account, boolean done) {
    Hint hint = Hint.of(Readers.account(account), Origin.POLLER, clock.instant());
    pages.add(FeedPage.of("after " + account, List.of(new Incoming(hint, null, null)), done, 1));
  }

  public void problem(String problem) {
    pages.add(new FeedPage("problem", List.of(), Map.of(), true, 0, problem));
  }

  /** Fails from now on; null to mend it. */
  public void failWith(@Nullable RuntimeException why) {
    failure = why;
  }

  /** Runs with each read. */
  public void onRead(Runnable action) {
    onRead = action;
  }

  /** The tokens that it was read from. */
  public List<String> tokens() {
    return tokens;
  }

  public List<FeedPage> storedPages() {
    return stored;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration interval() {
    return interval;
  }

  @Override
  public FeedPage read(Lease lease, Beat beat) {
    tokens.add(String.valueOf(lease.token()));
    beat.beat();
    onRead.run();
    if (failure != null) {
      throw failure;
    }
    FeedPage page = pages.poll();
    return page == null ? FeedPage.of("quiet", List.of(), true, 0) : page;
  }

  @Override
  public void stored(FeedPage page) {
    stored.add(page);
  }
}
