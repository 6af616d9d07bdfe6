package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of links, inside somebody's transaction. */
final class LinkRows {
  private final Wiring wiring;

  LinkRows(Wiring wiring) {
    this.wiring = wiring;
  }

  /** By key or alias, the leading one first. */
  List<Link> of(Handle handle, RecordRef record) {
    return record.side() == Side.CREATIO ? ofCreatio(handle, record) : ofD365(handle, record);
  }

  private static List<Link> ofCreatio(Handle handle, RecordRef record) {
    return handle
        .createQuery(
            """
            SELECT * FROM link WHERE object = :object AND creatio_id = :key
            UNION
            SELECT l.* FROM link_alias a JOIN link l ON l.pair = a.pair
            WHERE a.object = :object AND a.alias = :key
            ORDER BY leads DESC, pair
            """)
        .bind("object", record.object().slug())
        .bind("key", record.key())
        .map((row, context) -> read(row))
        .list();
  }

  private static List<Link> ofD365(Handle handle, RecordRef record) {
    String legalEntity = record.legalEntity() == null ? "" : record.legalEntity().id();
    return handle
        .createQuery("SELECT * FROM link WHERE object = :object AND le = :le AND d365_key = :key")
        .bind("object", record.object().slug())
        .bind("le", legalEntity)
        .bind("key", record.key())
        .map((row, context) -> read(row))
        .list();
  }

  Optional<Link> find(Handle handle, PairId pair) {
    return byPath(handle, pair, "");
  }

  /** The link, which nobody else changes before this transaction ends. */
  Optional<Link> locked(Handle handle, PairId pair) {
    return byPath(handle, pair, wiring.dialect().forUpdate());
  }

  /** The same for many; pairs without a link are left out. */
  Map<PairId, Link> locked(Handle handle, Collection<PairId> pairs) {
    TreeSet<String> paths = new TreeSet<>();
    pairs.forEach(pair -> paths.add(pair.path()));
    if (!paths.isEmpty()) {
      wiring.dialect().lockLinks(handle, paths);
    }
    return handle
        .createQuery("SELECT * FROM link WHERE " + wiring.dialect().among("pair", "pairs"))
        .bind("pairs", Batches.list(paths))
        .map((row, context) -> read(row))
        .collectToMap(Link::pair, link -> link);
  }

  private static Optional<Link> byPath(Handle handle, PairId pair, String lock) {
    return handle
        .createQuery("SELECT * FROM link WHERE pair = :pair" + lock)
        .bind("pair", pair.path())
        .map((row, context) -> read(row))
        .findOne();
  }

  /** Locks links in the one order that all transactions keep to. */
  void lock(Handle handle, Collection<Link> links) {
    TreeSet<String> paths = new TreeSet<>();
    links.forEach(link -> paths.add(link.pair().path()));
    if (!paths.isEmpty()) {
      wiring.dialect().lockLinks(handle, paths);
    }
  }

  /** Whether the link was new on both keys. */
  boolean insert(Handle handle, Link link) {
    return insertAll(handle, List.of(link));
  }

