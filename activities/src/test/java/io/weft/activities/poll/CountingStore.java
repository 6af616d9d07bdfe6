package io.weft.activities.poll;

import io.weft.activities.store.FeedStore;
import io.weft.activities.store.Incoming;
import io.weft.workflows.record.RecordRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down the calls on their way to a real store. */
final class CountingStore implements FeedStore {
  private final FeedStore store;
  private final List<String> calls = new ArrayList<>();
  private @Nullable RuntimeException failure;

  CountingStore(FeedStore store) {
    this.store = store;
  }

  List<String> calls() {
    return calls;
  }

  /** The next advance fails so. */
  void failWith(RuntimeException why) {
    failure = why;
  }

  @Override
  public Optional<Lease> lease(String feed, String holder, Duration hold, Duration interval) {
    calls.add("lease");
    return store.lease(feed, holder, hold, interval);
  }

  @Override
  public Advanced advance(
      Lease lease,
      @Nullable String token,
      List<Incoming> rows,
      Map<String, RecordRef> guids,
      boolean done) {
    calls.add("advance");
    RuntimeException why = failure;
    if (why != null) {
      failure = null;
      throw why;
    }
    return store.advance(lease, token, rows, guids, done);
  }

  @Override
  public void renew(Lease lease) {
    calls.add("renew");
    store.renew(lease);
  }

  @Override
  public void release(Lease lease) {
    calls.add("release");
    store.release(lease);
  }

  @Override
  public boolean place(String feed, @Nullable String seen, String token, boolean rest) {
    return store.place(feed, seen, token, rest);
  }

  @Override
  public void reset(String prefix) {
    calls.add("reset " + prefix);
    store.reset(prefix);
  }

  @Override
  public List<State> states() {
    calls.add("states");
    return store.states();
  }
}
