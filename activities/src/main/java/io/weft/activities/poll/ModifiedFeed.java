package io.weft.activities.poll;

import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.creatio.Expand;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a Creatio set by the time of change, and its child sets, whose rows have times of their
 * own and count as a change of their root. Each round reads a little of the past again, because a
 * long transaction commits with an earlier time. The watermark is the newest time seen and never
 * our own clock.
 *
 * <p>Source: Creatio Academy, "OData 4"; times of change are set by the server on every save.
 */
public final class ModifiedFeed implements Feed {
  private static final int PAGE = 500;
  private static final Duration BEHIND = Duration.ofHours(1);
  private static final Duration PLAUSIBLE = Duration.ofDays(1);
  private static final Token BEGINNING = new Token(Map.of(), 0, null, null);
  private static final String MODIFIED = "ModifiedOn";

  private final Rhythm rhythm;
  private final CreatioTable root;
  private final List<Child> children;
  private final News news;
  private final Reported reported = new Reported();

  public ModifiedFeed(Rhythm rhythm, CreatioTable root, List<Child> children, News news) {
    this.rhythm = rhythm;
    this.root = root;
    this.children = List.copyOf(children);
    this.news = news;
  }

  /**
   * A set whose changes count as changes of the record that a look-up column of it names.
   *
   * @param apart names the record of a row where the root does not show what its rows of this set
   *     hold; null where it does, so that the root tells an echo
   */
  public record Child(String set, String rootId, @Nullable RowReader apart) {
    /** Rows that the root shows. */
    public Child(String set, String rootId) {
      this(set, rootId, null);
    }
  }

  /**
   * Where the feed stands.
   *
   * @param marks newest time of change seen, by set
   * @param source which set is being read: 0 the root, then the children
   * @param cursor the next page of that set; null at its beginning
   * @param from what this round of that set began with, for as long as there is a cursor
   */
  record Token(
      Map<String, String> marks, int source, @Nullable String cursor, @Nullable String from) {
    Token {
      marks = marks == null ? Map.of() : new LinkedHashMap<>(marks);
    }
  }

  /** What is gathered for one page. */
  private static final class Gathered {
    private final Map<String, String> marks;
    private final List<Incoming> hints = new ArrayList<>();
    private final Set<String> roots = new LinkedHashSet<>();
    private final Set<String> told = new LinkedHashSet<>();
    private final Map<String, String> rows = new LinkedHashMap<>();
    private long read;

    Gathered(Token token) {
      marks = new LinkedHashMap<>(token.marks());
    }
  }

  @Override
  public String name() {
    return rhythm.name();
  }

  @Override
  public Duration interval() {
    return rhythm.interval();
  }

  /** Some way back, because the two clocks may differ, and long transactions commit late. */
  @Override
  public @Nullable String leaving(@Nullable String token, boolean complete, LegalEntity loaded) {
    if (complete) {
      return null;
    }
    String mark = news.now().minus(BEHIND).toString();
    Map<String, String> marks = new LinkedHashMap<>();
    for (int source = 0; source <= children.size(); source++) {
      marks.put(set(source), mark);
    }
    return Tokens.write(new Token(marks, 0, null, null));
  }

  /** A quiet round is one small request per set, all in one page. */
  @Override
  public FeedPage read(Lease lease, Beat beat) {
    if (lease.token() == null) {
      reported.forget();
    }
    Token token = Tokens.read(lease.token(), Token.class, BEGINNING);
    Gathered gathered = new Gathered(token);
    Token next = token;
    do {
      beat.beat();
      next = readOne(next, gathered, beat);
    } while (next.cursor() == null && next.source() != 0);
    boolean done = next.cursor() == null;
    FeedPage page = FeedPage.of(Tokens.write(next), gathered.hints, done, gathered.read);
    reported.read(page, gathered.rows);
    return page;
  }

