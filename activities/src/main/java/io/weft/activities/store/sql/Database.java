package io.weft.activities.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.weft.activities.store.StoreException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** An open database, its tables brought up to date. Thread-safe. */
public final class Database implements AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final long WAIT_FOR_CONNECTION_MS = 10_000;
  private static final int SQLITE_READERS = 4;

  /** What fifty pairs write stays in memory until it is stored; without room it goes out twice. */
  private static final String ROOM = "&cache_size=-32000&temp_store=MEMORY";

  /** 16 MB: a page that is written often goes from the log to its place once for all of them. */
  private static final int PAGES_UNTIL_CHECKPOINT = 4000;

  private static final int POSTGRESQL_CONNECTIONS = 10;

  private final Dialect dialect;
  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final Writing writing;
  private final Jdbi reading;

  private Database(Dialect dialect, HikariDataSource writers, HikariDataSource readers) {
    this.dialect = dialect;
    this.writers = writers;
    this.readers = readers;
    this.writing = writing(dialect, jdbi(writers));
    this.reading = jdbi(readers);
  }

  private static Writing writing(Dialect dialect, Jdbi jdbi) {
    return dialect == Dialect.SQLITE
        ? new SharedCommit(jdbi, WAIT_FOR_CONNECTION_MS)
        : new Writing.OneByOne(jdbi);
  }

  /**
   * Opens {@code jdbc:sqlite:FILE} (made if it is not there; one process per file) or {@code
   * jdbc:postgresql:...}.
   *
   * @throws IllegalArgumentException for any other URL
   * @throws StoreException.Unavailable if the file or server cannot be opened, or its tables cannot
   *     be brought up to date
   */
  public static Database open(String url) {
    if (url.startsWith(SQLITE)) {
      return sqlite(url);
    } else if (url.startsWith(POSTGRESQL)) {
      return postgresql(url);
    }
    throw new IllegalArgumentException(
        "database URL must begin with " + SQLITE + " or " + POSTGRESQL);
  }

  private static Database sqlite(String url) {
    if (url.indexOf('?') >= 0) {
      // The driver takes an unknown parameter for a part of the file's name.
      throw new IllegalArgumentException(url + ": no parameters expected after the file's name");
    }
    // FULL: what was answered with 202 is there after a power cut.
    String shared = url + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000";
    HikariConfig write = pool(shared + "&transaction_mode=IMMEDIATE&foreign_keys=true" + ROOM, 1);
    write.setConnectionInitSql("PRAGMA wal_autocheckpoint=" + PAGES_UNTIL_CHECKPOINT);
    HikariConfig read = pool(shared, SQLITE_READERS);
    read.setConnectionInitSql("PRAGMA query_only=ON");
    HikariDataSource writers = connect(url, write);
    try {
      migrate(url, writers, Dialect.SQLITE);
      return new Database(Dialect.SQLITE, writers, connect(url, read));
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static Database postgresql(String url) {
    String mark = url.indexOf('?') >= 0 ? "&" : "?";
    HikariConfig config = pool(url + mark + "stringtype=unspecified", POSTGRESQL_CONNECTIONS);
    HikariDataSource pool = connect(url, config);
    try {
      migrate(url, pool, Dialect.POSTGRESQL);
      return new Database(Dialect.POSTGRESQL, pool, pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig pool(String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setAutoCommit(true); // with IMMEDIATE, off would hold the write lock while idle
    config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
    return config;
  }

  private static HikariDataSource connect(String url, HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new StoreException.Unavailable(
          "the database " + withoutParameters(url) + " cannot be opened: " + root(e), e);
    }
  }

  private static void migrate(String url, HikariDataSource pool, Dialect dialect) {
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/migration")
          .placeholders(dialect.placeholders())
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException.Unavailable(
          "the tables of " + withoutParameters(url) + " cannot be brought up to date: " + root(e),
          e);
    }
  }

  /** Parameters may carry a password. */
  private static String withoutParameters(String url) {
    int mark = url.indexOf('?');
    return mark < 0 ? url : url.substring(0, mark);
  }

  private static String root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static Jdbi jdbi(HikariDataSource pool) {
    return Jdbi.create(pool)
        .configure(SqlStatements.class, config -> config.setTemplateEngine(TemplateEngine.NOP));
  }

  Dialect dialect() {
    return dialect;
  }

  /** Runs one transaction; nothing of it is stored if the work throws. */
  <T> T write(Function<Handle, T> work) {
    try {
      return writing.run(work);
    } catch (JdbiException | SharedWork.NoTurn e) {
      throw unavailable(e);
    }
  }

  /** Runs one transaction without a result. */
  void change(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /** Runs queries that change nothing. */
  <T> T read(Function<Handle, T> work) {
    try {
      return reading.<T, RuntimeException>withHandle(work::apply);
    } catch (JdbiException e) {
      throw unavailable(e);
    }
  }

  private static StoreException.Unavailable unavailable(RuntimeException e) {
    return new StoreException.Unavailable("the store does not answer: " + root(e), e);
  }

  @Override
  public void close() {
    writing.close();
    readers.close();
    writers.close();
  }
}
