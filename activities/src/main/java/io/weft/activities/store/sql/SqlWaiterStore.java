package io.weft.activities.store.sql;

import io.weft.activities.store.Waiter;
import io.weft.activities.store.WaiterStore;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

final class SqlWaiterStore implements WaiterStore {
  private static final String ALL = "SELECT * FROM waiter ";

  private final Database database;

  SqlWaiterStore(Wiring wiring) {
    this.database = wiring.database();
  }

  @Override
  public void add(Waiter waiter) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO waiter (waiting, record, pair, blocker, le, since, answer)
                    VALUES (:waiting, :record, :pair, :blocker, :le, :since, NULL)
                    ON CONFLICT (waiting) DO UPDATE SET record = excluded.record,
                      pair = excluded.pair, blocker = excluded.blocker, le = excluded.le,
                      since = excluded.since, answer = NULL
                    WHERE waiter.blocker <> excluded.blocker OR waiter.le <> excluded.le
                    """)
                .bind("waiting", waiter.key())
                .bind("record", waiter.record().path())
                .bind("pair", waiter.pair() == null ? null : waiter.pair().path())
                .bind("blocker", waiter.blocker().path())
                .bind("le", waiter.legalEntity().id())
                .bind("since", Micros.of(waiter.since()))
                .execute());
  }

  @Override
  public Optional<Waiter> find(String key) {
    return database.read(
        handle ->
            handle
                .createQuery(ALL + "WHERE waiting = :waiting")
                .bind("waiting", key)
                .map((row, context) -> read(row))
                .findOne());
  }

  @Override
  public void remove(String key) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM waiter WHERE waiting = :waiting")
                .bind("waiting", key)
                .execute());
  }

  @Override
  public List<Waiter> onAny(Collection<RecordRef> blockers) {
    String any = database.dialect().among("blocker", "blockers");
    return database.read(
        handle ->
            handle
                .createQuery(ALL + "WHERE " + any + " ORDER BY since, waiting")
                .bind("blockers", Batches.list(blockers.stream().map(RecordRef::path).toList()))
                .map((row, context) -> read(row))
                .list());
  }

  @Override
  public void answer(RecordRef blocker, String why) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE waiter SET answer = :why WHERE blocker = :blocker")
                .bind("why", why)
                .bind("blocker", blocker.path())
                .execute());
  }

  @Override
  public List<Waiter> list(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(ALL + "ORDER BY since, waiting LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
  }

  private static Waiter read(ResultSet row) throws SQLException {
    String pair = row.getString("pair");
    return new Waiter(
        RecordRef.parse(row.getString("record")),
        pair == null ? null : PairId.parse(pair),
        RecordRef.parse(row.getString("blocker")),
        new LegalEntity(row.getString("le")),
        Micros.read(row, "since"),
        row.getString("answer"));
  }
}
