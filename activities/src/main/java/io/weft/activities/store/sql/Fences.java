package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.Sheet;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Which attempts still hold what they work on. The answer stands until the transaction ends: all
 * rows it rests on are locked, links before claims, each in the one order that everybody keeps to.
 */
final class Fences {
  private final Dialect dialect;
  private final LinkRows links;

  Fences(Wiring wiring) {
    this.dialect = wiring.dialect();
    this.links = new LinkRows(wiring);
  }

  private record Claim(long fence, String attempt) {}

  /** Tells for each of these sheets whether its attempt is still the current one. */
  Predicate<Sheet> asked(Handle handle, Collection<Sheet> sheets) {
    Map<PairId, Link> now =
        links.locked(handle, sheets.stream().map(s -> s.link().pair()).toList());
    Map<String, Claim> claims = claims(handle, sheets);
    return sheet -> {
      Link link = now.get(sheet.link().pair());
      return link != null
          && link.version() == sheet.link().version()
          && holds(sheet, Side.CREATIO, claims)
          && holds(sheet, Side.D365, claims);
    };
  }

  private Map<String, Claim> claims(Handle handle, Collection<Sheet> sheets) {
    TreeSet<String> records = new TreeSet<>();
    for (Sheet sheet : sheets) {
      records.add(sheet.link().record(Side.CREATIO).path());
      records.add(sheet.link().record(Side.D365).path());
    }
    Map<String, Claim> claims = new TreeMap<>();
    handle
        .createQuery(
            "SELECT record, fence, attempt FROM claim WHERE "
                + dialect.among("record", "records")
                + " ORDER BY record"
                + dialect.forUpdate())
        .bind("records", Batches.list(records))
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("record"),
                    new Claim(row.getLong("fence"), row.getString("attempt"))))
        .forEach(claim -> claims.put(claim.getKey(), claim.getValue()));
    return claims;
  }

  private static boolean holds(Sheet sheet, Side side, Map<String, Claim> claims) {
    Claim claim = claims.get(sheet.link().record(side).path());
    return claim != null
        && claim.fence() == sheet.fences().of(side)
        && claim.attempt().equals(sheet.holder().attempt());
  }
}
