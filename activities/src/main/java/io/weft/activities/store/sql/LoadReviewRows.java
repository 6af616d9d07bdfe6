package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadTally;
import io.weft.workflows.record.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Pairs of a load that a person decides about, inside transactions of others. */
final class LoadReviewRows {
  private static final String WAITING = " AND state = 'REVIEW'";

  private final Dialect dialect;
  private final LoadRows rows;
  private final LoadPairRows pairs;

  LoadReviewRows(Dialect dialect, LoadRows rows, LoadPairRows pairs) {
    this.dialect = dialect;
    this.rows = rows;
    this.pairs = pairs;
  }

  /** Those that wait, the most alike first, after the given score and number. */
  List<LoadPair> list(Handle handle, Load load, int score, long after, int limit) {
    return pairs.list(
        handle,
        load,
        WAITING
            + """
               AND (score < :score OR (score = :score AND sequence > :after))
              ORDER BY score DESC, sequence LIMIT :limit
              """,
        Map.of("score", score, "after", after, "limit", limit));
  }

  /** The most alike of those of a record that wait. */
  Optional<LoadPair> of(Handle handle, Load load, Side side, String key) {
    String column = side == Side.CREATIO ? "creatio_key" : "d365_key";
    String best = WAITING + " AND " + column + " = :key ORDER BY score DESC, sequence LIMIT 1";
    return pairs.list(handle, load, best, Map.of("key", key)).stream().findFirst();
  }

  /** The pairs of these review ids, whether they wait or not, by id. */
  Map<String, LoadPair> byId(Handle handle, Load load, Collection<String> reviewIds) {
    Map<String, LoadPair> found = new LinkedHashMap<>();
    String among = "AND " + dialect.among("review_id", "ids");
    pairs
        .list(handle, load, among, Map.of("ids", Batches.list(reviewIds)))
        .forEach(pair -> found.put(LoadPairRows.reviewId(pair.creatioKey(), pair.d365Key()), pair));
    return found;
  }

  /** Carries a decision over to a pair and its rivals. Returns whether it waited. */
  boolean decide(Handle handle, Load load, long sequence, boolean accepted) {
    return pairs
        .list(handle, load, "AND sequence = :sequence", Map.of("sequence", sequence))
        .stream()
        .anyMatch(pair -> decided(handle, load, pair, accepted));
  }

  private boolean decided(Handle handle, Load load, LoadPair pair, boolean accepted) {
    int waited =
        handle
            .createUpdate(
                "UPDATE load_pair SET state = :state, kind = :kind " + LoadPairRows.ONE + WAITING)
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
}
