package io.weft.activities.store.sql;

import io.weft.activities.store.Entries;
import io.weft.activities.store.Entries.Announced;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Link;
import io.weft.activities.store.Sheet;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of intents, inside somebody's transaction. */
final class IntentRows {
  /** By then no answer to a request can still come in. */
  private static final Duration KEPT_AFTER_CLOSING = Duration.ofDays(1);

  private final Wiring wiring;
  private final Dialect dialect;
  private final Sealed sealed;

  IntentRows(Wiring wiring) {
    this.wiring = wiring;
    this.dialect = wiring.dialect();
    this.sealed = new Sealed(wiring.cipher());
  }

  /**
   * An intent to be announced.
   *
   * @param run what announces it
   * @param who on whose account, if that is known
   */
  record Announcing(Intent intent, String run, @Nullable String who) {
    static Announcing of(Sheet sheet, Intent intent) {
      String who = Entries.initiator(sheet, intent.target().side());
      return new Announcing(intent, sheet.holder().run(), who);
    }
  }

  /** Those that were announced before stay as they are. */
  void insert(Handle handle, Collection<Announcing> announced) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO intent (id, pair, target, side, record_key, kind, before_values, sent,
              counterpart, decisions, guard, announced_at, deadline, horizon, run, who,
              mapping_version)
            VALUES (:id, :pair, :target, :side, :key, :kind, :before, :sent, :counterpart,
              :decisions, :guard, :announcedAt, :deadline, :horizon, :run, :who, :version)
            ON CONFLICT (id) DO NOTHING
            """);
    announced.forEach(one -> bind(batch, one).add());
    Batches.run(batch);
  }

  private PreparedBatch bind(PreparedBatch batch, Announcing one) {
    Intent intent = one.intent();
    String id = intent.id();
    return batch
        .bind("id", id)
        .bind("pair", intent.pair().path())
        .bind("target", intent.target().path())
        .bind("side", intent.target().side().name())
        .bind("key", intent.target().key())
        .bind("kind", intent.kind().name())
        .bind("before", sealed.fields(place("before_values", id), intent.before()))
        .bind("sent", sealed.fields(place("sent", id), intent.sent()))
        .bind("counterpart", sealed.fields(place("counterpart", id), intent.counterpart()))
        .bind("decisions", sealed.decisions(place("decisions", id), intent.decisions()))
        .bind("guard", intent.guard())
        .bind("announcedAt", Micros.of(intent.announcedAt()))
        .bind("deadline", Micros.of(intent.deadline()))
        .bind("horizon", Micros.of(intent.horizon()))
        .bind("run", one.run())
        .bind("who", one.who())
        .bind("version", wiring.mappingVersion().applyAsInt(intent.pair().object()));
  }

  /** Without an outcome, on one of these links' records or of their pairs, oldest first. */
  List<Intent> open(Handle handle, Collection<Link> links) {
    List<String> targets = new ArrayList<>();
    for (Link link : links) {
      targets.add(link.record(Side.CREATIO).path());
      targets.add(link.record(Side.D365).path());
    }
    return handle
        .createQuery(
            """
            SELECT * FROM intent WHERE outcome IS NULL AND %s
            UNION
            SELECT * FROM intent WHERE outcome IS NULL AND %s
            ORDER BY announced_at, id
            """
                .formatted(dialect.among("target", "targets"), dialect.among("pair", "pairs")))
        .bind("targets", Batches.list(targets))
        .bind("pairs", Batches.list(links.stream().map(link -> link.pair().path()).toList()))
        .map((row, context) -> read(row))
        .list();
  }

  /** Without an outcome, on this record. */
  List<Intent> open(Handle handle, RecordRef target) {
    return handle
        .createQuery("SELECT * FROM intent WHERE outcome IS NULL AND target = :target")
        .bind("target", target.path())
        .map((row, context) -> read(row))
        .list();
  }

  /** Whether there is any of a pair that is closed. */
  boolean any(Handle handle, PairId pair) {
    return handle
        .createQuery("SELECT 1 FROM intent WHERE pair = :pair AND outcome IS NOT NULL LIMIT 1")
        .bind("pair", pair.path())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  boolean anyOpen(Handle handle, Link link) {
    return !handle
        .createQuery(
            """
            SELECT 1 FROM intent WHERE outcome IS NULL AND target IN (:creatio, :d365)
            UNION ALL
            SELECT 1 FROM intent WHERE outcome IS NULL AND pair = :pair
            """)
        .bind("creatio", link.record(Side.CREATIO).path())
        .bind("d365", link.record(Side.D365).path())
        .bind("pair", link.pair().path())
        .mapTo(Integer.class)
        .list()
        .isEmpty();
  }

  Optional<Row> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM intent WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> row(row))
        .findOne();
  }

  /** All of these; throws IllegalArgumentException if one was never announced. */
  Map<String, Row> announced(Handle handle, Collection<String> ids) {
    Map<String, Row> found =
        handle
            .createQuery("SELECT * FROM intent WHERE " + dialect.among("id", "ids"))
            .bind("ids", Batches.list(ids))
            .map((row, context) -> row(row))
            .collectToMap(row -> row.announced().intent().id(), row -> row);
    for (String id : ids) {
      if (!found.containsKey(id)) {
        throw new IllegalArgumentException("no intent " + id + " was announced");
      }
    }
    return found;
  }

  /** Forgets open intents whose requests never left. */
  void drop(Handle handle, Collection<String> ids) {
    handle
        .createUpdate("DELETE FROM intent WHERE outcome IS NULL AND " + dialect.among("id", "ids"))
        .bind("ids", Batches.list(ids))
        .execute();
  }

  void close(Handle handle, Map<String, Outcome> outcomes) {
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE intent SET outcome = :outcome, closed_at = :now WHERE id = :id");
    outcomes.forEach(
        (id, outcome) ->
            batch
                .bind("outcome", outcome.name())
                .bind("now", wiring.nowMicros())
                .bind("id", id)
                .add());
    Batches.run(batch);
  }

  /** Drops what nobody can ask about any more; the audit keeps what was done. */
  void prune(Handle handle, Collection<PairId> pairs) {
    handle
        .createUpdate(
            "DELETE FROM intent WHERE outcome IS NOT NULL AND closed_at < :before AND "
                + dialect.among("pair", "pairs"))
        .bind("pairs", Batches.list(pairs.stream().map(PairId::path).toList()))
        .bind("before", Micros.of(wiring.now().minus(KEPT_AFTER_CLOSING)))
        .execute();
  }

  private Row row(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    Announced announced =
        new Announced(
            read(row), row.getString("run"), row.getString("who"), row.getInt("mapping_version"));
    return new Row(announced, outcome == null ? null : Outcome.valueOf(outcome));
  }

  private Intent read(ResultSet row) throws SQLException {
    String id = row.getString("id");
    PairId pair = PairId.parse(row.getString("pair"));
    return new Intent(
        id,
        pair,
        target(pair, row),
        Intent.Kind.valueOf(row.getString("kind")),
        sealed.openFields(place("before_values", id), row.getString("before_values")),
        sealed.openFields(place("sent", id), row.getString("sent")),
        sealed.openFields(place("counterpart", id), row.getString("counterpart")),
        row.getString("guard"),
        sealed.openDecisions(place("decisions", id), row.getString("decisions")),
        Micros.read(row, "announced_at"),
        Micros.read(row, "deadline"),
        Micros.read(row, "horizon"));
  }

  private static RecordRef target(PairId pair, ResultSet row) throws SQLException {
    String key = row.getString("record_key");
    return switch (Side.valueOf(row.getString("side"))) {
      case CREATIO -> RecordRef.creatio(pair.object(), key);
      case D365 -> RecordRef.d365(pair.object(), pair.legalEntity(), key);
    };
  }

  private static String place(String column, String id) {
    return "intent|" + column + "|" + id;
  }

  /** An intent, and its outcome once there is one. */
  record Row(Announced announced, @Nullable Outcome outcome) {
    boolean isOpen() {
      return outcome == null;
    }
  }
}
