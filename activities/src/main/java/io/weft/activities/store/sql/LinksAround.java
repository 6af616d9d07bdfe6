package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkWanted;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What stands around links that are wanted, all of one object: links of the same records, and who
 * holds the same match keys. Read at once for all of them, and kept up while they are made. What
 * somebody else stores meanwhile is not seen here; the unique keys see it.
 */
final class LinksAround {
  private final Wiring wiring;
  private final Handle handle;
  private final Map<String, List<Link>> ofAccount = new LinkedHashMap<>();
  private final Map<String, List<Link>> ofCustomer = new LinkedHashMap<>();
  private final Map<PairId, Link> byPair = new LinkedHashMap<>();
  private final Map<String, Holder> holders = new LinkedHashMap<>();

  /** A link whose record holds a match key. */
  private record Holder(String creatioId, Link link) {}

  private LinksAround(Wiring wiring, Handle handle) {
    this.wiring = wiring;
    this.handle = handle;
  }

  static LinksAround read(Wiring wiring, Handle handle, Collection<LinkWanted> wanted) {
    LinksAround around = new LinksAround(wiring, handle);
    Optional<LinkWanted> any = wanted.stream().findFirst();
    if (any.isPresent()) {
      around.readAccounts(any.get(), wanted.stream().map(one -> one.pair().key()).toList());
      wanted.stream()
          .collect(Collectors.groupingBy(one -> one.pair().legalEntity()))
          .values()
          .forEach(around::readCustomers);
      around.readPairs(wanted.stream().map(one -> one.pair().path()).toList());
      around.readHolders(
          any.get(), wanted.stream().flatMap(one -> one.matchKeys().stream()).toList());
    }
    return around;
  }

  /** By key or alias, the leading one first. */
  private void readAccounts(LinkWanted any, List<String> ids) {
    Dialect dialect = wiring.dialect();
    query(
            "SELECT l.*, l.creatio_id AS asked FROM link l WHERE l.object = :object AND "
                + dialect.among("l.creatio_id", "keys")
                + " UNION SELECT l.*, a.alias AS asked FROM link_alias a"
                + " JOIN link l ON l.pair = a.pair WHERE a.object = :object AND "
                + dialect.among("a.alias", "keys")
                + " ORDER BY leads DESC, pair",
            any,
            ids)
        .map((row, context) -> Map.entry(row.getString("asked"), LinkRows.read(row)))
        .forEach(found -> add(ofAccount, found.getKey(), found.getValue()));
  }

  /** All in one legal entity. */
  private void readCustomers(List<LinkWanted> some) {
    String keys = wiring.dialect().among("d365_key", "keys");
    query(
            "SELECT * FROM link WHERE object = :object AND le = :le AND " + keys,
            some.get(0),
            some.stream().map(LinkWanted::d365Key).toList())
        .bind("le", some.get(0).pair().legalEntity().id())
        .map((row, context) -> LinkRows.read(row))
        .forEach(link -> add(ofCustomer, link.record(Side.D365).path(), link));
  }

  private void readPairs(List<String> paths) {
    handle
        .createQuery("SELECT * FROM link WHERE " + wiring.dialect().among("pair", "pairs"))
        .bind("pairs", Batches.list(paths))
        .map((row, context) -> LinkRows.read(row))
        .forEach(link -> byPair.put(link.pair(), link));
  }

  private void readHolders(LinkWanted any, List<String> keys) {
    query(
            """
            SELECT l.*, m.name AS asked, m.creatio_id AS holding
            FROM match_key m JOIN link l ON l.pair = m.pair
            WHERE m.object = :object AND (m.held_until > :now OR EXISTS (
              SELECT 1 FROM link r WHERE r.object = m.object AND r.creatio_id = m.creatio_id
                AND r.state = :reserved)) AND
            """
                + wiring.dialect().among("m.name", "keys"),
            any,
            keys)
        .bind("now", wiring.nowMicros())
        .bind("reserved", LinkState.RESERVED.name())
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("asked"),
                    new Holder(row.getString("holding"), LinkRows.read(row))))
        .forEach(held -> holders.put(held.getKey(), held.getValue()));
  }

  private Query query(String sql, LinkWanted any, List<String> keys) {
    return handle
        .createQuery(sql)
        .bind("object", any.pair().object().slug())
        .bind("keys", Batches.list(keys));
  }

  private static void add(Map<String, List<Link>> where, String key, Link link) {
    where.computeIfAbsent(key, asked -> new ArrayList<>()).add(link);
  }

  /** The links of a record of Creatio, the leading one first. */
  List<Link> ofAccount(String id) {
    return ofAccount.getOrDefault(id, List.of());
  }

  /** The links of a record of D365, those that were merged away as well. */
  List<Link> ofCustomer(RecordRef record) {
    return ofCustomer.getOrDefault(record.path(), List.of());
  }

  Optional<Link> find(PairId pair) {
    return Optional.ofNullable(byPair.get(pair));
  }

  /** The link of another record of Creatio that holds the key now. */
  Optional<Link> holder(Link wanted, String matchKey) {
    return Optional.ofNullable(holders.get(matchKey))
        .filter(held -> !held.creatioId().equals(wanted.creatioId()))
        .map(Holder::link);
  }

  /** Notes a link that is being made. */
  void made(Link link, Collection<String> matchKeys) {
    add(ofAccount, link.creatioId(), link);
    add(ofCustomer, link.record(Side.D365).path(), link);
    byPair.put(link.pair(), link);
    matchKeys.forEach(key -> holders.put(key, new Holder(link.creatioId(), link)));
  }
}
