package io.weft.activities.store;

import io.weft.activities.secret.PlainCipher;
import io.weft.activities.store.sql.Database;
import io.weft.activities.store.sql.SqlStores;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract on a PostgreSQL server of our own, emptied for every test. */
class PostgresStoreTest {
  private static Database database;

  @BeforeAll
  static void openDatabase() {
    database = Database.open(PostgresServer.url());
  }

  @AfterAll
  static void closeDatabase() {
    if (database != null) {
      database.close();
    }
  }

  private static Stores fresh(Clock clock) {
    SqlStores stores = sql(clock);
    return Stores.of(stores, () -> {});
  }

  @Nested
  class Hints extends HintStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Links extends LinkStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Passes extends PassStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Desk extends ParkedStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Audit extends AuditStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Feeds extends FeedStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Facts extends FactStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Races extends RaceContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Walks extends LedgerContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Claims extends ClaimContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Intents extends IntentContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Introductions extends IntroductionContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Reservations extends ReservationContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class LinkRaces extends LinkRaceContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Moves extends MoveContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Bulk extends BulkContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Waiters extends WaiterStoreContract {
    @Override
    Stores open(Clock clock) {
      return fresh(clock);
    }
  }

  private static SqlStores sql(Clock clock) {
    PostgresServer.empty();
    return new SqlStores(
        database, clock, new PlainCipher(), record -> "introduce/" + record.path(), object -> 1);
  }

  @Nested
  class Loads extends LoadStoreContract {
    @Override
    SqlStores open(Clock clock) {
      return sql(clock);
    }
  }

  @Nested
  class LoadRecords extends LoadRecordStoreContract {
    @Override
    SqlStores open(Clock clock) {
      return sql(clock);
    }
  }

  @Nested
  class LoadPairs extends LoadPairStoreContract {
    @Override
    SqlStores open(Clock clock) {
      return sql(clock);
    }
  }
}
