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
    String among(String column, String texts) {
      return "%s IN (SELECT value FROM json_each(:%s))".formatted(column, texts);
    }

    @Override
    String amongNumbers(String column, String numbers) {
      return among(column, numbers);
    }

    @Override
    void lockLinks(Handle handle, Collection<String> sortedPairs) {}

    @Override
    void lockAudit(Handle handle) {}

    @Override
    Map<String, String> placeholders() {
      return named("TEXT", "INTEGER PRIMARY KEY AUTOINCREMENT", "WITHOUT ROWID");
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
    String among(String column, String texts) {
      return "%s = ANY (ARRAY(SELECT json_array_elements_text(CAST(:%s AS json))))"
          .formatted(column, texts);
    }

    @Override
    String amongNumbers(String column, String numbers) {
      return "%s = ANY (ARRAY(SELECT CAST(json_array_elements_text(CAST(:%s AS json)) AS BIGINT)))"
          .formatted(column, numbers);
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
      return named("TEXT COLLATE \"C\"", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "");
    }
  };

  /** Appended to a SELECT whose rows must not change before the transaction ends. */
  abstract String forUpdate();

  /** The function (text, part) that is above zero where the part occurs in the text. */
  abstract String position();

  /**
   * A condition that holds where the column is one of the texts of a parameter, which is bound to
   * {@link Batches#list}: one parameter for any number, so that the statement is always the same.
   */
  abstract String among(String column, String texts);

  /** The same for whole numbers. */
  abstract String amongNumbers(String column, String numbers);

  /** Locks links before their claims and deliveries are looked at. */
  abstract void lockLinks(Handle handle, Collection<String> sortedPairs);

  /** Taken before audit rows are added. */
  abstract void lockAudit(Handle handle);

  /** What the migrations leave open. */
  abstract Map<String, String> placeholders();

  private static Map<String, String> named(String key, String id, String byKey) {
    Map<String, String> placeholders = new LinkedHashMap<>();
    placeholders.put("key", key);
    placeholders.put("id", id);
    placeholders.put("byKey", byKey); // a table that is its key's index, and nothing beside it
    return placeholders;
  }
}
