package io.weft.activities.store.sql;

import io.weft.activities.merge.Base;
import io.weft.activities.store.Effects;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of bases, inside somebody's transaction. */
final class BaseRows {
  private static final Both<Side> SIDES = new Both<>(Side.CREATIO, Side.D365);

  private final Sealed sealed;

  BaseRows(Wiring wiring) {
    this.sealed = new Sealed(wiring.cipher());
  }

  Both<@Nullable Base> of(Handle handle, PairId pair) {
    return SIDES.map(side -> find(handle, pair, side));
  }

  @Nullable Base find(Handle handle, PairId pair, Side side) {
    return handle
        .createQuery("SELECT contents, doubted, vain FROM base WHERE pair = :pair AND side = :side")
        .bind("pair", pair.path())
        .bind("side", side.name())
        .map(
            (row, context) ->
                new Base(
                    sealed.openFields(place(pair, side), row.getString("contents")),
                    names(row.getString("doubted")),
                    sealed.openFields(vainPlace(pair, side), row.getString("vain"))))
        .findOne()
        .orElse(null);
  }

  /** The rows as last judged; null where nothing is known or something is in doubt. */
  Both<@Nullable String> digests(Handle handle, PairId pair) {
    Map<String, String> known = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT side, digest FROM base
            WHERE pair = :pair AND digest IS NOT NULL AND doubted = ''
            """)
        .bind("pair", pair.path())
        .map((row, context) -> Map.entry(row.getString("side"), row.getString("digest")))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return SIDES.map(side -> known.get(side.name()));
  }

  /** Stores the bases that are given; null leaves a side as it is. */
  void store(
      Handle handle, PairId pair, Both<@Nullable Base> bases, Both<@Nullable String> digests) {
    for (Side side : Side.values()) {
      Base base = bases.of(side);
      if (base != null) {
        store(handle, pair, side, base, digests.of(side));
      }
    }
  }

  private void store(Handle handle, PairId pair, Side side, Base base, @Nullable String digest) {
    handle
        .createUpdate(
            """
            INSERT INTO base (pair, side, contents, doubted, vain, digest)
            VALUES (:pair, :side, :contents, :doubted, :vain, :digest)
            ON CONFLICT (pair, side) DO UPDATE SET contents = excluded.contents,
              doubted = excluded.doubted, vain = excluded.vain, digest = excluded.digest
            """)
        .bind("pair", pair.path())
        .bind("side", side.name())
        .bind("contents", sealed.fields(place(pair, side), base.values()))
        .bind("doubted", String.join("\n", base.unknown()))
        .bind("vain", sealed.fields(vainPlace(pair, side), base.vain()))
        .bind("digest", digest)
        .execute();
  }

  /** What a write of another pair, whose outcome was found out here, does to that pair's bases. */
  void rebase(Handle handle, Intent intent, Outcome outcome) {
    for (Side side : Side.values()) {
      Base before = find(handle, intent.pair(), side);
      Base after = Effects.ofForeign(before, side, intent, outcome);
      if (after != null && !after.equals(before)) {
        store(handle, intent.pair(), side, after, null);
      }
    }
  }

  /** Marks what the intent wrote as unknown in its target's base. */
  void doubt(Handle handle, Intent intent) {
    Side side = intent.target().side();
    Base before = find(handle, intent.pair(), side);
    Base doubted = Effects.doubted(before, intent);
    if (doubted != null && !doubted.equals(before)) {
      store(handle, intent.pair(), side, doubted, null);
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
