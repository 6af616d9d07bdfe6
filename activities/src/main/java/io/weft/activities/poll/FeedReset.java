package io.weft.activities.poll;

import io.weft.activities.store.AuditStore;
import io.weft.activities.store.FeedStore;
import io.weft.workflows.pass.Instruction;
import java.time.Clock;
import java.util.List;

/** Forgets where feeds stand, on a person's word, which goes to the audit first. Safe to repeat. */
public final class FeedReset {
  private final Feeds feeds;
  private final FeedStore store;
  private final AuditStore audit;
  private final Clock clock;

  public FeedReset(Feeds feeds, FeedStore store, AuditStore audit, Clock clock) {
    this.feeds = feeds;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Returns the names of the feeds that begin anew; empty if the scope fits none. */
  public List<String> reset(String scope, String who, String why) {
    List<String> names = feeds.named(scope).stream().map(Feed::name).toList();
    if (!names.isEmpty()) {
      audit.said("poller/" + scope, new Instruction.Retry(who, why), clock.instant());
      names.forEach(store::reset);
    }
    return names;
  }
}
