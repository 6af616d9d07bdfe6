package io.weft.activities.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weft.activities.secret.FieldCipher;
import io.weft.activities.store.Load;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.activities.store.LoadTally;
import io.weft.activities.store.StoreException;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What the stores of loads have in common: a load's row, its places and its totals. */
final class LoadRows {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Wiring wiring;
  private final Dialect dialect;
  private final FieldCipher cipher;

  LoadRows(Wiring wiring) {
    this.wiring = wiring;
    this.dialect = wiring.dialect();
    this.cipher = wiring.cipher();
  }

  static Load read(ResultSet row) throws SQLException {
    return new Load(
        row.getLong("id"),
        new LoadId(
            SyncObjectName.of(row.getString("object")),
            new LegalEntity(row.getString("le")),
            row.getInt("number")),
        row.getInt("plan_only") == 1,
        choices(row.getString("choices")),
        Load.State.valueOf(row.getString("state")),
        Micros.read(row, "opened_at"),
        Micros.readOrNull(row, "closed_at"),
        row.getString("why"));
  }

  /** The last place in the scan of a side; 0 where nothing is scanned. */
  static long last(Handle handle, Load load, Side side) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(sequence), 0) FROM load_record WHERE load_id = :load AND side = :side")
        .bind("load", load.key())
        .bind("side", LoadRows.side(side))
        .mapTo(Long.class)
        .one();
  }

  static String json(LoadChoices choices) {
    try {
      return JSON.writeValueAsString(choices);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("choices cannot be written as JSON", e);
    }
  }

  private static LoadChoices choices(String json) {
    try {
      return JSON.readValue(json, LoadChoices.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a load's choices cannot be read", e);
    }
  }

  /** The side as the tables keep it. */
  static int side(Side side) {
    return side == Side.CREATIO ? 0 : 1;
  }

  /** Moves the stage and adds to the totals; throws Overtaken if another has moved it. */
  void move(Handle handle, LoadMove move) {
    requireOpen(handle, move.load());
    boolean moved = move.from().isEmpty() ? begin(handle, move) : goOn(handle, move);
    if (!moved) {
      throw new StoreException.Overtaken(
          move.load().id() + ": the stage " + move.stage() + " was moved on by another attempt");
    }
    count(handle, move.load(), move.counts());
  }

  /**
   * Throws Overtaken if the load was closed meanwhile; it stays open until the transaction ends.
   */
  void requireOpen(Handle handle, Load load) {
    boolean open =
        handle
            .createQuery(
                "SELECT 1 FROM load WHERE id = :id AND state = 'OPEN'" + dialect.forUpdate())
            .bind("id", load.key())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!open) {
      throw new StoreException.Overtaken(load.id() + " was closed");
    }
  }

  private boolean begin(Handle handle, LoadMove move) {
    return moved(
        handle,
        move,
        """
        INSERT INTO load_place (load_id, stage, stands_at, complete, handled, begun_at, moved_at)
        VALUES (:load, :stage, :to, :complete, :handled, :now, :now)
        ON CONFLICT (load_id, stage) DO UPDATE SET stands_at = excluded.stands_at,
          complete = excluded.complete, handled = load_place.handled + excluded.handled,
          moved_at = excluded.moved_at
        WHERE load_place.stands_at = :from AND load_place.complete = 0
        """);
  }

  private boolean goOn(Handle handle, LoadMove move) {
    return moved(
        handle,
        move,
        """
        UPDATE load_place SET stands_at = :to, complete = :complete, handled = handled + :handled,
          moved_at = :now
        WHERE load_id = :load AND stage = :stage AND stands_at = :from AND complete = 0
        """);
  }

  private boolean moved(Handle handle, LoadMove move, String sql) {
    long now = wiring.nowMicros();
    return handle
            .createUpdate(sql)
            .bind("load", move.load().key())
            .bind("stage", move.stage())
            .bind("from", move.from())
            .bind("to", move.to())
            .bind("complete", move.complete() ? 1 : 0)
            .bind("handled", move.handled())
            .bind("now", now)
            .execute()
        == 1;
  }

  /** Notes that so many more were handled, where that is not what the stage goes on by. */
  void pace(Handle handle, Load load, String stage, long handled) {
    handle
        .createUpdate(
            """
            INSERT INTO load_place (load_id, stage, stands_at, complete, handled, begun_at, moved_at)
            VALUES (:load, :stage, '', 0, :handled, :now, :now)
            ON CONFLICT (load_id, stage) DO UPDATE SET
              handled = load_place.handled + excluded.handled, moved_at = excluded.moved_at
            """)
        .bind("load", load.key())
        .bind("stage", stage)
        .bind("handled", handled)
        .bind("now", wiring.nowMicros())
        .execute();
  }

  void count(Handle handle, Load load, LoadTally tally) {
    tally.counts().forEach((name, count) -> count(handle, load, name, count));
  }

  private void count(Handle handle, Load load, String name, LoadTally.Count count) {
    handle
        .createUpdate(
            """
            INSERT INTO load_count (load_id, name, amount, example)
            VALUES (:load, :name, :amount, :example)
            ON CONFLICT (load_id, name) DO UPDATE SET
              amount = load_count.amount + excluded.amount,
              example = COALESCE(load_count.example, excluded.example)
            """)
        .bind("load", load.key())
        .bind("name", name)
        .bind("amount", count.amount())
        .bind("example", seal(example(load, name), count.example()))
        .execute();
  }

  LoadTally.Count count(Load load, String name, long amount, @Nullable String sealed) {
    return new LoadTally.Count(amount, open(example(load, name), sealed));
  }

  private static String example(Load load, String name) {
    return "load_count|example|" + load.key() + "|" + name;
  }

  @Nullable String seal(String place, @Nullable String clear) {
    return clear == null ? null : cipher.seal(place, clear);
  }

  @Nullable String open(String place, @Nullable String sealed) {
    return sealed == null ? null : cipher.open(place, sealed);
  }

  /** Sets verdicts of records of one side. */
  void judge(Handle handle, Load load, Side side, List<Judgement> judgements) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE load_record SET verdict = :verdict, note = COALESCE(:note, note),
              cluster = CASE WHEN cluster IS NULL OR :cluster < cluster THEN :cluster ELSE cluster END
            WHERE load_id = :load AND side = :side AND sequence = :sequence
            """);
    for (Judgement one : judgements) {
      batch
          .bind("load", load.key())
          .bind("side", side(side))
          .bind("sequence", one.sequence())
          .bind("verdict", one.verdict().name())
          .bind("note", seal(note(place(load, side, one.sequence())), one.note()))
          .bind("cluster", one.cluster())
          .add();
    }
    Batches.run(batch);
  }

  /** Where a scanned record lives, for its seals. */
  static String place(Load load, Side side, long sequence) {
    return "load_record|" + load.key() + "|" + side + "|" + sequence;
  }

  static String title(String place) {
    return place + "|title";
  }

  static String note(String place) {
    return place + "|note";
  }
}
