package io.weft.activities.store.sql;

import io.weft.activities.store.FeedStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.record.RecordRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlFeedStore implements FeedStore {
  private final Wiring wiring;
  private final Database database;
  private final LinkRows links;
  private final HintRows hints;
  private final Echo echo;

  SqlFeedStore(Wiring wiring) {
    this.wiring = wiring;
    this.database = wiring.database();
    this.links = new LinkRows(wiring);
    this.hints = new HintRows(wiring);
    this.echo = new Echo(wiring);
  }

  @Override
  public Optional<Lease> lease(String feed, String holder, Duration hold, Duration interval) {
    long now = wiring.nowMicros();
    long until = now + Micros.length(hold);
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO feed (name, holder, fence, until, hold, row_count, hint_count)
                    VALUES (:name, :holder, 1, :until, :hold, 0, 0)
                    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder,
                      fence = feed.fence + 1, until = excluded.until, hold = excluded.hold
                    WHERE (feed.holder IS NULL OR feed.holder = excluded.holder
                        OR feed.until <= :now)
                      AND (feed.last_success IS NULL OR feed.last_success <= :dueIfBefore)
                    RETURNING fence, token
                    """)
                .bind("name", feed)
                .bind("holder", holder)
                .bind("until", until)
                .bind("hold", Micros.length(hold))
                .bind("now", now)
                .bind("dueIfBefore", now - Micros.length(interval))
                .map(
                    (row, context) ->
                        new Lease(
                            feed,
                            holder,
                            row.getLong("fence"),
                            row.getString("token"),
                            Micros.at(until)))
                .findOne());
  }

  @Override
  public Advanced advance(
      Lease lease,
      @Nullable String token,
      List<Incoming> rows,
      Map<String, RecordRef> guids,
      boolean done) {
    return database.write(
        handle -> {
          check(handle, lease);
          List<StoredHint> stored = store(handle, rows);
          guids.forEach((guid, record) -> remember(handle, guid, record));
          move(handle, lease, token, done);
          count(handle, lease, rows.size(), stored.size());
          return new Advanced(stored, rows.size() - stored.size());
        });
  }

  private void check(Handle handle, Lease lease) {
    boolean held =
        handle
            .createQuery(
                "SELECT 1 FROM feed WHERE name = :name AND fence = :fence AND holder = :holder"
                    + wiring.dialect().forUpdate())
            .bind("name", lease.feed())
            .bind("fence", lease.fence())
            .bind("holder", lease.holder())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!held) {
      throw new StoreException.Overtaken("feed " + lease.feed() + " is read by another");
    }
  }

  private List<StoredHint> store(Handle handle, List<Incoming> rows) {
    Map<RecordRef, List<Link>> concerned = new LinkedHashMap<>();
    for (Incoming row : rows) {
      concerned.computeIfAbsent(
          row.hint().record(), record -> Link.following(links.of(handle, record)));
    }
    links.lock(handle, concerned.values().stream().flatMap(List::stream).toList());
    Ledger ledger = new Ledger();
    List<StoredHint> stored = new ArrayList<>();
    for (Incoming row : rows) {
      List<Link> known = concerned.getOrDefault(row.hint().record(), List.of());
      echo.moved(handle, row, known)
          .ifPresent(moved -> stored.add(hints.store(handle, row, moved, ledger)));
    }
    ledger.write(handle);
    return stored;
  }

  private static void remember(Handle handle, String guid, RecordRef record) {
    handle
        .createUpdate(
            """
            INSERT INTO feed_guid (guid, object, side, le, record_key)
            VALUES (:guid, :object, :side, :le, :key)
            ON CONFLICT (guid) DO UPDATE SET object = excluded.object, side = excluded.side,
              le = excluded.le, record_key = excluded.record_key
            """)
        .bind("guid", guid.toLowerCase(Locale.ROOT))
        .bind("object", record.object().slug())
        .bind("side", record.side().name())
        .bind("le", record.legalEntity() == null ? null : record.legalEntity().id())
        .bind("key", record.key())
        .execute();
  }

  private void move(Handle handle, Lease lease, @Nullable String token, boolean done) {
    String rest = done ? ", last_success = :now, holder = NULL" : "";
    handle
        .createUpdate(
            "UPDATE feed SET token = :token, until = :now + hold" + rest + " WHERE name = :name")
        .bind("token", token)
        .bind("now", wiring.nowMicros())
        .bind("name", lease.feed())
        .execute();
  }

  private static void count(Handle handle, Lease lease, int rows, int stored) {
    handle
        .createUpdate(
            """
            UPDATE feed SET row_count = row_count + :rows, hint_count = hint_count + :stored
            WHERE name = :name
            """)
        .bind("rows", rows)
        .bind("stored", stored)
        .bind("name", lease.feed())
        .execute();
  }

  @Override
  public void renew(Lease lease) {
    database.change(
        handle -> {
          check(handle, lease);
          handle
              .createUpdate("UPDATE feed SET until = :now + hold WHERE name = :name")
              .bind("now", wiring.nowMicros())
              .bind("name", lease.feed())
              .execute();
        });
  }

  @Override
  public void release(Lease lease) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE feed SET holder = NULL
                    WHERE name = :name AND fence = :fence AND holder = :holder
                    """)
                .bind("name", lease.feed())
                .bind("fence", lease.fence())
                .bind("holder", lease.holder())
                .execute());
  }

  @Override
  public boolean place(String feed, @Nullable String seen, String token, boolean rest) {
    // The fence is raised, so that a round on its way does not bring its token back.
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO feed (name, token, fence, until, hold, last_success, row_count,
                          hint_count)
                        VALUES (:name, :token, 1, 0, 0, :rested, 0, 0)
                        ON CONFLICT (name) DO UPDATE SET token = excluded.token, holder = NULL,
                          fence = feed.fence + 1,
                          last_success = COALESCE(excluded.last_success, feed.last_success)
                        WHERE COALESCE(feed.token, '') = :seen
                        """)
                    .bind("name", feed)
                    .bind("token", token)
                    .bind("rested", rest ? wiring.nowMicros() : null)
                    .bind("seen", seen == null ? "" : seen)
                    .execute()
                == 1);
  }

  @Override
  public void reset(String prefix) {
    // The fence is raised too, so that a round on its way does not bring its token back.
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE feed SET token = NULL, last_success = NULL, holder = NULL,
                      fence = fence + 1
                    WHERE substr(name, 1, length(:prefix)) = :prefix
                    """)
                .bind("prefix", prefix)
                .execute());
  }

  @Override
  public List<State> states() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM feed ORDER BY name")
                .map(
                    (row, context) ->
                        new State(
                            row.getString("name"),
                            row.getString("token"),
                            Micros.readOrNull(row, "last_success"),
                            row.getLong("row_count"),
                            row.getLong("hint_count")))
                .list());
  }
}
