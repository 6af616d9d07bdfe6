package io.weft.worker;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.contact.Contacts;
import io.weft.activities.load.Crew;
import io.weft.activities.load.FeedStarts;
import io.weft.activities.load.LoadActivitiesImpl;
import io.weft.activities.load.LoadDeskActivitiesImpl;
import io.weft.activities.load.LoadStores;
import io.weft.activities.load.Loadable;
import io.weft.activities.load.Loadables;
import io.weft.activities.load.Opening;
import io.weft.activities.load.Room;
import io.weft.activities.load.Tools;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.pass.Attempts;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.pass.Pass;
import io.weft.activities.poll.FeedRound;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How loads are done by this worker: which objects can be loaded, and with what. */
final class LoadPlan {
  /** So many pairs are fetched at a time; in hand are only the pieces that have begun. */
  private static final int BATCH = 600;

  /** So many pieces at a time, for all loads together, most of which wait for answers. */
  private static final int HANDS = 12;

  /** So many of them compute: with more, each would hold its records for longer. */
  private static final int DESKS = 3;

  private static final String OFF =
      "weft.yaml says nothing of contacts: write objects: {contact: {mode: off}} for a plan, mode"
          + " write for a load, and restart the worker.";

  private final Ground ground;
  private final FeedPlan feeds;
  private final Pass pass;
  private final Tools tools;
  private final AccountCustomer accounts;
  private final Optional<Contacts> contacts;
  private final Map<Choice, Loadable> loadables = new ConcurrentHashMap<>();

  /** What a loadable was made for. */
  private record Choice(
      SyncObjectName object, LegalEntity legalEntity, @Nullable ConflictPolicy policy) {}

  LoadPlan(Ground ground, FeedPlan feeds, Pass pass) {
    this.ground = ground;
    this.feeds = feeds;
    this.pass = pass;
    SqlStores stores = ground.stores();
    this.accounts =
        new AccountCustomer(
            ground.settings(),
            ground.systems().bulk().creatio(),
            ground.systems().bulk().d365(),
            stores.links(),
            stores.facts(),
            ground.clock());
    Crew crew = Crew.of(HANDS, DESKS);
    this.contacts =
        Contacts.isEnabled(ground.settings()) ? Optional.of(contacts(ground)) : Optional.empty();
    this.tools =
        new Tools(
            stores(stores),
            stores.links(),
            stores.hints(),
            stores.passes(),
            new BatchPass(pass),
            ground::tell,
            ground.answered(),
            ground.clock(),
            BATCH,
            ground.door().echoes(),
            crew);
  }

  private Contacts contacts(Ground ground) {
    return new Contacts(
        ground.settings(),
        ground.systems().bulk().creatio(),
        ground.systems().bulk().d365(),
        ground.stores().links(),
        accounts,
        ground.clock());
  }

  /** What loads are kept in. */
  static LoadStores stores(SqlStores stores) {
    return new LoadStores(
        stores.loads(), stores.loadRecords(), stores.loadPairs(), stores.decisions());
  }

  LoadActivitiesImpl activities() {
    SqlStores stores = ground.stores();
    Loadables known = this::loadable;
    FeedRound round = new FeedRound(stores.feeds(), ground.door().handOver()::soon, ground.clock());
    FeedStarts starts = new FeedStarts(feeds.every(), stores.feeds(), round, ground.clock());
    Opening opening = new Opening(stores.loads(), known, starts, ground.answered());
    return new LoadActivitiesImpl(
        opening,
        new Room(opening, tools),
        load ->
            ground
                .settings()
                .windows()
                .of(load.object(), load.legalEntity())
                .at(ground.clock().instant()),
        ground.clock());
  }

  LoadDeskActivitiesImpl desk() {
    return new LoadDeskActivitiesImpl(
        tools, this::loadable, pass, () -> Attempts.current(ground.clock()));
  }

  private Loadable loadable(
      SyncObjectName object, LegalEntity legalEntity, @Nullable ConflictPolicy policy) {
    return loadables.computeIfAbsent(new Choice(object, legalEntity, policy), this::loadable);
  }

  private Loadable loadable(Choice made) {
    return switch (made.object()) {
      case ACCOUNT_CUSTOMER -> accounts.loadable(made.legalEntity(), made.policy());
      case CONTACT ->
          contacts
              .map(known -> known.loadable(made.legalEntity(), made.policy()))
              .orElseThrow(() -> new IllegalArgumentException(OFF));
      case PRODUCT,
          OPPORTUNITY_QUOTATION,
          ORDER_SALES_ORDER,
          INVOICE_ORDER_STATUS,
          INVENTORY_AVAILABILITY,
          PAYMENT_ACTIVITY ->
          throw new IllegalArgumentException(
              made.object() + " cannot be loaded: load account-customer, and then contact");
    };
  }
}
