package io.weft.activities.store.sql;

import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of hints and their deliveries, inside somebody's transaction. */
final class HintRows {
  private static final String OPEN =
      """
      SELECT h.*, d.workflow FROM delivery d JOIN hint h ON h.id = d.hint_id
      WHERE d.disposition IS NULL AND
      """;

  private final Wiring wiring;
  private final Claims claims;

  HintRows(Wiring wiring) {
    this.wiring = wiring;
    this.claims = new Claims(wiring);
  }

  /** Stores a hint for these links, which are locked, or for its introduction where none is. */
  StoredHint store(Handle handle, Incoming incoming, List<Link> to, Ledger ledger) {
    Hint hint = incoming.hint();
    ledger.accepted();
    if (incoming.filtered() != null) {
      ledger.ended(Disposition.FILTERED);
      return new StoredHint(insert(handle, incoming, null), hint, List.of(), false);
    }
    if (to.isEmpty()) {
      long id = insert(handle, incoming, null);
      deliver(handle, id, wiring.introductionId().apply(hint.record()), false);
      return new StoredHint(id, hint, List.of(), !isBeingMade(handle, hint.record()));
    }
    List<PairId> tell = untold(handle, to);
    long id = insert(handle, incoming, null);
    to.forEach(link -> deliver(handle, id, link.pair().path(), true));
    return new StoredHint(id, hint, tell, false);
  }

