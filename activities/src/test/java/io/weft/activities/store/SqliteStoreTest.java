package io.weft.activities.store;

import io.weft.activities.secret.PlainCipher;
import io.weft.activities.store.sql.Database;
import io.weft.activities.store.sql.SqlStores;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a new SQLite file for every test. */
class SqliteStoreTest {
  @TempDir Path folder;
  private @Nullable Database loads;

  @AfterEach
  void closeLoads() {
    if (loads != null) {
      loads.close();
    }
  }

  private Database open() {
    return Database.open("jdbc:sqlite:" + folder.resolve("weft.db"));
  }

  private Stores fresh(Clock clock) {
    Database database = open();
    SqlStores stores = sql(database, clock);
    return Stores.of(stores, database::close);
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

  private static SqlStores sql(Database database, Clock clock) {
    return new SqlStores(
        database, clock, new PlainCipher(), record -> "introduce/" + record.path(), object -> 1);
  }

  private SqlStores loads(Clock clock) {
    loads = open();
    return sql(loads, clock);
  }

  @Nested
  class Loads extends LoadStoreContract {
    @Override
    SqlStores open(Clock clock) {
      return loads(clock);
    }
  }

  @Nested
  class LoadRecords extends LoadRecordStoreContract {
    @Override
    SqlStores open(Clock clock) {
      return loads(clock);
    }
  }

  @Nested
  class LoadPairs extends LoadPairStoreContract {
    @Override
    SqlStores open(Clock clock) {
      return loads(clock);
    }
  }
}
