package io.weft.activities.store.sql;

import io.weft.activities.store.Each;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Link;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Who works on which record. Claims are per record, so that two pairs sharing one exclude each
 * other. Always Creatio's first: a record of D365 belongs to one pair, whose link is locked.
 */
final class Claims {
  private final Wiring wiring;

  Claims(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Claims both records of each of these links, which are locked, or neither of them.
   *
   * @param wanted who claims which link, in the one order that everybody keeps to
   * @return the fences of each, or {@link StoreException.Claimed}
   */
  Map<Link, Each<Both<Long>>> take(Handle handle, Map<Link, Holder> wanted) {
    Set<Link> half = take(handle, wanted, wanted.keySet(), Side.CREATIO);
    Set<Link> whole = take(handle, wanted, half, Side.D365);
    Map<String, Claim> claims = claims(handle, wanted.keySet());
    Map<Link, Each<Both<Long>>> taken = new LinkedHashMap<>();
    for (Link link : wanted.keySet()) {
      if (whole.contains(link)) {
        taken.put(link, new Each.Stored<>(fences(claims, link)));
      } else {
        Side held = half.contains(link) ? Side.D365 : Side.CREATIO;
        taken.put(link, new Each.LeftOut<>(of(claims, link, held).refusal()));
      }
    }
    half.removeAll(whole);
    List<Release> back = new ArrayList<>();
    half.forEach(link -> back.add(of(claims, link, Side.CREATIO).by(holder(wanted, link))));
    release(handle, back);
    return taken;
  }

  private record Claim(String record, long fence, long until) {
    StoreException.Claimed refusal() {
      return new StoreException.Claimed(record, Micros.at(until));
    }

    Release by(Holder holder) {
      return new Release(record, fence, holder.attempt());
    }
  }

  private record Release(String record, long fence, String attempt) {}

  private static Both<Long> fences(Map<String, Claim> claims, Link link) {
    return new Both<>(of(claims, link, Side.CREATIO).fence(), of(claims, link, Side.D365).fence());
  }

  private static Claim of(Map<String, Claim> claims, Link link, Side side) {
    return Objects.requireNonNull(claims.get(link.record(side).path()));
  }

  private static Holder holder(Map<Link, Holder> wanted, Link link) {
    return Objects.requireNonNull(wanted.get(link));
  }

  /** Claims one record of each; returns the links of those that were free. */
  private Set<Link> take(Handle handle, Map<Link, Holder> wanted, Set<Link> links, Side side) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO claim (record, fence, holder, attempt, pair, until)
            VALUES (:record, 1, :holder, :attempt, :pair, :until)
            ON CONFLICT (record) DO UPDATE SET fence = claim.fence + 1,
              holder = excluded.holder, attempt = excluded.attempt, pair = excluded.pair,
              until = excluded.until
            WHERE claim.until <= :now OR claim.holder = excluded.holder
            """);
    for (Link link : links) {
      Holder holder = holder(wanted, link);
      batch
          .bind("record", link.record(side).path())
          .bind("holder", holder.id())
          .bind("attempt", holder.attempt())
          .bind("pair", link.pair().path())
          .bind("until", Micros.of(holder.until()))
          .bind("now", wiring.nowMicros())
          .add();
    }
    int[] stored = Batches.run(batch);
    Set<Link> taken = new LinkedHashSet<>();
    int i = 0;
    for (Link link : links) {
      if (stored[i++] == 1) {
        taken.add(link);
      }
    }
    return taken;
  }

  private Map<String, Claim> claims(Handle handle, Set<Link> links) {
    List<String> records = new ArrayList<>();
    for (Link link : links) {
      records.add(link.record(Side.CREATIO).path());
      records.add(link.record(Side.D365).path());
    }
    return handle
        .createQuery(
            "SELECT record, fence, until FROM claim WHERE "
                + wiring.dialect().among("record", "records"))
        .bind("records", Batches.list(records))
        .map(
            (row, context) ->
                new Claim(row.getString("record"), row.getLong("fence"), row.getLong("until")))
        .collectToMap(Claim::record, claim -> claim);
  }

  /** Ends what the attempts still hold. The rows stay: their fences must never fall. */
  void free(Handle handle, Collection<Sheet> sheets) {
    List<Release> releases = new ArrayList<>();
    for (Sheet sheet : sheets) {
      for (Side side : Side.values()) {
        String record = sheet.link().record(side).path();
        releases.add(new Release(record, sheet.fences().of(side), sheet.holder().attempt()));
      }
    }
    release(handle, releases);
  }

  private void release(Handle handle, List<Release> releases) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE claim SET holder = '', attempt = '',
              until = CASE WHEN until > :now THEN :now ELSE until END
            WHERE record = :record AND fence = :fence AND attempt = :attempt
            """);
    for (Release one : releases) {
      batch
          .bind("now", wiring.nowMicros())
          .bind("record", one.record())
          .bind("fence", one.fence())
          .bind("attempt", one.attempt())
          .add();
    }
    Batches.run(batch);
  }

  /** Whether a pass of this very pair is at work. */
  boolean isAtWork(Handle handle, Link link) {
    return handle
        .createQuery("SELECT 1 FROM claim WHERE record = :record AND pair = :pair AND until > :now")
        .bind("record", link.record(Side.CREATIO).path())
        .bind("pair", link.pair().path())
        .bind("now", wiring.nowMicros())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether anybody works on one of the records. */
  boolean isClaimed(Handle handle, Link link) {
    return !handle
        .createQuery("SELECT 1 FROM claim WHERE record IN (:creatio, :d365) AND until > :now")
        .bind("creatio", link.record(Side.CREATIO).path())
        .bind("d365", link.record(Side.D365).path())
        .bind("now", wiring.nowMicros())
        .mapTo(Integer.class)
        .list()
        .isEmpty();
  }
}
