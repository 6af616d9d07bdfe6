package io.weft.worker;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.contact.Contacts;
import io.weft.activities.hint.Answered;
import io.weft.activities.hint.Waiting;
import io.weft.activities.order.Orders;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What everything in this process stands on.
 *
 * @param contacts empty while contacts are switched off everywhere
 * @param orders empty while orders are switched off everywhere
 */
record Ground(
    WeftSettings settings,
    Systems systems,
    SqlStores stores,
    FrontDoor door,
    Plugs plugs,
    Optional<Contacts> contacts,
    Optional<Orders> orders,
    Clock clock) {
  static Ground of(
      WeftSettings settings, Systems systems, SqlStores stores, FrontDoor door, Clock clock) {
    AccountCustomer accounts =
        new AccountCustomer(
            settings, systems.creatio(), systems.d365(), stores.links(), stores.facts(), clock);
    List<Plug> plugs = new ArrayList<>();
    plugs.add(
        new Plug(accounts, new AccountFeedRows(accounts), new Both<>(Set.of("Email"), Set.of())));
    Optional<Contacts> contacts = contacts(settings, systems, stores, accounts, clock);
    contacts.ifPresent(c -> plugs.add(new Plug(c, new ContactFeedRows(c))));
    Optional<Orders> orders = orders(settings, systems, stores, accounts, clock);
    orders.ifPresent(o -> plugs.add(new Plug(o, new OrderFeedRows(o), Orders.computed())));
    Plugs all = new Plugs(settings.objects(), plugs);
    return new Ground(settings, systems, stores, door, all, contacts, orders, clock);
  }

  private static Optional<Contacts> contacts(
      WeftSettings settings,
      Systems systems,
      SqlStores stores,
      AccountCustomer accounts,
      Clock clock) {
    return Contacts.isOn(settings)
        ? Optional.of(
            new Contacts(
                settings, systems.creatio(), systems.d365(), stores.links(), accounts, clock))
        : Optional.empty();
  }

  private static Optional<Orders> orders(
      WeftSettings settings,
      Systems systems,
      SqlStores stores,
      AccountCustomer accounts,
      Clock clock) {
    return settings.objects().active().contains(SyncObjectName.ORDER_SALES_ORDER)
        ? Optional.of(
            new Orders(
                settings, systems.creatio(), systems.d365(), stores.links(), accounts, clock))
        : Optional.empty();
  }

  /** Stores hints and tells their runs. */
  void tell(List<Hint> hints) {
    door.handOver().soon(door.intake().accept(hints));
  }

  /** Newcomers that wait for a person who has answered elsewhere. */
  Answered answered() {
    return new Answered(stores.parked(), stores.links(), door.runs(), clock);
  }

  /** Records that wait for one another. */
  Waiting waiting() {
    return new Waiting(stores.waiters(), stores.links(), stores.parked(), door.runs(), clock);
  }
}
