package io.weft.worker;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.hint.Waiting;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import java.time.Clock;

/** What everything in this process stands on. */
record Ground(
    WeftSettings settings,
    Systems systems,
    SqlStores stores,
    FrontDoor door,
    AccountCustomer accounts,
    Clock clock) {
  static Ground of(
      WeftSettings settings, Systems systems, SqlStores stores, FrontDoor door, Clock clock) {
    AccountCustomer accounts =
        new AccountCustomer(settings, systems.creatio(), systems.d365(), stores.links(), clock);
    return new Ground(settings, systems, stores, door, accounts, clock);
  }

  /** Records that wait for one another. */
  Waiting waiting() {
    return new Waiting(stores.waiters(), stores.links(), stores.parked(), door.runs(), clock);
  }
}