  /** Whether all of these were new on both keys. */
  boolean insertAll(Handle handle, Collection<Link> links) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO link (pair, object, le, creatio_id, d365_key, party, guid, aliases,
              state, born_on, leads, held_by_us, asks, version, linked_at)
            VALUES (:pair, :object, :le, :creatioId, :d365Key, :party, :guid, :aliases,
              :state, :bornOn, :leading, :heldByUs, :asks, :version, :linkedAt)
            ON CONFLICT DO NOTHING
            """);
    links.forEach(link -> bind(batch, link).add());
    return IntStream.of(Batches.run(batch)).allMatch(rows -> rows == 1);
  }

  /**
   * Changes a link that still has the version seen; see {@link LinkStore#change}. The old link's
   * match keys are let go in time once it is no longer reserved.
   */
  Link change(Handle handle, Link seen, LinkChange change) {
    List<String> aliases = inherited(handle, seen, change.addAlias());
    Link changed = seen.with(change, aliases);
    if (!changed.d365Key().equals(seen.d365Key()) || seen.state() == LinkState.MERGED) {
      refuseForeignKey(handle, changed);
    }
    int rows =
        bind(
                handle.createUpdate(
                    """
                    UPDATE link SET d365_key = :d365Key, party = :party, guid = :guid,
                      aliases = :aliases, state = :state, leads = :leading,
                      held_by_us = :heldByUs, asks = :asks, version = :version
                    WHERE pair = :pair AND version = :version - 1
                    """),
                changed)
            .execute();
    if (rows == 0) {
      throw new StoreException.Overtaken(seen.pair().path() + " was changed by somebody else");
    }
    aliases.forEach(alias -> insertAlias(handle, changed, alias));
    if (seen.state() == LinkState.RESERVED && changed.state() != LinkState.RESERVED) {
      letMatchKeysGo(handle, changed);
    }
    return changed;
  }

  /** A D365 record belongs to one link; one that was merged away has given it up. */
  private static void refuseForeignKey(Handle handle, Link changed) {
    RecordRef wanted = changed.record(Side.D365);
    for (Link owner : ofD365(handle, wanted)) {
      boolean other = !owner.pair().equals(changed.pair());
      if (other && owner.state() != LinkState.MERGED && changed.state() != LinkState.MERGED) {
        throw new StoreException.Overtaken(
            wanted.path() + " is linked already, with " + owner.pair().path());
      }
    }
  }

  private List<String> inherited(Handle handle, Link link, @Nullable String alias) {
    if (alias == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>(List.of(alias));
    PairId merged = new PairId(link.pair().object(), link.pair().legalEntity(), alias);
    find(handle, merged).ifPresent(gone -> all.addAll(gone.aliases()));
    return all;
  }

  static void insertAlias(Handle handle, Link link, String alias) {
    handle
        .createUpdate(
            """
            INSERT INTO link_alias (object, alias, pair) VALUES (:object, :alias, :pair)
            ON CONFLICT DO NOTHING
            """)
        .bind("object", link.pair().object().slug())
        .bind("alias", alias)
        .bind("pair", link.pair().path())
        .execute();
  }

  private void letMatchKeysGo(Handle handle, Link link) {
    handle
        .createUpdate(
            """
            UPDATE match_key SET held_until = :until
            WHERE object = :object AND creatio_id = :creatioId
            """)
        .bind("until", Micros.of(wiring.now().plus(LinkStore.MATCH_KEYS_HELD)))
        .bind("object", link.pair().object().slug())
        .bind("creatioId", link.creatioId())
        .execute();
  }

  /** Raises the version alone, so that whoever works with the link reads it anew. */
  void touch(Handle handle, Link link) {
    handle
        .createUpdate("UPDATE link SET version = version + 1 WHERE pair = :pair")
        .bind("pair", link.pair().path())
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Link link) {
    return statement
        .bind("pair", link.pair().path())
        .bind("object", link.pair().object().slug())
        .bind("le", link.pair().legalEntity().id())
        .bind("creatioId", link.creatioId())
        .bind("d365Key", link.d365Key())
        .bind("party", link.partyNumber())
        .bind("guid", lower(link.dataverseGuid()))
        .bind("aliases", String.join("\n", link.aliases()))
        .bind("state", link.state().name())
        .bind("bornOn", link.bornOn().name())
        .bind("leading", link.leading() ? 1 : 0)
        .bind("heldByUs", link.heldByUs() ? 1 : 0)
        .bind("asks", link.asks() ? 1 : 0)
        .bind("version", link.version())
        .bind("linkedAt", Micros.of(link.linkedAt()));
  }

  private static @Nullable String lower(@Nullable String guid) {
    return guid == null ? null : guid.toLowerCase(Locale.ROOT);
  }

  static Link read(ResultSet row) throws SQLException {
    String aliases = row.getString("aliases");
    return new Link(
        PairId.parse(row.getString("pair")),
        row.getString("creatio_id"),
        row.getString("d365_key"),
        row.getString("party"),
        row.getString("guid"),
        aliases.isEmpty() ? List.of() : List.of(aliases.split("\n")),
        LinkState.valueOf(row.getString("state")),
        Side.valueOf(row.getString("born_on")),
        row.getInt("leads") == 1,
        row.getInt("held_by_us") == 1,
        row.getInt("asks") == 1,
        row.getLong("version"),
        Micros.read(row, "linked_at"));
  }

  /** See {@link io.weft.activities.store.LinkStore#part}. */
  boolean part(Handle handle, PairId pair) {
    if (locked(handle, pair).isEmpty()) {
      return true;
    }
    if (isAtWork(handle, pair)) {
      return false;
    }
    for (String table : List.of("link_alias", "base", "number_kept", "match_key", "link")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE pair = :pair")
          .bind("pair", pair.path())
          .execute();
    }
    return true;
  }

  private boolean isAtWork(Handle handle, PairId pair) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM delivery WHERE workflow = :pair AND disposition IS NULL
            UNION ALL SELECT 1 FROM intent WHERE pair = :pair AND outcome IS NULL
            UNION ALL SELECT 1 FROM claim WHERE pair = :pair AND until > :now
            """)
        .bind("pair", pair.path())
        .bind("now", wiring.nowMicros())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }
}
