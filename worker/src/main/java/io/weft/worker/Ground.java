package io.weft.worker;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.hint.Waiting;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What everything in this process stands on. */
record Ground(
    WeftSettings settings,
    Systems systems,
    SqlStores stores,
    FrontDoor door,
    Plugs plugs,
    Clock clock) {
  static Ground of(
      WeftSettings settings, Systems systems, SqlStores stores, FrontDoor door, Clock clock) {
    Plugs plugs =
        new Plugs(settings.objects(), List.of(accounts(settings, systems, stores, clock)));
    return new Ground(settings, systems, stores, door, plugs, clock);
  }

  private static Plug accounts(
      WeftSettings settings, Systems systems, SqlStores stores, Clock clock) {
    AccountCustomer accounts =
        new AccountCustomer(settings, systems.creatio(), systems.d365(), stores.links(), clock);
    return new Plug(accounts, new AccountFeedRows(accounts), Set.of("Email"));
  }

  /** Records that wait for one another. */
  Waiting waiting() {
    return new Waiting(stores.waiters(), stores.links(), stores.parked(), door.runs(), clock);
  }
}
