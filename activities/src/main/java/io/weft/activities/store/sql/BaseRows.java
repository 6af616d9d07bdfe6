package io.weft.activities.store.sql;

import io.weft.activities.merge.Base;
import io.weft.activities.store.Effects;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of bases, inside somebody's transaction. */
final class BaseRows {
  private final Dialect dialect;
  private final Sealed sealed;

  BaseRows(Wiring wiring) {
    this.dialect = wiring.dialect();
    this.sealed = new Sealed(wiring.cipher());
  }

  /**
   * What is known of one pair.
   *
   * @param digests the rows as last judged; null where nothing is known or something is in doubt
   */
  record Known(Both<@Nullable Base> bases, Both<@Nullable String> digests) {
    static final Known NOTHING = new Known(new Both<>(null, null), new Both<>(null, null));

    private Known with(Side side, Base base, @Nullable String digest) {
      String undoubted = base.unknown().isEmpty() ? digest : null;
      return new Known(bases.with(side, base), digests.with(side, undoubted));
    }
  }

  /** What is known of many pairs; those of which nothing is known are left out. */
  Map<PairId, Known> of(Handle handle, Collection<PairId> pairs) {
    Map<PairId, Known> known = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT pair, side, contents, doubted, vain, digest FROM base WHERE "
                + dialect.among("pair", "pairs"))
        .bind("pairs", Batches.list(pairs.stream().map(PairId::path).toList()))
        .map(
            (row, context) -> {
              PairId pair = PairId.parse(row.getString("pair"));
              Side side = Side.valueOf(row.getString("side"));
              Known before = known.getOrDefault(pair, Known.NOTHING);
              return known.put(
                  pair, before.with(side, read(row, pair, side), row.getString("digest")));
            })
        .list();
    return known;
  }

  @Nullable Base find(Handle handle, PairId pair, Side side) {
    return handle
        .createQuery("SELECT contents, doubted, vain FROM base WHERE pair = :pair AND side = :side")
        .bind("pair", pair.path())
        .bind("side", side.name())
        .map((row, context) -> read(row, pair, side))
        .findOne()
        .orElse(null);
  }

  private Base read(ResultSet row, PairId pair, Side side) throws SQLException {
    return new Base(
        sealed.openFields(place(pair, side), row.getString("contents")),
        names(row.getString("doubted")),
        sealed.openFields(vainPlace(pair, side), row.getString("vain")));
  }

  /** What a base becomes, with the digest of the row that it was judged by. */
  record Change(PairId pair, Side side, Base base, @Nullable String digest) {
    /** The changes of one pair; null leaves a side as it is. */
    static List<Change> of(
        PairId pair, Both<@Nullable Base> bases, Both<@Nullable String> digests) {
      List<Change> changes = new ArrayList<>();
      for (Side side : Side.values()) {
        Base base = bases.of(side);
        if (base != null) {
          changes.add(new Change(pair, side, base, digests.of(side)));
        }
      }
      return changes;
    }
  }

  void store(Handle handle, Collection<Change> changes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO base (pair, side, contents, doubted, vain, digest)
            VALUES (:pair, :side, :contents, :doubted, :vain, :digest)
            ON CONFLICT (pair, side) DO UPDATE SET contents = excluded.contents,
              doubted = excluded.doubted, vain = excluded.vain, digest = excluded.digest
            """);
    for (Change one : changes) {
      batch
          .bind("pair", one.pair().path())
          .bind("side", one.side().name())
          .bind("contents", sealed.fields(place(one.pair(), one.side()), one.base().values()))
          .bind("doubted", String.join("\n", one.base().unknown()))
          .bind("vain", sealed.fields(vainPlace(one.pair(), one.side()), one.base().vain()))
          .bind("digest", one.digest())
          .add();
    }
    Batches.run(batch);
  }

  /** What a write of another pair, whose outcome was found out here, does to that pair's bases. */
  void rebase(Handle handle, Intent intent, Outcome outcome) {
    for (Side side : Side.values()) {
      Base before = find(handle, intent.pair(), side);
      Base after = Effects.ofForeign(before, side, intent, outcome);
      if (after != null && !after.equals(before)) {
        store(handle, List.of(new Change(intent.pair(), side, after, null)));
      }
    }
  }

  /** Marks what the intent wrote as unknown in its target's base. */
  void doubt(Handle handle, Intent intent) {
    Side side = intent.target().side();
    Base before = find(handle, intent.pair(), side);
    Base doubted = Effects.doubted(before, intent);
    if (doubted != null && !doubted.equals(before)) {
      store(handle, List.of(new Change(intent.pair(), side, doubted, null)));
    }
  }

  /** Whether a feed row of this digest shows nothing but what we know already. */
  static boolean isKnown(Handle handle, PairId pair, Side side, String digest) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM base
            WHERE pair = :pair AND side = :side AND digest = :digest AND doubted = ''
            """)
        .bind("pair", pair.path())
        .bind("side", side.name())
        .bind("digest", digest)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static String place(PairId pair, Side side) {
    return "base|contents|" + pair.path() + "/" + side.name();
  }

  private static String vainPlace(PairId pair, Side side) {
    return "base|vain|" + pair.path() + "/" + side.name();
  }

  private static Set<String> names(String joined) {
    return joined.isEmpty()
        ? new LinkedHashSet<>()
        : new LinkedHashSet<>(List.of(joined.split("\n")));
  }
}
