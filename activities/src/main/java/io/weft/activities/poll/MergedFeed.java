package io.weft.activities.poll;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merged records of Creatio: the losers are deleted behind the back of every event, and only {@code
 * DuplicatesHistory} tells, where that feature is on. Tells the loser that it is gone and the
 * survivor that it changed. A loser that was never linked is left out: the survivor's own change
 * brings all that matters.
 */
public final class MergedFeed implements Feed {
  private static final String SET = "DuplicatesHistory";
  private static final String CREATED = "CreatedOn";
  private static final Columns COLUMNS =
      Columns.of("Id", CREATED, "OldRecordId", "NewRecordId", "SchemaTableName");

  private final Setup setup;
  private final CreatioClient creatio;
  private final LinkStore links;
  private final News news;
  private final Reported reported = new Reported();

  public MergedFeed(Setup setup, CreatioClient creatio, LinkStore links, News news) {
    this.setup = setup;
    this.creatio = creatio;
    this.links = links;
    this.news = news;
  }

  /**
   * Which merges are followed.
   *
   * @param schema Creatio's name of the object, for example {@code Account}
   */
  public record Setup(Rhythm rhythm, SyncObjectName object, String schema) {}

  /** The newest merge seen; null before the first. */
  record Token(@Nullable String mark) {}

  @Override
  public String name() {
    return setup.rhythm().name();
  }

  @Override
  public Duration interval() {
    return setup.rhythm().interval();
  }

  /** Merges are rare, so a round is one read of all that are new. */
  @Override
  public FeedPage read(Lease lease, Beat beat) {
    if (lease.token() == null) {
      reported.forget();
    }
    String mark = Tokens.read(lease.token(), Token.class, new Token(null)).mark();
    Map<String, String> rows = new LinkedHashMap<>();
    List<Incoming> hints = new ArrayList<>();
    long read = 0;
    String newest = mark;
    for (Row row : merges(mark, beat)) {
      read++;
      newest = later(newest, row.text(CREATED));
      take(row, rows, hints);
    }
    FeedPage page = FeedPage.of(Tokens.write(new Token(newest)), hints, true, read);
    reported.read(page, rows);
    return page;
  }

  @Override
  public void stored(FeedPage page) {
    reported.stored(page);
  }

  private List<Row> merges(@Nullable String mark, Beat beat) {
    CreatioFilter schema = CreatioFilter.equal("SchemaTableName", setup.schema());
    CreatioFilter filter =
        mark == null
            ? schema
            : CreatioFilter.all(
                schema,
                CreatioFilter.notBefore(
                    CREATED, Instant.parse(mark).minus(setup.rhythm().overlap())));
    CreatioQuery query = CreatioQuery.of(COLUMNS).where(filter).by(CreatioQuery.Order.ID);
    List<Row> rows = new ArrayList<>();
    String cursor = null;
    do {
      beat.beat();
      Page page = creatio.query(SET, query.after(cursor));
      rows.addAll(page.rows());
      cursor = page.next();
    } while (cursor != null);
    return rows;
  }

  private void take(Row row, Map<String, String> rows, List<Incoming> hints) {
    String id = String.valueOf(row.text("Id"));
    String loser = row.text("OldRecordId");
    String survivor = row.text("NewRecordId");
    if (loser == null || survivor == null || reported.knows(id, loser)) {
      return;
    }
    rows.put(id, loser);
    RecordRef gone = RecordRef.creatio(setup.object(), loser);
    if (!links.linksOf(gone).isEmpty()) {
      hints.add(news.gone(gone));
      hints.add(news.unread(RecordRef.creatio(setup.object(), survivor)));
    }
  }

  private static @Nullable String later(@Nullable String mark, @Nullable String created) {
    Instant at = News.moment(created);
    if (at == null) {
      return mark;
    }
    return mark == null || Instant.parse(mark).isBefore(at) ? at.toString() : mark;
  }
}
