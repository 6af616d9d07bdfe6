package io.weft.activities.store;

import io.weft.activities.store.memory.MemoryStores;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** The stores in memory keep the contract that the simulation relies on. */
class MemoryStoreTest {
  private static Stores fresh(Clock clock) {
    return Stores.of(new MemoryStores(clock));
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
}
