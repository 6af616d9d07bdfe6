package io.weft.stage;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.contact.Contacts;
import io.weft.activities.object.AllObjects;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.order.Orders;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.worker.Systems;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rooms of the product for the objects that a stage's settings switch on. */
final class StageRooms {
  private final WeftSettings settings;
  private final Systems systems;
  private final SqlStores stores;
  private final Clock clock;
  private final AccountCustomer accounts;
  private final @Nullable Orders orders;
  private final SyncObjects all;

  StageRooms(WeftSettings settings, Systems systems, SqlStores stores, Clock clock) {
    this.settings = settings;
    this.systems = systems;
    this.stores = stores;
    this.clock = clock;
    this.accounts =
        new AccountCustomer(
            settings, systems.creatio(), systems.d365(), stores.links(), stores.facts(), clock);
    this.orders = hasOrders() ? newOrders() : null;
    this.all = new AllObjects(rooms());
  }

  private boolean hasOrders() {
    return settings.objects().active().contains(SyncObjectName.ORDER_SALES_ORDER);
  }

  private Orders newOrders() {
    return new Orders(settings, systems.creatio(), systems.d365(), stores.links(), accounts, clock);
  }

  private Map<SyncObjectName, SyncObjects> rooms() {
    Map<SyncObjectName, SyncObjects> rooms = new EnumMap<>(SyncObjectName.class);
    rooms.put(SyncObjectName.ACCOUNT_CUSTOMER, accounts);
    if (Contacts.isOn(settings)) {
      rooms.put(
          SyncObjectName.CONTACT,
          new Contacts(
              settings, systems.creatio(), systems.d365(), stores.links(), accounts, clock));
    }
    if (orders != null) {
      rooms.put(SyncObjectName.ORDER_SALES_ORDER, orders);
    }
    return rooms;
  }

  /** The plugs of all objects that are on. */
  SyncObjects all() {
    return all;
  }

  /** The room of orders, whose passes go in steps; null where they are off. */
  @Nullable Orders orders() {
    return orders;
  }
}
