package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.activities.store.LoadTally;
import io.weft.activities.store.LoadTroubles;
import io.weft.activities.store.ReviewId;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

final class SqlLoadPairStore implements LoadPairStore {
  private static final String WAITING = " AND state = 'REVIEW'";
  private static final String ONE = "WHERE load_id = :load AND sequence = :sequence";

  private final Database database;
  private final LoadRows rows;

  SqlLoadPairStore(Wiring wiring) {
    this.database = wiring.database();
    this.rows = new LoadRows(wiring);
  }

  @Override
  public void add(LoadMove move, Side side, List<Judgement> judgements, List<NewPair> pairs) {
    database.change(
        handle -> {
          rows.move(handle, move);
          rows.judge(handle, move.load(), side, judgements);
          rows.count(handle, move.load(), insert(handle, move.load(), pairs));
        });
  }

  private LoadTally insert(Handle handle, Load load, List<NewPair> pairs) {
    long sequence = last(handle, load);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO load_pair (load_id, sequence, creatio_key, d365_key, review_id, kind,
              state, score, evidence, tries)
            VALUES (:load, :sequence, :creatio, :d365, :review, :kind, :state, :score, :evidence, 0)
            ON CONFLICT (load_id, creatio_key, d365_key) DO NOTHING
            """);
    for (NewPair pair : pairs) {
      sequence++;
      batch
          .bind("load", load.key())
          .bind("sequence", sequence)
          .bind("creatio", pair.creatioKey() == null ? "" : pair.creatioKey())
          .bind("d365", pair.d365Key() == null ? "" : pair.d365Key())
          .bind("review", reviewId(pair))
          .bind("kind", pair.kind().name())
          .bind("state", pair.state().name())
          .bind("score", pair.score())
          .bind("evidence", rows.seal(place(load, sequence, "evidence"), pair.evidence()))
          .add();
    }
    LoadTally tally = new LoadTally();
    int[] inserted = Batches.run(batch);
    for (int i = 0; i < inserted.length; i++) {
      if (inserted[i] != 0) {
        tally.add("pair/" + pairs.get(i).kind());
        tally.add("begun/" + pairs.get(i).state());
      }
    }
    return tally;
  }

  private static String reviewId(NewPair pair) {
    return ReviewId.of(String.valueOf(pair.creatioKey()), String.valueOf(pair.d365Key()));
  }

  private static long last(Handle handle, Load load) {
    return handle
        .createQuery("SELECT COALESCE(MAX(sequence), 0) FROM load_pair WHERE load_id = :load")
        .bind("load", load.key())
        .mapTo(Long.class)
        .one();
  }

  private static String place(Load load, long sequence, String column) {
    return "load_pair|" + column + "|" + load.key() + "|" + sequence;
  }

  @Override
  public List<LoadPair> list(Load load, State state, long after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM load_pair
                    WHERE load_id = :load AND state = :state AND sequence > :after
                    ORDER BY sequence LIMIT :limit
                    """)
                .bind("load", load.key())
                .bind("state", state.name())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row, load))
                .list());
  }

  @Override
  public List<LoadPair> page(Load load, long after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM load_pair WHERE load_id = :load AND sequence > :after
                    ORDER BY sequence LIMIT :limit
                    """)
                .bind("load", load.key())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row, load))
                .list());
  }

  @Override
  public List<LoadPair> reviews(Load load, int score, long after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM load_pair WHERE load_id = :load AND state = 'REVIEW'
                      AND (score < :score OR (score = :score AND sequence > :after))
                    ORDER BY score DESC, sequence LIMIT :limit
                    """)
                .bind("load", load.key())
                .bind("score", score)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row, load))
                .list());
  }

  @Override
  public Map<String, LoadPair> reviewed(Load load, Collection<String> reviewIds) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM load_pair WHERE load_id = :load AND "
                        + database.dialect().among("review_id", "ids"))
                .bind("load", load.key())
                .bind("ids", Batches.list(reviewIds))
                .map((row, context) -> Map.entry(row.getString("review_id"), read(row, load)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<LoadPair> find(Handle handle, Load load, long sequence) {
    return handle
        .createQuery("SELECT * FROM load_pair " + ONE)
        .bind("load", load.key())
        .bind("sequence", sequence)
        .map((row, context) -> read(row, load))
        .findOne();
  }

  @Override
  public long count(Load load, State state) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM load_pair WHERE load_id = :load AND state = :state")
                .bind("load", load.key())
                .bind("state", state.name())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void finish(Load load, List<Finished> finished) {
    database.change(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  UPDATE load_pair SET state = :state, outcome = :outcome,
                    fingerprint = :fingerprint, note = :note,
                    tries = tries + :tried
                  """
                      + ONE
                      + " AND state IN ('TODO', 'LATER')");
          finished.forEach(one -> bind(batch, load, one));
          int[] stored = Batches.run(batch);
          rows.count(handle, load, finished(finished, stored));
          rows.pace(handle, load, "applied", IntStream.of(stored).sum());
        });
  }

  private void bind(PreparedBatch batch, Load load, Finished one) {
    Problem trouble = one.trouble();
    batch
        .bind("load", load.key())
        .bind("sequence", one.sequence())
        .bind("state", one.state().name())
        .bind("outcome", one.outcome().name())
        .bind("fingerprint", trouble == null ? null : trouble.fingerprint())
        .bind(
            "note",
            rows.seal(place(load, one.sequence(), "note"), trouble == null ? null : trouble.what()))
        .bind("tried", one.state() == State.LATER ? 1 : 0)
        .add();
  }

  private static LoadTally finished(List<Finished> finished, int[] stored) {
    LoadTally tally = new LoadTally();
    for (int i = 0; i < stored.length; i++) {
      Finished one = finished.get(i);
      if (stored[i] != 0 && one.state() == State.DONE) {
        tally.add("outcome/" + one.outcome());
        if (one.trouble() != null) {
          LoadTroubles.count(tally, one.trouble(), String.valueOf(one.sequence()));
        }
      }
    }
    return tally;
  }

  @Override
  public long tryAgain(Load load) {
    return database.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE load_pair SET state = 'TODO' WHERE load_id = :load AND state = 'LATER'")
                .bind("load", load.key())
                .execute());
  }

  @Override
  public void rehearsed(LoadMove move, List<Finished> planned) {
    database.change(
        handle -> {
          rows.move(handle, move);
          PreparedBatch batch =
              handle.prepareBatch(
                  "UPDATE load_pair SET outcome = :outcome, fingerprint = :fingerprint,"
                      + " note = :note "
                      + ONE);
          LoadTally tally = new LoadTally();
          for (Finished one : planned) {
            bind(batch, move.load(), one);
            tally.add("planned/" + one.outcome());
          }
          Batches.run(batch);
          rows.count(handle, move.load(), tally);
        });
  }

  @Override
  public boolean decided(Load load, long sequence, boolean accepted) {
    return database.write(
        handle ->
            find(handle, load, sequence)
                .map(pair -> decided(handle, load, pair, accepted))
                .orElse(false));
  }

  private boolean decided(Handle handle, Load load, LoadPair pair, boolean accepted) {
    int waited =
        handle
            .createUpdate("UPDATE load_pair SET state = :state, kind = :kind " + ONE + WAITING)
            .bind("state", (accepted ? State.TODO : State.REJECTED).name())
            .bind("kind", (accepted ? Kind.SURE : pair.kind()).name())
            .bind("load", load.key())
            .bind("sequence", pair.sequence())
            .execute();
    if (waited == 1) {
      LoadTally tally = new LoadTally();
      tally.add(accepted ? "review/accepted" : "review/rejected");
      tally.add("review/rivals", accepted ? rejectRivals(handle, load, pair) : 0);
      rows.count(handle, load, tally);
    }
    return waited == 1;
  }

  /** A record has one partner: the other pairs that it might have been in are off the table. */
  private static int rejectRivals(Handle handle, Load load, LoadPair pair) {
    return handle
        .createUpdate(
            """
            UPDATE load_pair SET state = 'REJECTED'
            WHERE load_id = :load AND sequence <> :sequence AND state = 'REVIEW'
              AND (creatio_key = :creatio OR d365_key = :d365)
            """)
        .bind("load", load.key())
        .bind("sequence", pair.sequence())
        .bind("creatio", pair.creatioKey())
        .bind("d365", pair.d365Key())
        .execute();
  }

  @Override
  public Map<PairId, Both<@Nullable String>> agreed(Collection<PairId> pairs) {
    Map<PairId, Both<@Nullable String>> agreed = new LinkedHashMap<>();
    String sql =
        "SELECT pair, side, digest FROM base WHERE " + database.dialect().among("pair", "pairs");
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("pairs", Batches.list(pairs.stream().map(PairId::path).toList()))
                .reduceRows(
                    agreed,
                    (known, row) -> {
                      PairId pair = PairId.parse(row.getColumn("pair", String.class));
                      Side side = Side.valueOf(row.getColumn("side", String.class));
                      String digest = row.getColumn("digest", String.class);
                      Both<@Nullable String> before =
                          known.getOrDefault(pair, new Both<>(null, null));
                      known.put(pair, before.with(side, digest));
                      return known;
                    }));
  }

  private LoadPair read(ResultSet row, Load load) throws SQLException {
    long sequence = row.getLong("sequence");
    String outcome = row.getString("outcome");
    return new LoadPair(
        sequence,
        orNull(row.getString("creatio_key")),
        orNull(row.getString("d365_key")),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getInt("score"),
        rows.open(place(load, sequence, "evidence"), row.getString("evidence")),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("fingerprint"),
        rows.open(place(load, sequence, "note"), row.getString("note")),
        row.getInt("tries"));
  }

  private static @Nullable String orNull(String key) {
    return key.isEmpty() ? null : key;
  }
}
