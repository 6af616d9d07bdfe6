package io.weft.activities.poll;

import io.weft.activities.d365.Changes;
import io.weft.activities.d365.DataverseClient;
import io.weft.activities.d365.FeedExpired;
import io.weft.activities.http.Row;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.LinkStore;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dataverse change tracking, for all legal entities at once, because it cannot be narrowed to one.
 *
 * <p>Begins by opening the feed (only to learn each row's GUID and where to go on), then reads each
 * legal entity in full and compares keys, then follows. Whatever changes during the full read comes
 * again when following, so nothing is missed. A feed that has expired begins anew. A changed row is
 * read from F&amp;O in the same form as a pass reads it, so that our own echo is known by its
 * digest.
 *
 * <p>Source: Microsoft Learn, "Use change tracking to synchronize data with external systems".
 */
public final class DeltaFeed implements Feed {
  private static final Token BEGINNING = new Token(null, null, List.of(), null, false);

  private final Setup setup;
  private final DataverseClient dataverse;
  private final Map<String, D365Table> tables = new LinkedHashMap<>();
  private final LinkStore links;
  private final News news;

  /**
   * A feed over some legal entities.
   *
   * @param tables one per legal entity
   */
  public DeltaFeed(
      Setup setup, DataverseClient dataverse, List<D365Table> tables, LinkStore links, News news) {
    this.setup = setup;
    this.dataverse = dataverse;
    tables.forEach(table -> this.tables.put(table.legalEntity().id(), table));
    this.links = links;
    this.news = news;
  }

  /**
   * What is followed, and how often.
   *
   * @param newcomers whether records that are linked with nothing are told of; no for an object
   *     that only flows to D365
   */
  public record Setup(
      String name, Duration interval, SyncObjectName object, DeltaTable table, boolean newcomers) {
    /** Newcomers too. */
    public Setup(String name, Duration interval, SyncObjectName object, DeltaTable table) {
      this(name, interval, object, table, true);
    }
  }

  /**
   * Where the feed stands.
   *
   * @param opening the next page of the opening; null before its first and after its last
   * @param delta where to follow on; null until the opening is through
   * @param covered legal entities that were read in full since the opening
   * @param after how far the one being read has come
   * @param compare whether it is read and its keys are still to be compared
   */
  record Token(
      @Nullable String opening,
      @Nullable String delta,
      List<String> covered,
      @Nullable String after,
      boolean compare) {
    Token {
      covered = covered == null ? List.of() : List.copyOf(covered);
    }

    Token at(@Nullable String key, boolean thenCompare) {
      return new Token(null, delta, covered, key, thenCompare);
    }

    Token covers(String legalEntity) {
      List<String> more = new ArrayList<>(covered);
      more.add(legalEntity);
      return new Token(null, delta, more, null, false);
    }

    /** The same, that legal entity not to be read in full. */
    Token leaving(String legalEntity, boolean beingRead) {
      List<String> more = new ArrayList<>(covered);
      more.add(legalEntity);
      return new Token(opening, delta, more, beingRead ? null : after, !beingRead && compare);
    }

    Token followed(String link) {
      return new Token(null, link, covered, null, false);
    }
  }

  @Override
  public String name() {
    return setup.name();
  }

  @Override
  public Duration interval() {
    return setup.interval();
  }

  /** The legal entity is not read in full, whether the feed has been opened or is yet to be. */
  @Override
  public @Nullable String leaving(@Nullable String token, boolean complete, LegalEntity loaded) {
    Token at = Tokens.read(token, Token.class, BEGINNING);
    if (at.covered().contains(loaded.id()) || !tables.containsKey(loaded.id())) {
      return null;
    }
    Optional<D365Table> inHand =
        tables.values().stream()
            .filter(table -> !at.covered().contains(table.legalEntity().id()))
            .findFirst();
    boolean beingRead = inHand.isPresent() && inHand.get().legalEntity().equals(loaded);
    return Tokens.write(at.leaving(loaded.id(), beingRead));
  }

  @Override
  public boolean follows(@Nullable String token) {
    return Tokens.read(token, Token.class, BEGINNING).delta() != null;
  }

  @Override
  public FeedPage read(Lease lease, Beat beat) {
    Token token = Tokens.read(lease.token(), Token.class, BEGINNING);
    try {
      return token.delta() == null ? open(token) : ours(goOn(token, token.delta(), beat));
    } catch (FeedExpired e) {
      return new FeedPage(Tokens.write(BEGINNING), List.of(), Map.of(), true, 0, expired(e));
    }
  }

  private FeedPage ours(FeedPage page) {
    if (setup.newcomers()) {
      return page;
    }
    List<Incoming> linked =
        page.rows().stream().filter(r -> !links.linksOf(r.hint().record()).isEmpty()).toList();
    return new FeedPage(
        page.token(), linked, page.guids(), page.done(), page.read(), page.problem());
  }

  private FeedPage goOn(Token token, String delta, Beat beat) throws FeedExpired {
    for (D365Table table : tables.values()) {
      if (!token.covered().contains(table.legalEntity().id())) {
        return token.compare() ? compare(token, table, beat) : scan(token, table);
      }
    }
    return follow(token, delta, beat);
  }

  private FeedPage open(Token token) throws FeedExpired {
    Changes page =
        token.opening() == null
            ? dataverse.opening(setup.table().set(), setup.table().columns())
            : dataverse.since(token.opening());
    Token next = new Token(page.next(), page.delta(), token.covered(), null, false);
    return new FeedPage(
        Tokens.write(next), List.of(), guids(page), false, page.changed().size(), null);
  }

  private FeedPage scan(Token token, D365Table table) {
    Table.Slice slice = table.slice(token.after());
    List<Incoming> hints = ScanFeed.hints(table.reader(), slice.rows(), news);
    Token next = token.at(slice.next(), slice.next() == null);
    return FeedPage.of(Tokens.write(next), hints, false, slice.rows().size());
  }

  private FeedPage compare(Token token, D365Table table, Beat beat) {
    Absence.Found found =
        new Absence(table.keysOnly(), links, setup.object(), Side.D365, table.legalEntity())
            .look(beat);
    List<Incoming> hints = found.gone().stream().map(news::gone).toList();
    Token next = token.covers(table.legalEntity().id());
    return new FeedPage(Tokens.write(next), hints, Map.of(), false, found.read(), found.problem());
  }

  private FeedPage follow(Token token, String delta, Beat beat) throws FeedExpired {
    Changes page = dataverse.since(delta);
    Map<String, RecordRef> guids = guids(page);
    List<Incoming> hints = changed(List.copyOf(guids.values()), beat);
    deleted(page.deleted(), hints);
    boolean last = page.next() == null;
    String link = last ? page.delta() : page.next();
    long read = page.changed().size() + (long) page.deleted().size();
    Token next = link == null ? BEGINNING : token.followed(link);
    return new FeedPage(Tokens.write(next), hints, guids, last, read, null);
  }

  /** Rows of legal entities that are not configured are none of our business. */
  private Map<String, RecordRef> guids(Changes page) {
    Map<String, RecordRef> guids = new LinkedHashMap<>();
    for (Row row : page.changed()) {
      String guid = setup.table().guid(row);
      String key = setup.table().key(row);
      D365Table table = tables.get(String.valueOf(setup.table().company(row)));
      if (guid != null && key != null && table != null) {
        guids.put(guid, RecordRef.d365(setup.object(), table.legalEntity(), key));
      }
    }
    return guids;
  }

  private List<Incoming> changed(List<RecordRef> records, Beat beat) {
    List<Incoming> hints = new ArrayList<>();
    for (D365Table table : tables.values()) {
      Map<String, RecordRef> wanted = new LinkedHashMap<>();
      for (RecordRef record : records) {
        if (table.legalEntity().equals(record.legalEntity())) {
          wanted.put(record.key().toLowerCase(Locale.ROOT), record);
        }
      }
      read(table, wanted, beat, hints);
    }
    return hints;
  }

  private void read(
      D365Table table, Map<String, RecordRef> wanted, Beat beat, List<Incoming> hints) {
    List<String> keys = wanted.values().stream().map(RecordRef::key).toList();
    for (Row row : table.rows(keys, beat)) {
      Incoming hint = news.row(table.reader(), row);
      wanted.remove(hint.hint().record().key().toLowerCase(Locale.ROOT));
      hints.add(hint);
    }
    // Changed, yet not there any more, or under a key that cannot be searched: let a pass look.
    wanted.values().forEach(record -> hints.add(news.unread(record)));
  }

  /** A row that was never linked can go as it came. */
  private void deleted(List<String> guids, List<Incoming> hints) {
    for (String guid : guids) {
      links
          .byGuid(guid.toLowerCase(Locale.ROOT))
          .filter(record -> !links.linksOf(record).isEmpty())
          .ifPresent(record -> hints.add(news.gone(record)));
    }
  }

  private static String expired(FeedExpired e) {
    return "The change feed had expired, so everything is read again: " + e.getMessage();
  }
}
