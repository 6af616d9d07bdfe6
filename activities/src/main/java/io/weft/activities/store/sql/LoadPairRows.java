package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.NewPair;
import io.weft.activities.store.LoadTally;
import io.weft.activities.store.ReviewId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Reads and adds pairs of a load, inside transactions of others. */
final class LoadPairRows {
  static final String ONE = "WHERE load_id = :load AND sequence = :sequence";

  private final LoadRows rows;

  LoadPairRows(LoadRows rows) {
    this.rows = rows;
  }

  /** Adds pairs, numbered on; those that are there stay as they are. Returns what to count. */
  LoadTally insert(Handle handle, Load load, List<NewPair> pairs) {
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
          .bind("review", reviewId(pair.creatioKey(), pair.d365Key()))
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

  private static long last(Handle handle, Load load) {
    return handle
        .createQuery("SELECT COALESCE(MAX(sequence), 0) FROM load_pair WHERE load_id = :load")
        .bind("load", load.key())
        .mapTo(Long.class)
        .one();
  }

  /** The name of a pair for reviewers. */
  static String reviewId(@Nullable String creatioKey, @Nullable String d365Key) {
    return ReviewId.of(String.valueOf(creatioKey), String.valueOf(d365Key));
  }

  /** Which cell a sealed text belongs in. */
  static String place(Load load, long sequence, String column) {
    return "load_pair|" + column + "|" + load.key() + "|" + sequence;
  }

  /**
   * Pairs of a load.
   *
   * @param more further conditions, order and limit
   * @param values what they name
   */
  List<LoadPair> list(Handle handle, Load load, String more, Map<String, ?> values) {
    return handle
        .createQuery("SELECT * FROM load_pair WHERE load_id = :load " + more)
        .bind("load", load.key())
        .bindMap(values)
        .map((row, context) -> read(row, load))
        .list();
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
