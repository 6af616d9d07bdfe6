package io.weft.activities.store.sql;

import io.weft.activities.store.Bulk;
import io.weft.activities.store.Load;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadStore;
import io.weft.activities.store.LoadTally;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlLoadStore implements LoadStore {
  private static final String THIS_ONE =
      "SELECT * FROM load WHERE object = :object AND le = :le AND number = :number";

  private final Wiring wiring;
  private final Database database;
  private final LoadRows rows;

  SqlLoadStore(Wiring wiring) {
    this.wiring = wiring;
    this.database = wiring.database();
    this.rows = new LoadRows(wiring);
  }

  @Override
  public Opening open(LoadId id, boolean planOnly, LoadChoices choices) {
    return database.write(
        handle -> {
          insert(handle, id, planOnly, choices); // does nothing beside another open one
          return find(handle, id)
              .<Opening>map(Opening.Noted::new)
              .orElseGet(() -> new Opening.Beside(openOne(handle, id)));
        });
  }

  private void insert(Handle handle, LoadId id, boolean planOnly, LoadChoices choices) {
    handle
        .createUpdate(
            """
            INSERT INTO load (object, le, number, plan_only, choices, state, opened_at)
            VALUES (:object, :le, :number, :planOnly, :choices, 'OPEN', :now)
            ON CONFLICT DO NOTHING
            """)
        .bind("object", id.object().slug())
        .bind("le", id.legalEntity().id())
        .bind("number", id.number())
        .bind("planOnly", planOnly ? 1 : 0)
        .bind("choices", LoadRows.json(choices))
        .bind("now", wiring.nowMicros())
        .execute();
  }

  private static Load openOne(Handle handle, LoadId id) {
    return handle
        .createQuery("SELECT * FROM load WHERE object = :object AND le = :le AND state = 'OPEN'")
        .bind("object", id.object().slug())
        .bind("le", id.legalEntity().id())
        .map((row, context) -> LoadRows.read(row))
        .one();
  }

  @Override
  public Optional<Load> find(LoadId id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<Load> find(Handle handle, LoadId id) {
    return handle
        .createQuery(THIS_ONE)
        .bind("object", id.object().slug())
        .bind("le", id.legalEntity().id())
        .bind("number", id.number())
        .map((row, context) -> LoadRows.read(row))
        .findOne();
  }

  @Override
  public List<Load> list(
      @Nullable SyncObjectName object,
      @Nullable LegalEntity legalEntity,
      boolean openOnly,
      int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM load WHERE (:object = '' OR object = :object)
                      AND (:le = '' OR le = :le) AND (:openOnly = 0 OR state = 'OPEN')
                    ORDER BY opened_at DESC, id DESC LIMIT :limit
                    """)
                .bind("object", object == null ? "" : object.slug())
                .bind("le", legalEntity == null ? "" : legalEntity.id())
                .bind("openOnly", openOnly ? 1 : 0)
                .bind("limit", limit)
                .map((row, context) -> LoadRows.read(row))
                .list());
  }

  @Override
  public void close(Load load, Load.State as, @Nullable String why) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE load SET state = :state, closed_at = :now, why = :why
                    WHERE id = :id AND state = 'OPEN'
                    """)
                .bind("state", as.name())
                .bind("now", wiring.nowMicros())
                .bind("why", why)
                .bind("id", load.key())
                .execute());
    Bulk.run(new LoadRemains(database, load)::forget); // whoever closed it may have died before
  }

  @Override
  public boolean holdsBack(SyncObjectName object, @Nullable LegalEntity legalEntity) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT 1 FROM load WHERE object = :object AND state = 'OPEN' AND plan_only = 0
                      AND (:le = '' OR le = :le) LIMIT 1
                    """)
                .bind("object", object.slug())
                .bind("le", legalEntity == null ? "" : legalEntity.id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public LoadPlace place(Load load, String stage) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM load_place WHERE load_id = :load AND stage = :stage")
                .bind("load", load.key())
                .bind("stage", stage)
                .map(
                    (row, context) ->
                        new LoadPlace(
                            row.getString("stands_at"),
                            row.getInt("complete") == 1,
                            row.getLong("handled"),
                            Micros.read(row, "begun_at"),
                            Micros.read(row, "moved_at")))
                .findOne()
                .orElse(LoadPlace.BEGINNING));
  }

  @Override
  public void move(LoadMove move) {
    database.change(handle -> rows.move(handle, move));
  }

  @Override
  public Map<String, LoadTally.Count> counts(Load load) {
    Map<String, LoadTally.Count> counts = new LinkedHashMap<>();
    database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM load_count WHERE load_id = :load ORDER BY name")
                .bind("load", load.key())
                .map(
                    (row, context) ->
                        counts.put(
                            row.getString("name"),
                            rows.count(
                                load,
                                row.getString("name"),
                                row.getLong("amount"),
                                row.getString("example"))))
                .list());
    return counts;
  }
}
