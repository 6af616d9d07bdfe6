package io.weft.activities.order;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.d365.D365Client;
import io.weft.activities.lookup.CodeLists;
import io.weft.activities.lookup.RemoteLookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.Planner;
import io.weft.activities.object.Records;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.poll.ChildRows;
import io.weft.activities.poll.RowReader;
import io.weft.activities.settings.OrderConduct;
import io.weft.activities.settings.OrderSettings;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Fills the plugs of orders for each legal entity, one per step, from the settings. */
public final class Orders implements SyncObjects {
  private static final SyncObjectName NAME = SyncObjectName.ORDER_SALES_ORDER;

  private final WeftSettings settings;
  private final CreatioClient creatio;
  private final D365Client d365;
  private final LinkStore links;
  private final SyncObjects accounts;
  private final Clock clock;
  private final Map<LegalEntity, Plugs> plugs = new LinkedHashMap<>();

  /** The plugs of the three steps, and how feeds read the headers. */
  private record Plugs(
      SyncObject header, SyncObject lines, SyncObject totals, Both<RowReader> headers) {}

  public Orders(
      WeftSettings settings,
      CreatioClient creatio,
      D365Client d365,
      LinkStore links,
      SyncObjects accounts,
      Clock clock) {
    this.settings = settings;
    this.creatio = creatio;
    this.d365 = d365;
    this.links = links;
    this.accounts = accounts;
    this.clock = clock;
    settings.legalEntities().ids().forEach(le -> plugs.put(le, plugs(le)));
  }

