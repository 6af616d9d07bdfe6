package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.activities.store.LoadTally;
import io.weft.activities.store.LoadTroubles;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

final class SqlLoadPairStore implements LoadPairStore {
  private final Database database;
  private final LoadRows rows;
  private final LoadPairRows pairs;
  private final LoadReviewRows reviews;

  SqlLoadPairStore(Wiring wiring) {
    this.database = wiring.database();
    this.rows = new LoadRows(wiring);
    this.pairs = new LoadPairRows(rows);
    this.reviews = new LoadReviewRows(database.dialect(), rows, pairs);
  }

  @Override
  public void add(LoadMove move, Side side, List<Judgement> judgements, List<NewPair> pairs) {
    database.change(
        handle -> {
          rows.move(handle, move);
          rows.judge(handle, move.load(), side, judgements);
          rows.count(handle, move.load(), this.pairs.insert(handle, move.load(), pairs));
        });
  }

  @Override
  public List<LoadPair> list(Load load, State state, Span span, int limit) {
    String wanted =
        "AND state = :state AND sequence > :above AND sequence < :below ORDER BY sequence"
            + " LIMIT :limit";
    Map<String, ?> values =
        Map.of("state", state.name(), "above", span.above(), "below", span.below(), "limit", limit);
    return database.read(handle -> pairs.list(handle, load, wanted, values));
  }

  @Override
  public List<Span> parts(Load load, State state, int number) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT MIN(sequence) AS least, MAX(sequence) AS most FROM (
                      SELECT sequence, NTILE(:number) OVER (ORDER BY sequence) AS part
                      FROM load_pair WHERE load_id = :load AND state = :state) AS parted
                    GROUP BY part ORDER BY part
                    """)
                .bind("number", number)
                .bind("load", load.key())
                .bind("state", state.name())
                .map((row, context) -> new Span(row.getLong("least") - 1, row.getLong("most") + 1))
                .list());
  }

  @Override
  public List<LoadPair> page(Load load, long after, int limit) {
    return database.read(
        handle ->
            pairs.list(
                handle,
                load,
                "AND sequence > :after ORDER BY sequence LIMIT :limit",
                Map.of("after", after, "limit", limit)));
  }

  @Override
  public List<LoadPair> reviews(Load load, int score, long after, int limit) {
    return database.read(handle -> reviews.list(handle, load, score, after, limit));
  }

  @Override
  public Optional<LoadPair> review(Load load, Side side, String key) {
    return database.read(handle -> reviews.of(handle, load, side, key));
  }

  @Override
  public Map<String, LoadPair> reviewed(Load load, Collection<String> reviewIds) {
    return database.read(handle -> reviews.byId(handle, load, reviewIds));
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
                      + LoadPairRows.ONE
                      + " AND state IN ('TODO', 'LATER')");
          finished.forEach(one -> bind(batch, load, one));
          int[] stored = Batches.run(batch);
          rows.count(handle, load, finished(finished, stored));
          rows.pace(handle, load, "applied", done(finished, stored));
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
            rows.seal(
                LoadPairRows.place(load, one.sequence(), "note"),
                trouble == null ? null : trouble.what()))
        .bind("tried", one.state() == State.LATER ? 1 : 0)
        .add();
  }

  /** Those to be tried again are not done, however often. */
  private static long done(List<Finished> finished, int[] stored) {
    return IntStream.range(0, stored.length)
        .filter(i -> stored[i] != 0 && finished.get(i).state() == State.DONE)
        .count();
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
                      + LoadPairRows.ONE);
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
    return database.write(handle -> reviews.decide(handle, load, sequence, accepted));
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
}
