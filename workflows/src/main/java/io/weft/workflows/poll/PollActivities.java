package io.weft.workflows.poll;

import io.temporal.activity.ActivityInterface;
import io.weft.workflows.record.LegalEntity;
import java.util.List;

/** The outside of {@link LegalEntityPoller} and {@link CreatioSweep}. */
@ActivityInterface
public interface PollActivities {
  /**
   * Follows every feed of one legal entity that is due, again and again, heartbeating between
   * rounds, for about the time asked for. Returns what the last rounds found. Safe to repeat: hints
   * and a feed's token move in one transaction, and a feed is leased by one reader at a time.
   */
  PollReport followFeeds(PollRequest request);

  /** One sweep over Creatio: changes since the watermark, with overlap, and vanished records. */
  PollReport sweepCreatio(SweepRequest request);

  /** Forgets where the feeds stand, so that the next round reads everything. */
  void resetFeeds(ResetRequest request);

  /** Follow the feeds of one legal entity for this many seconds, then report. */
  record PollRequest(LegalEntity legalEntity, long seconds) {}

  /** Sweep one Creatio connection. */
  record SweepRequest(String connection, long seconds) {}

  /** Whose feeds to forget, on whose word and why. */
  record ResetRequest(String scope, String who, String why) {}

  /** What was found: one line per feed. */
  record PollReport(List<FeedLine> feeds) {
    public PollReport {
      feeds = List.copyOf(feeds);
    }
  }

  /** One feed: rows read, own echoes dropped, hints stored, and age of the newest success. */
  record FeedLine(String feed, long rows, long echoes, long hints, String lastSuccess) {}
}
