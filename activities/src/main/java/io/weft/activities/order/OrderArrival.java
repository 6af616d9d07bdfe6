package io.weft.activities.order;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Need;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.rule.Routing;
import io.weft.activities.settings.OrderSettings;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an order finds its place: once it is confirmed, in one legal entity: the one that sells by
 * the intercompany rules, else by the routing of orders, else that of its account. Orders of D365
 * are not brought to Creatio.
 */
final class OrderArrival implements Arrival {
  private final OrderSettings settings;
  private final Supplies supplies;
  private final LookUps lookUps;
  private final LinkStore links;
  private final SyncObjects accounts;
  private final Function<LegalEntity, Optional<NumberRange>> numbers;

  OrderArrival(
      OrderSettings settings,
      Supplies supplies,
      LookUps lookUps,
      LinkStore links,
      SyncObjects accounts,
      Function<LegalEntity, Optional<NumberRange>> numbers) {
    this.settings = settings;
    this.supplies = supplies;
    this.lookUps = lookUps;
    this.links = links;
    this.accounts = accounts;
    this.numbers = numbers;
  }

  @Override
  public Route route(Newcomer newcomer) {
    Snapshot order = newcomer.snapshot();
    if (order.record().side() == Side.D365) {
      return new Route.LeftOut("sales orders that were not taken in Creatio stay in D365");
    }
    if (!isConfirmed(order.fields())) {
      return new Route.LeftOut("not confirmed yet: it goes to D365 when its status says so");
    }
    Value account = order.fields().get(OrderRows.ACCOUNT);
    if (account.isAbsent()) {
      return new Route.NoRule(OrderProblems.noAccount(order.record()));
    }
    RecordRef payer = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account.text());
    Route place = place(order, payer);
    return place instanceof Route.To to ? linked(payer, to.legalEntities().get(0)) : place;
  }

  private boolean isConfirmed(Fields order) {
    String status = order.get(OrderRows.STATUS).text();
    String name =
        status.isEmpty()
            ? ""
            : lookUps.byId("OrderStatus", status).map(row -> row.column("Name")).orElse("");
    return settings.statuses().confirms(status, name);
  }

  private Route place(Snapshot order, RecordRef payer) {
    Fields attributes = supplies.attributes(order.fields());
    var trade = settings.rules().intercompany().of(attributes, lookUps);
    if (trade.isPresent()) {
      return new Route.To(List.of(trade.get().roles().soldBy()));
    }
    Optional<Routing> routing = settings.rules().routing();
    if (routing.isEmpty()) {
      return byAccount(order, payer);
    }
    io.weft.activities.rule.Route route = routing.get().route(attributes, lookUps);
    if (route instanceof io.weft.activities.rule.Route.To to) {
      return new Route.To(to.legalEntities());
    }
    return route instanceof io.weft.activities.rule.Route.LeftOut out
        ? new Route.LeftOut(out.why())
        : new Route.NoRule(OrderProblems.noRoute(order.record(), route.why()));
  }

  private Route byAccount(Snapshot order, RecordRef payer) {
    List<LegalEntity> there =
        links.linksOf(payer).stream()
            .filter(link -> !link.state().hasEnded())
            .map(link -> link.pair().legalEntity())
            .toList();
    if (!there.isEmpty()) {
      return new Route.To(there); // the leading one first
    }
    SyncObject plug = accounts.arriving(payer);
    Optional<Snapshot> account = plug.records().creatio().read(payer);
    Route route =
        account.isEmpty()
            ? new Route.LeftOut("it is not there, or not visible to the integration user")
            : plug.arrival().route(new Newcomer(account.get(), true));
    return route instanceof Route.LeftOut out
        ? new Route.NoRule(OrderProblems.accountLeftOut(order.record(), out.why()))
        : route;
  }

  private Route linked(RecordRef payer, LegalEntity legalEntity) {
    boolean live =
        links.linksOf(payer).stream()
            .filter(link -> link.pair().legalEntity().equals(legalEntity))
            .map(Link::state)
            .anyMatch(state -> state == LinkState.LIVE || state == LinkState.OUT_OF_SCOPE);
    return live
        ? new Route.To(List.of(legalEntity))
        : new Route.Waits(new Need(payer, legalEntity));
  }

  /** A sales order is only ever found by our own reference, which the pass looks for. */
  @Override
  public Meeting meet(Newcomer newcomer, LegalEntity legalEntity) {
    return new Meeting.Nobody();
  }

  @Override
  public Optional<Snapshot> named(Newcomer newcomer, LegalEntity legalEntity, String key) {
    return Optional.empty();
  }

  @Override
  public String newCreatioId(Newcomer newcomer) {
    throw new IllegalStateException("orders of D365 are not brought to Creatio");
  }

  @Override
  public NumberRange numbers(LegalEntity legalEntity) {
    return numbers
        .apply(legalEntity)
        .orElseThrow(() -> new IllegalStateException("D365 numbers orders in " + legalEntity));
  }

  @Override
  public List<String> newD365Keys(List<PairId> pairs, LinkStore store) {
    return pairs.isEmpty()
        ? List.of()
        : numbers
            .apply(pairs.get(0).legalEntity())
            .map(range -> store.numbers(pairs, range))
            .orElseGet(() -> pairs.stream().map(OrderArrival::provisional).toList());
  }

  private static String provisional(PairId pair) {
    return Provisional.key(References.of(pair.key()));
  }

  @Override
  public boolean leads(LegalEntity legalEntity, List<LegalEntity> all) {
    return true;
  }

  @Override
  public List<String> matchKeys(Newcomer newcomer) {
    return List.of();
  }
}
