package io.weft.activities.store.memory;

import io.weft.activities.store.FeedStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Intent;
import io.weft.activities.store.Link;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class MemoryFeeds implements FeedStore {
  private final MemoryState state;
  private final Map<String, Row> feeds = new TreeMap<>();

  MemoryFeeds(MemoryState state) {
    this.state = state;
  }

  private static final class Row {
    @Nullable String token;
    @Nullable String holder;
    @Nullable Instant success;
    Instant until = Instant.EPOCH;
    Duration hold = Duration.ZERO;
    long fence;
    long rows;
    long hints;
  }

  @Override
  public Optional<Lease> lease(String feed, String holder, Duration hold, Duration interval) {
    synchronized (state) {
      Row row = feeds.computeIfAbsent(feed, name -> new Row());
      Instant now = state.clock.instant();
      boolean free = row.holder == null || row.holder.equals(holder) || !row.until.isAfter(now);
      boolean due = row.success == null || !row.success.plus(interval).isAfter(now);
      if (!free || !due) {
        return Optional.empty();
      }
      row.holder = holder;
      row.hold = hold;
      row.until = now.plus(hold);
      row.fence++;
      return Optional.of(new Lease(feed, holder, row.fence, row.token, row.until));
    }
  }

  @Override
  public Advanced advance(
      Lease lease,
      @Nullable String token,
      List<Incoming> rows,
      Map<String, RecordRef> guids,
      boolean done) {
    synchronized (state) {
      Row feed = feeds.get(lease.feed());
      if (feed == null || !holds(lease, feed)) {
        throw new StoreException.Overtaken("feed " + lease.feed() + " is read by another");
      }
      List<StoredHint> hints = new ArrayList<>();
      for (Incoming row : rows) {
        follow(row).ifPresent(hints::add);
      }
      guids.forEach((guid, record) -> state.guids.put(guid.toLowerCase(Locale.ROOT), record));
      move(feed, token, done);
      feed.rows += rows.size();
      feed.hints += hints.size();
      return new Advanced(hints, rows.size() - hints.size());
    }
  }

  private static boolean holds(Lease lease, Row feed) {
    return feed.fence == lease.fence() && lease.holder().equals(feed.holder);
  }

  private void move(Row feed, @Nullable String token, boolean done) {
    Instant now = state.clock.instant();
    feed.token = token;
    feed.until = now.plus(feed.hold);
    if (done) {
      feed.success = now;
      feed.holder = null;
    }
  }

  private Optional<StoredHint> follow(Incoming row) {
    RecordRef record = row.hint().record();
    List<Link> links = Link.following(state.linksOf(record));
    if (row.filtered() != null || row.digest() == null) {
      return Optional.of(state.store(row, links));
    }
    if (links.isEmpty()) {
      boolean known = row.digest().equals(state.leftOut.get(record));
      boolean idle = state.openDeliveries(state.introductionId.apply(record)).isEmpty();
      return known && idle ? Optional.empty() : Optional.of(state.store(row, links));
    }
    List<Link> moved = links.stream().filter(link -> !isEcho(link, row)).toList();
    return moved.isEmpty() ? Optional.empty() : Optional.of(state.store(row, moved));
  }

  private boolean isEcho(Link link, Incoming row) {
    Side side = row.hint().record().side();
    MemoryState.BaseRow base = state.bases.get(new MemoryState.PairSide(link.pair(), side));
    return base != null
        && base.base().unknown().isEmpty()
        && row.digest() != null
        && row.digest().equals(base.digest())
        && isIdle(link);
  }

  private boolean isIdle(Link link) {
    return state.openDeliveries(link.pair().path()).isEmpty()
        && !isClaimed(link, Side.CREATIO)
        && !isClaimed(link, Side.D365)
        && state.intents.values().stream().noneMatch(intent -> isOpenOn(link, intent));
  }

  private boolean isClaimed(Link link, Side side) {
    MemoryState.Claim claim = state.claims.get(link.record(side).path());
    return claim != null && claim.isLive(state.clock.instant());
  }

  private static boolean isOpenOn(Link link, MemoryState.IntentRow row) {
    Intent intent = row.announced().intent();
    PairId pair = intent.pair();
    return row.isOpen()
        && (pair.equals(link.pair())
            || intent.target().equals(link.record(intent.target().side())));
  }

  @Override
  public void renew(Lease lease) {
    synchronized (state) {
      Row feed = feeds.get(lease.feed());
      if (feed == null || !holds(lease, feed)) {
        throw new StoreException.Overtaken("feed " + lease.feed() + " is read by another");
      }
      feed.until = state.clock.instant().plus(feed.hold);
    }
  }

  @Override
  public void release(Lease lease) {
    synchronized (state) {
      Row feed = feeds.get(lease.feed());
      if (feed != null && holds(lease, feed)) {
        feed.holder = null;
      }
    }
  }

  @Override
  public boolean place(String feed, @Nullable String seen, String token, boolean rest) {
    synchronized (state) {
      Row row = feeds.computeIfAbsent(feed, name -> new Row());
      if (!Objects.equals(row.token, seen)) {
        return false;
      }
      row.token = token;
      row.holder = null;
      row.fence++;
      row.success = rest ? state.clock.instant() : row.success;
      return true;
    }
  }

  @Override
  public void reset(String prefix) {
    synchronized (state) {
      for (Map.Entry<String, Row> entry : feeds.entrySet()) {
        if (entry.getKey().startsWith(prefix)) {
          entry.getValue().token = null;
          entry.getValue().success = null;
          entry.getValue().holder = null;
          entry.getValue().fence++;
        }
      }
    }
  }

  @Override
  public List<State> states() {
    synchronized (state) {
      return feeds.entrySet().stream()
          .map(entry -> state(entry.getKey(), entry.getValue()))
          .toList();
    }
  }

  private static State state(String name, Row row) {
    return new State(name, row.token, row.success, row.rows, row.hints);
  }
}