  @Override
  public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
    return in(object, legalEntity).header();
  }

  @Override
  public Optional<SyncObject> lines(SyncObjectName object, LegalEntity legalEntity) {
    return Optional.of(in(object, legalEntity).lines());
  }

  /** The plug of the step that brings lines in step. */
  public SyncObject lines(LegalEntity legalEntity) {
    return in(NAME, legalEntity).lines();
  }

  /** The plug of the step that compares totals. */
  public SyncObject totals(LegalEntity legalEntity) {
    return in(NAME, legalEntity).totals();
  }

  @Override
  public SyncObject arriving(RecordRef record) {
    LegalEntity own = record.legalEntity();
    return of(record.object(), own == null ? settings.legalEntities().leading() : own);
  }

  /** How a feed reads orders, or rows below them, which tell of their order. */
  public RowReader creatioRows(String set) {
    return set.equals(OrderRows.ORDER)
        ? in(NAME, settings.legalEntities().leading()).headers().creatio()
        : ChildRows.creatio(NAME, "OrderId");
  }

  /** How a feed reads sales orders of a legal entity, or rows below them. */
  public RowReader d365Rows(String set, LegalEntity legalEntity) {
    return set.equals(SalesOrderRows.SET)
        ? in(NAME, legalEntity).headers().d365()
        : ChildRows.d365(NAME, legalEntity, SalesOrderRows.KEY, SalesOrderLines.WATCHED);
  }

  /** Names in the mapping that are columns of neither system. */
  public static Both<Set<String>> computed() {
    return new Both<>(Computed.CREATIO, Computed.D365);
  }

  private Plugs in(SyncObjectName object, LegalEntity legalEntity) {
    Plugs there = plugs.get(legalEntity);
    if (object != NAME || there == null) {
      throw new IllegalArgumentException(
          "no " + object + " in legal entity '" + legalEntity + "': not configured in weft.yaml");
    }
    return there;
  }

  private Plugs plugs(LegalEntity le) {
    CreatioClient creatio = this.creatio.on(le); // its turn among the legal entities
    D365Client d365 = this.d365.on(le);
    Mapping mapping = settings.mappings().of(NAME).of(le);
    Mapping lines = Objects.requireNonNull(mapping.lines(), "orders have lines");
    OrderSettings order = settings.order();
    OrderConduct conduct = order.in(le);
    ZoneId zone = zone(le);
    OrderLookUps there = new OrderLookUps(d365, le, zone, clock);
    CodeLists codes = new CodeLists(d365, le, clock);
    RemoteLookUps lookUps = new RemoteLookUps(creatio, codes, mapping, clock);
    RemoteLookUps lineLookUps = new RemoteLookUps(creatio, codes, lines, clock);
    Supplies supplies = new Supplies(le, mapping, order.rules(), lookUps, there);
    OrderLifecycle lifecycle = new OrderLifecycle(links, order.statuses(), conduct);
    OrderArrival arrival =
        new OrderArrival(order, supplies, lookUps, links, accounts, settings.numbering()::order);
    OrderRows orderRows = OrderRows.orders(mapping, zone);
    OrderRows lineRows = OrderRows.lines(lines, zone);
    SalesOrderRows headers = SalesOrderRows.headers(mapping, marks(order));
    SalesOrderRows salesLines = SalesOrderRows.lines(lines);
    Fate fate = new Fate(d365, order.statuses().delivery());
    String reference = order.customersReference().ownField();
    SalesOrderRecords salesOrders = new SalesOrderRecords(d365, headers, fate, reference);
    SalesOrderLines ofSalesOrders = new SalesOrderLines(d365, salesLines);
    Both<Records> header = new Both<>(new OrderRecords(creatio, orderRows), salesOrders);
    Both<Records> lineRecords = new Both<>(new OrderLines(creatio, lineRows), ofSalesOrders);
    Both<Records> whole =
        new Both<>(
            new OrderSums(creatio, orderRows, lineRows),
            new SalesOrderSums(salesOrders, ofSalesOrders));
    LineRules rules = new LineRules(supplies, lineLookUps, new Items(creatio, d365, le, clock));
    Planner planner =
        new OrderPlanner(mapping, supplies, there, lookUps, links, order, this::hasLines);
    Lifecycle further = lifecycle.ofFurtherSteps();
    return new Plugs(
        plug(le, header, whole, planner, arrival, lifecycle),
        plug(
            le,
            lineRecords,
            whole,
            new LinesPlanner(lines, rules, lineLookUps, conduct, this::isConfirmed),
            arrival,
            further),
        plug(le, whole, whole, new TotalsPlanner(mapping.version(), conduct), arrival, further),
        new Both<>(orderRows, headers));
  }

  private SyncObject plug(
      LegalEntity legalEntity,
      Both<Records> records,
      Both<Records> whole,
      Planner planner,
      OrderArrival arrival,
      Lifecycle lifecycle) {
    return new SyncObject(
        NAME,
        settings.objects().mode(NAME, legalEntity),
        records,
        planner,
        arrival,
        lifecycle,
        new Both<>(settings.creatio().horizon(), settings.d365().horizon()),
        false,
        whole,
        new StateOnRecord(creatio, OrderRows.ORDER, settings.creatio().customColumns()),
        false);
  }

  private List<String> marks(OrderSettings order) {
    return order.rules().intercompany().table().rows().stream()
        .flatMap(row -> row.then().stream())
        .flatMap(roles -> roles.marks().names().stream())
        .distinct()
        .toList();
  }

  private ZoneId zone(LegalEntity legalEntity) {
    var one = settings.legalEntities().all().get(legalEntity);
    return one == null ? ZoneOffset.UTC : one.timeZone();
  }

  private boolean isConfirmed(RecordRef salesOrder) {
    return d365.read(SalesOrderRecords.key(salesOrder), Columns.of(SalesOrderRows.PROCESSING))
        .map(row -> String.valueOf(row.text(SalesOrderRows.PROCESSING)))
        .filter(Fate::isConfirmed)
        .isPresent();
  }

  private boolean hasLines(String order) {
    CreatioQuery query =
        CreatioQuery.of(Columns.of("Id")).where(CreatioFilter.lookup("Order", order)).top(1);
    return !creatio.query(OrderRows.LINE, query).rows().isEmpty();
  }
}
