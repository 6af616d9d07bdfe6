package io.weft.activities.store.sql;

import io.weft.activities.store.Holder;
import io.weft.activities.store.Link;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
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

  /** Claims both records of a locked link, or throws {@link StoreException.Claimed}. */
  Both<Long> take(Handle handle, Link link, Holder holder) {
    long creatio = take(handle, link, Side.CREATIO, holder);
    return new Both<>(creatio, take(handle, link, Side.D365, holder));
  }

  private long take(Handle handle, Link link, Side side, Holder holder) {
    String record = link.record(side).path();
    Optional<Long> fence =
        handle
            .createQuery(
                """
                INSERT INTO claim (record, fence, holder, attempt, pair, until)
                VALUES (:record, 1, :holder, :attempt, :pair, :until)
                ON CONFLICT (record) DO UPDATE SET fence = claim.fence + 1,
                  holder = excluded.holder, attempt = excluded.attempt, pair = excluded.pair,
                  until = excluded.until
                WHERE claim.until <= :now OR claim.holder = excluded.holder
                RETURNING fence
                """)
            .bind("record", record)
            .bind("holder", holder.id())
            .bind("attempt", holder.attempt())
            .bind("pair", link.pair().path())
            .bind("until", Micros.of(holder.until()))
            .bind("now", wiring.nowMicros())
            .mapTo(Long.class)
            .findOne();
    return fence.orElseThrow(() -> new StoreException.Claimed(record, until(handle, record)));
  }

  private static Instant until(Handle handle, String record) {
    return Micros.at(
        handle
            .createQuery("SELECT until FROM claim WHERE record = :record")
            .bind("record", record)
            .mapTo(Long.class)
            .one());
  }

  /** Ends what the attempts still hold. The rows stay: their fences must never fall. */
  void free(Handle handle, Collection<Sheet> sheets) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE claim SET holder = '', attempt = '',
              until = CASE WHEN until > :now THEN :now ELSE until END
            WHERE record = :record AND fence = :fence AND attempt = :attempt
            """);
    for (Sheet sheet : sheets) {
      for (Side side : Side.values()) {
        batch
            .bind("now", wiring.nowMicros())
            .bind("record", sheet.link().record(side).path())
            .bind("fence", sheet.fences().of(side))
            .bind("attempt", sheet.holder().attempt())
            .add();
      }
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
