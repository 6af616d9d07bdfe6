package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.workflows.record.LegalEntity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole set again and again, row by row with a digest, so that only what differs from the
 * base is news. For systems that do not tell what changed, and as a nightly net for those that do.
 * A round goes on where an earlier one was broken off.
 */
public final class ScanFeed implements Feed {
  private final String name;
  private final Duration interval;
  private final Table table;
  private final News news;

  public ScanFeed(String name, Duration interval, Table table, News news) {
    this.name = name;
    this.interval = interval;
    this.table = table;
    this.news = news;
  }

  /** The last key read; null before the first. */
  record Token(@Nullable String after) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration interval() {
    return interval;
  }

  /**
   * What is there is found to be as its bases say, once the load is through: it rests till then.
   */
  @Override
  public @Nullable String leaving(@Nullable String token, boolean complete, LegalEntity loaded) {
    return complete ? null : Tokens.write(new Token(null));
  }

  @Override
  public FeedPage read(Lease lease, Beat beat) {
    Token token = Tokens.read(lease.token(), Token.class, new Token(null));
    Table.Slice slice = table.slice(token.after());
    return FeedPage.of(
        Tokens.write(new Token(slice.next())),
        hints(table.reader(), slice.rows(), news),
        slice.next() == null,
        slice.rows().size());
  }

  static List<Incoming> hints(RowReader reader, List<Row> rows, News news) {
    List<Incoming> hints = new ArrayList<>(rows.size());
    for (Row row : rows) {
      hints.add(news.row(reader, row));
    }
    return hints;
  }
}
