package io.weft.worker;

import io.weft.activities.secret.PlainCipher;
import io.weft.activities.settings.ObjectMappings;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.Database;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Clock;

/** The store, open. */
public final class Stores implements AutoCloseable {
  private final Database database;
  private final SqlStores all;

  private Stores(Database database, SqlStores all) {
    this.database = database;
    this.all = all;
  }

  /**
   * Opens the database that the settings name and brings its tables up to date.
   *
   * @throws io.weft.activities.store.StoreException.Unavailable if it cannot be opened
   */
  public static Stores open(WeftSettings settings, Clock clock) {
    Database database = Database.open(settings.store().jdbcUrl().reveal());
    ObjectMappings mappings = settings.mappings();
    SqlStores all =
        new SqlStores(
            database,
            clock,
            new PlainCipher(),
            WorkflowIds::introduction,
            object ->
                mappings.all().containsKey(object)
                    ? mappings.of(object).everywhere().version()
                    : 0);
    return new Stores(database, all);
  }

  /** The single stores. */
  public SqlStores all() {
    return all;
  }

  @Override
  public void close() {
    database.close();
  }
}