  /**
   * Whether it may be the record that one of our own creates is just making in D365, which gives it
   * its number: the pass that learns the number takes the hint over.
   */
  private static boolean isBeingMade(Handle handle, RecordRef record) {
    LegalEntity legalEntity = record.legalEntity();
    if (record.side() != Side.D365 || legalEntity == null) {
      return false;
    }
    RecordRef any = RecordRef.d365(record.object(), legalEntity, Provisional.key(""));
    return handle
        .createQuery(
            """
            SELECT 1 FROM intent
            WHERE outcome IS NULL AND kind = 'CREATE' AND target LIKE :any LIMIT 1
            """)
        .bind("any", any.path() + "%")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Sends the open hints of an introduction to pairs of its record, which are locked. */
  void handOver(Handle handle, RecordRef introduced, List<PairId> to) {
    String introduction = wiring.introductionId().apply(introduced);
    for (Delivery delivery : openLocked(handle, introduction)) {
      to.forEach(pair -> deliver(handle, delivery.hintId(), pair.path(), true));
      handle
          .createUpdate("DELETE FROM delivery WHERE hint_id = :id AND workflow = :workflow")
          .bind("id", delivery.hintId())
          .bind("workflow", introduction)
          .execute();
    }
  }

  /** The same for somebody who works on these pairs next and wants nobody told. */
  void takeOver(Handle handle, RecordRef introduced, List<PairId> to) {
    if (to.isEmpty()) {
      return; // not linked after all: the hints stay where they are
    }
    List<Delivery> waiting = openLocked(handle, wiring.introductionId().apply(introduced));
    handOver(handle, introduced, to);
    for (Delivery delivery : waiting) {
      handle
          .createUpdate("UPDATE hint SET told_at = :now WHERE id = :id")
          .bind("now", wiring.nowMicros())
          .bind("id", delivery.hintId())
          .execute();
    }
  }

  private List<PairId> untold(Handle handle, List<Link> links) {
    List<PairId> tell = new ArrayList<>();
    for (Link link : links) {
      if (!claims.isAtWork(handle, link)) {
        tell.add(link.pair());
      }
    }
    return tell;
  }

  /** Stores a hint of our own for one pair, which the caller tells. */
  void storeFor(Handle handle, Hint hint, PairId pair, Ledger ledger) {
    ledger.accepted();
    long id = insert(handle, Incoming.of(hint), wiring.nowMicros());
    deliver(handle, id, pair.path(), true);
  }

  private static long insert(Handle handle, Incoming incoming, @Nullable Long toldAt) {
    Hint hint = incoming.hint();
    RecordRef record = hint.record();
    Disposition ended = incoming.filtered() == null ? null : Disposition.FILTERED;
    return handle
        .createQuery(
            """
            INSERT INTO hint (object, side, le, record_key, origin, seen_at, modified_on, initiator,
              gone, digest, told_at, disposition, why)
            VALUES (:object, :side, :le, :key, :origin, :seenAt, :modifiedOn, :initiator,
              :gone, :digest, :toldAt, :disposition, :why)
            RETURNING id
            """)
        .bind("object", record.object().slug())
        .bind("side", record.side().name())
        .bind("le", record.legalEntity() == null ? null : record.legalEntity().id())
        .bind("key", record.key())
        .bind("origin", hint.origin().name())
        .bind("seenAt", Micros.of(hint.seenAt()))
        .bind("modifiedOn", Micros.orNull(hint.modifiedOn()))
        .bind("initiator", hint.by())
        .bind("gone", hint.gone() ? 1 : 0)
        .bind("digest", incoming.digest())
        .bind("toldAt", toldAt)
        .bind("disposition", ended == null ? null : ended.name())
        .bind("why", incoming.filtered())
        .mapTo(Long.class)
        .one();
  }

  static void deliver(Handle handle, long id, String workflow, boolean toPair) {
    handle
        .createUpdate(
            """
            INSERT INTO delivery (hint_id, workflow, to_pair) VALUES (:id, :workflow, :toPair)
            ON CONFLICT (hint_id, workflow) DO NOTHING
            """)
        .bind("id", id)
        .bind("workflow", workflow)
        .bind("toPair", toPair ? 1 : 0)
        .execute();
  }

  /** Open deliveries of a workflow in the order of acceptance. */
  static List<Delivery> open(Handle handle, String workflow) {
    return open(handle, workflow, "");
  }

  /** The same, kept from others until the transaction ends. */
  List<Delivery> openLocked(Handle handle, String workflow) {
    return open(handle, workflow, wiring.dialect().forUpdate());
  }

  private static List<Delivery> open(Handle handle, String workflow, String lock) {
    return handle
        .createQuery(OPEN + "d.workflow = :workflow ORDER BY d.hint_id" + lock)
        .bind("workflow", workflow)
        .map((row, context) -> new Delivery(row.getLong("id"), read(row)))
        .list();
  }

  /** Open deliveries of many workflows, each in the order of acceptance. */
  Map<String, List<Delivery>> open(Handle handle, Collection<String> workflows) {
    return open(handle, workflows, "");
  }

  /** The same, kept from others until the transaction ends. */
  Map<String, List<Delivery>> openLocked(Handle handle, Collection<String> workflows) {
    return open(handle, workflows, wiring.dialect().forUpdate());
  }

  private Map<String, List<Delivery>> open(
      Handle handle, Collection<String> workflows, String lock) {
    Map<String, List<Delivery>> open = new LinkedHashMap<>();
    workflows.forEach(workflow -> open.put(workflow, new ArrayList<>()));
    handle
        .createQuery(
            OPEN + wiring.dialect().among("d.workflow", "workflows") + " ORDER BY d.hint_id" + lock)
        .bind("workflows", Batches.list(open.keySet()))
        .map(
            (row, context) ->
                open.getOrDefault(row.getString("workflow"), List.of())
                    .add(new Delivery(row.getLong("id"), read(row))))
        .list();
    return open;
  }

  /** Sends the open deliveries of one workflow to another, which has not been told yet. */
  static void redirect(Handle handle, String from, String to) {
    handle
        .createUpdate(
            """
            UPDATE hint SET told_at = NULL WHERE disposition IS NULL AND id IN (
              SELECT hint_id FROM delivery WHERE workflow = :from AND disposition IS NULL)
            """)
        .bind("from", from)
        .execute();
    handle
        .createUpdate(
            """
            UPDATE delivery SET workflow = :to WHERE workflow = :from AND disposition IS NULL
              AND NOT EXISTS (SELECT 1 FROM delivery d
                WHERE d.hint_id = delivery.hint_id AND d.workflow = :to)
            """)
        .bind("from", from)
        .bind("to", to)
        .execute();
  }

  static Hint read(ResultSet row) throws SQLException {
    return new Hint(
        record(row),
        Origin.valueOf(row.getString("origin")),
        Micros.read(row, "seen_at"),
        Micros.readOrNull(row, "modified_on"),
        row.getString("initiator"),
        row.getInt("gone") == 1);
  }

  /** A record from the columns object, side, le and record_key. */
  static RecordRef record(ResultSet row) throws SQLException {
    String legalEntity = row.getString("le");
    return new RecordRef(
        SyncObjectName.of(row.getString("object")),
        Side.valueOf(row.getString("side")),
        legalEntity == null ? null : new LegalEntity(legalEntity),
        row.getString("record_key"));
  }
}
