package io.weft.worker;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.contact.Contacts;
import io.weft.activities.hint.Waiting;
import io.weft.activities.object.AllObjects;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What everything in this process stands on.
 *
 * @param contacts empty while contacts are switched off everywhere
 */
record Ground(
    WeftSettings settings,
    Systems systems,
    SqlStores stores,
    FrontDoor door,
    AccountCustomer accounts,
    Optional<Contacts> contacts,
    Clock clock) {
  static Ground of(
      WeftSettings settings, Systems systems, SqlStores stores, FrontDoor door, Clock clock) {
    AccountCustomer accounts =
        new AccountCustomer(
            settings, systems.creatio(), systems.d365(), stores.links(), stores.facts(), clock);
    Optional<Contacts> contacts =
        Contacts.isOn(settings)
            ? Optional.of(
                new Contacts(
                    settings, systems.creatio(), systems.d365(), stores.links(), accounts, clock))
            : Optional.empty();
    return new Ground(settings, systems, stores, door, accounts, contacts, clock);
  }

  /** The plugs of all objects that are on. */
  SyncObjects objects() {
    Map<SyncObjectName, SyncObjects> rooms = new EnumMap<>(SyncObjectName.class);
    rooms.put(SyncObjectName.ACCOUNT_CUSTOMER, accounts);
    contacts.ifPresent(room -> rooms.put(SyncObjectName.CONTACT, room));
    return new AllObjects(rooms);
  }

  /** Stores hints and tells their runs. */
  void tell(List<Hint> hints) {
    door.handOver().soon(door.intake().accept(hints));
  }

  /** Records that wait for one another. */
  Waiting waiting() {
    return new Waiting(stores.waiters(), stores.links(), stores.parked(), door.runs(), clock);
  }
}
