package io.weft.activities.store.sql;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What differs between the two databases. */
enum Dialect {
  /** Writing transactions follow one another (IMMEDIATE), so nothing needs a lock of its own. */
  SQLITE {
    @Override
    String forUpdate() {
      return "";
    }

    @Override
    String position() {
      return "instr";
    }

    @Override
    void lockLinks(Handle handle, Collection<String> sortedPairs) {}

    @Override
    void lockAudit(Handle handle) {}

    @Override
    Map<String, String> placeholders() {
      return named("TEXT", "INTEGER PRIMARY KEY AUTOINCREMENT");
    }
  },

  /** Rows are locked in one order everywhere: links, claims, hints, audit, ledger. */
  POSTGRESQL {
    @Override
    String forUpdate() {
      return " FOR UPDATE";
    }

    @Override
    String position() {
      return "strpos";
    }

    @Override
    void lockLinks(Handle handle, Collection<String> sortedPairs) {
      handle
          .createQuery(
              """
              SELECT pair FROM link WHERE pair = ANY (string_to_array(:pairs, chr(10)))
              ORDER BY pair FOR UPDATE
              """)
          .bind("pairs", String.join("\n", sortedPairs))
          .mapTo(String.class)
          .list();
    }

    @Override
    void lockAudit(Handle handle) {
      // Rows get their ids in the order of commit, so that an export by id misses none.
      handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(715827)").mapTo(Integer.class).one();
    }

    @Override
    Map<String, String> placeholders() {
      return named("TEXT COLLATE \"C\"", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");
    }
  };

  /** Appended to a SELECT whose rows must not change before the transaction ends. */
  abstract String forUpdate();

  /** The function (text, part) that is above zero where the part occurs in the text. */
  abstract String position();

  /** Locks links before their claims and deliveries are looked at. */
  abstract void lockLinks(Handle handle, Collection<String> sortedPairs);

  /** Taken before audit rows are added. */
  abstract void lockAudit(Handle handle);

  /** What the migrations leave open. */
  abstract Map<String, String> placeholders();

  private static Map<String, String> named(String key, String id) {
    Map<String, String> placeholders = new LinkedHashMap<>();
    placeholders.put("key", key);
    placeholders.put("id", id);
    return placeholders;
  }
}