  @Override
  public void stored(FeedPage page) {
    reported.stored(page);
  }

  /** One page of one set; source 0 without a cursor means that the round is through. */
  private Token readOne(Token at, Gathered gathered, Beat beat) {
    int source = at.source() > children.size() ? 0 : at.source();
    String from = at.cursor() == null ? from(set(source), at.marks()) : at.from();
    Page page = root.client().query(set(source), query(source, from, at.cursor()));
    if (source == 0) {
      takeRoots(page.rows(), gathered);
    } else {
      takeChildren(children.get(source - 1), page.rows(), gathered, beat);
    }
    gathered.read += page.rows().size();
    return page.next() == null
        ? new Token(gathered.marks, (source + 1) % (children.size() + 1), null, null)
        : new Token(gathered.marks, source, page.next(), from);
  }

  private String set(int source) {
    return source == 0 ? root.set() : children.get(source - 1).set();
  }

  private CreatioQuery query(int source, @Nullable String from, @Nullable String cursor) {
    CreatioQuery query =
        source == 0
            ? CreatioQuery.of(root.reader().columns())
                .with(root.reader().expand().toArray(Expand[]::new))
            : CreatioQuery.of(Columns.of("Id", children.get(source - 1).rootId()));
    CreatioQuery all = query.by(CreatioQuery.Order.MODIFIED_ON).top(PAGE).after(cursor);
    return from == null ? all : all.where(CreatioFilter.notBefore(MODIFIED, Instant.parse(from)));
  }

  private @Nullable String from(String set, Map<String, String> marks) {
    String mark = marks.get(set);
    return mark == null ? null : Instant.parse(mark).minus(rhythm.overlap()).toString();
  }

  private void takeRoots(List<Row> rows, Gathered gathered) {
    for (Row row : rows) {
      if (isNews(root.set(), row, gathered)) {
        Incoming hint = news.row(root.reader(), row);
        gathered.roots.add(hint.hint().record().key());
        gathered.hints.add(hint);
      }
    }
  }

  private void takeChildren(Child child, List<Row> rows, Gathered gathered, Beat beat) {
    Map<String, Row> roots = new LinkedHashMap<>();
    for (Row row : rows) {
      String id = row.text(child.rootId());
      if (id != null && isNews(child.set(), row, gathered) && !id.startsWith("00000000-0000")) {
        roots.put(id.toLowerCase(Locale.ROOT), row);
      }
    }
    RowReader apart = child.apart();
    if (apart == null) {
      roots.keySet().removeAll(gathered.roots);
      rollUp(roots.keySet(), gathered, beat);
    } else {
      roots.keySet().removeAll(gathered.told);
      gathered.told.addAll(roots.keySet());
      // Even where the root was told: its own row may drop out as an echo, and this must not.
      roots.values().forEach(row -> gathered.hints.add(news.unread(apart.ref(row))));
    }
  }

  private void rollUp(Set<String> roots, Gathered gathered, Beat beat) {
    for (Row row : root.rows(List.copyOf(roots), beat)) {
      gathered.hints.add(news.rolledUp(root.reader(), row));
    }
    gathered.roots.addAll(roots);
  }

  /** Moves the watermark, and says whether this version of the row was not told yet. */
  private boolean isNews(String set, Row row, Gathered gathered) {
    String version = row.text(MODIFIED);
    Instant at = News.moment(version);
    if (version == null || at == null) {
      return true;
    }
    // A time far in the future, as a bulk script may leave behind, would blind the feed for years.
    if (at.isBefore(news.now().plus(PLAUSIBLE))) {
      gathered.marks.merge(set, at.toString(), ModifiedFeed::later);
    }
    String key = set + "/" + row.text("Id");
    gathered.rows.put(key, version);
    return !reported.knows(key, version);
  }

  private static String later(String one, String other) {
    return Instant.parse(one).isBefore(Instant.parse(other)) ? other : one;
  }
}
