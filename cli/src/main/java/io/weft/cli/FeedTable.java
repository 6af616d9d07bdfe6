package io.weft.cli;

import io.weft.workflows.desk.Answer.FeedStatus;
import java.util.List;

/** How far the feeds are read, as a table. */
public final class FeedTable {
  private FeedTable() {}

  /** One row per feed, with its age in words. */
  public static Table of(List<FeedStatus> feeds, Output output) {
    Table table = Table.of("!", "!FEED", "!READ TO ITS END", "NOTE");
    for (FeedStatus feed : feeds) {
      table.row(
          Output.word(feed.level()), feed.feed(), output.ago(feed.lastSuccess()), feed.note());
    }
    return table;
  }
}
