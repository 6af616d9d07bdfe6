package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows the D365 rows of linked records and of no others, by asking for them by their records'
 * keys: sets that hold far more than ours, of which no time of change is known. Orders and their
 * lines are such.
 *
 * <p>Where a row is the record's image, the base tells an echo. Where rows are only below the
 * record, the token keeps a digest of all of them per record: what differs from the round before is
 * news, and so are the first rows that are ever seen.
 *
 * <p>Source: Microsoft Learn, "Open Data Protocol (OData)" for finance and operations apps.
 */
public final class LinkedFeed implements Feed {
  private static final int LINKS_AT_ONCE = 200;
  private static final int DIGITS = 12;
  private static final Token BEGINNING = new Token(null, Map.of(), Map.of());

  private final String name;
  private final Duration interval;
  private final SyncObjectName object;
  private final D365Table table;
  private final LinkStore links;
  private final News news;

  /**
   * A feed over the live links of an object in the table's legal entity.
   *
   * @param table its key is the column that names the record, which may be the one above its rows
   */
  public LinkedFeed(
      String name,
      Duration interval,
      SyncObjectName object,
      D365Table table,
      LinkStore links,
      News news) {
    this.name = name;
    this.interval = interval;
    this.object = object;
    this.table = table;
    this.links = links;
    this.news = news;
  }

  /**
   * Where the feed stands.
   *
   * @param after the key of the last pair looked at; null before the first
   * @param before digests of the last complete round, by record
   * @param now those of this round so far
   */
  record Token(@Nullable String after, Map<String, String> before, Map<String, String> now) {
    Token {
      before = before == null ? Map.of() : new LinkedHashMap<>(before);
      now = now == null ? Map.of() : new LinkedHashMap<>(now);
    }
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
    Token token = Tokens.read(lease.token(), Token.class, BEGINNING);
    List<Link> some = links.list(LinkState.LIVE, from(token), LINKS_AT_ONCE);
    Map<String, RecordRef> records = new LinkedHashMap<>();
    String last = null;
    int ours = 0;
    for (Link link : some) {
      if (isOurs(link.pair())) {
        RecordRef record = link.record(Side.D365);
        if (!Provisional.is(record.key())) { // D365 has not numbered it yet
          records.put(form(record.key()), record);
        }
        last = link.pair().key();
        ours++;
      }
    }
    boolean done = last == null || some.size() < LINKS_AT_ONCE || ours < some.size();
    Map<String, String> now = new LinkedHashMap<>(token.now());
    List<Row> rows = rows(records, beat);
    List<Incoming> hints =
        table.reader().image() ? shown(rows) : below(records, rows, token.before(), now);
    Token next = done ? new Token(null, now, Map.of()) : new Token(last, token.before(), now);
    return FeedPage.of(Tokens.write(next), hints, done, rows.size());
  }

  /** The pair to go on after: at first one before all of ours, because links come by their path. */
  private PairId from(Token token) {
    return new PairId(object, table.legalEntity(), Objects.requireNonNullElse(token.after(), "0"));
  }

  private boolean isOurs(PairId pair) {
    return pair.object() == object && pair.legalEntity().equals(table.legalEntity());
  }

  private List<Row> rows(Map<String, RecordRef> records, Beat beat) {
    return records.isEmpty()
        ? List.of()
        : table.rows(records.values().stream().map(RecordRef::key).toList(), beat);
  }

  private List<Incoming> shown(List<Row> rows) {
    return ScanFeed.hints(table.reader(), rows, news);
  }

  private List<Incoming> below(
      Map<String, RecordRef> records,
      List<Row> rows,
      Map<String, String> before,
      Map<String, String> now) {
    Map<String, List<String>> contents = new TreeMap<>();
    for (Row row : rows) {
      String key = form(table.reader().ref(row).key());
      contents
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(Digest.of(table.reader().fields(row)));
    }
    List<Incoming> hints = new ArrayList<>();
    records.forEach(
        (key, record) -> {
          String digest = digest(contents.getOrDefault(key, List.of()));
          now.put(key, digest);
          if (!digest.equals(before.getOrDefault(key, ""))) {
            hints.add(news.unread(record));
          }
        });
    return hints;
  }

  /** Rows come in any order; none at all are an empty text. */
  private static String digest(List<String> rows) {
    return rows.isEmpty()
        ? ""
        : Digest.of(
                Fields.of("rows", Values.text(String.join(",", rows.stream().sorted().toList()))))
            .substring(0, DIGITS);
  }

  /** D365 compares keys without case. */
  private static String form(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
