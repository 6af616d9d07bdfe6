package io.weft.activities.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One PostgreSQL server for all tests of a run; stopped with the process. */
public final class PostgresServer {
  private static @Nullable EmbeddedPostgres server;

  private PostgresServer() {}

  /** Its URL; skips the test where no server can be started. */
  public static String url() {
    return server().getJdbcUrl("postgres", "postgres");
  }

  private static synchronized EmbeddedPostgres server() {
    try {
      if (server == null) {
        server = EmbeddedPostgres.start();
      }
      return server;
    } catch (IOException | RuntimeException e) {
      return Assumptions.abort("PostgreSQL cannot be started here: " + e.getMessage());
    }
  }

  /** Empties all tables. */
  static void empty() {
    run(
        """
        TRUNCATE waiter, link, link_alias, match_key, number_range, number_kept, base, claim, intent, hint,
          delivery, ledger, audit, parked, feed, feed_guid, left_out, fact, load, load_place, load_count,
          load_record, load_scanned_key, load_hash, load_crowd, load_finding, load_pair, match_decision RESTART IDENTITY
        """);
  }

  /** Cuts every connection but our own, as a failing server would. */
  public static void dropConnections() {
    run(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'
        """);
  }

  private static void run(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("test database", e);
    }
  }
}
