package io.weft.activities.order;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.merge.Base;
import io.weft.activities.merge.Merge;
import io.weft.activities.merge.Plan;
import io.weft.activities.merge.Situation;
import io.weft.activities.object.Planner;
import io.weft.activities.settings.OrderConduct;
import io.weft.activities.settings.OrderSettings;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans the header of an order: mapped fields, and what rules supply. A cancelled order is not
 * written any more; a delivered one only back to Creatio.
 */
final class OrderPlanner implements Planner {
  private static final String DIMENSIONS = "DefaultLedgerDimensionDisplayValue";
  private static final String WAREHOUSE = "DefaultShippingWarehouseId";
  private static final String SITE = "DefaultShippingSiteId";
  private static final String REQUESTED = "RequestedShippingDate";
  private static final String STREET = "DeliveryAddressStreet";
  private static final String CITY = "DeliveryAddressCity";

  /** A mark in Creatio's base: a person has let a cancellation go. */
  private static final String LET_GO = "@cancelled";

  private final Mapping mapping;
  private final Supplies supplies;
  private final OrderLookUps d365;
  private final LookUps lookUps;
  private final LinkStore links;
  private final OrderSettings settings;
  private final Predicate<String> hasLines;

  /**
   * @param hasLines whether an order of Creatio, by its id, has any line
   */
  OrderPlanner(
      Mapping mapping,
      Supplies supplies,
      OrderLookUps d365,
      LookUps lookUps,
      LinkStore links,
      OrderSettings settings,
      Predicate<String> hasLines) {
    this.mapping = mapping;
    this.supplies = supplies;
    this.d365 = d365;
    this.lookUps = lookUps;
    this.links = links;
    this.settings = settings;
    this.hasLines = hasLines;
  }

  @Override
  public int version() {
    return mapping.version();
  }

  @Override
  public Plan plan(Question asked) {
    Question question = withDay(asked);
    Snapshot order = question.now().creatio();
    Snapshot salesOrder = question.now().d365();
    if (order == null) {
      return merged(question, Fields.none());
    }
    boolean cancelled = settings.statuses().cancels(order.fields().get(OrderRows.STATUS).text());
    if (cancelled) {
      return salesOrder == null ? nothing(question) : cancelled(question, salesOrder);
    }
    List<Problem> problems = new ArrayList<>();
    Plan plan = dated(merged(question, supplied(question, order, salesOrder, problems)), problems);
    if (salesOrder == null) {
      return created(question.link(), order, plan, problems);
    }
    return Fate.isClosed(salesOrder.fields())
        ? tooLate(question, plan, salesOrder)
        : Planned.problems(changed(question, plan, salesOrder), problems);
  }

  private Question withDay(Question asked) {
    Snapshot salesOrder = asked.now().d365();
    return salesOrder == null
        ? asked
        : new Question(
            asked.link(),
            asked.bases(),
            asked.now().with(Side.D365, Fate.dated(salesOrder, asked.bases().d365(), d365.today())),
            asked.movedAt(),
            asked.said(),
            asked.muted());
  }

  private Plan changed(Question question, Plan plan, Snapshot salesOrder) {
    return Fate.isConfirmed(salesOrder.fields())
        ? ConfirmedChange.on(
            ConfirmedChange.course(conduct().onChange(), question),
            plan,
            "Sales order " + salesOrder.record().key(),
            question)
        : plan;
  }

  private Plan merged(Question question, Fields supplied) {
    return Merge.plan(
        new Situation(
            rules(question),
            ConflictPolicy.CREATIO_WINS,
            question.now(),
            question.bases(),
            lookUps,
            question.movedAt(),
            supplied,
            question.said()));
  }

  private List<FieldRule> rules(Question question) {
    return mapping.rules().stream()
        .filter(rule -> !question.muted().creatio().contains(rule.name(Side.CREATIO)))
        .filter(rule -> !question.muted().d365().contains(rule.name(Side.D365)))
        .toList();
  }

  private Fields supplied(
      Question question, Snapshot order, @Nullable Snapshot salesOrder, List<Problem> problems) {
    Fields attributes = supplies.attributes(order.fields());
    Supplies.Supplied warehouse =
        supplies.warehouse(
            attributes, order.fields().get("UsrWarehouse"), "", List.of(WAREHOUSE, SITE));
    String existing =
        salesOrder == null
            ? d365.customerDimensions(customer(question.link(), order).orElse(""))
            : salesOrder.fields().get(DIMENSIONS).text();
    Supplies.Supplied dimensions = supplies.dimensions(attributes, existing, DIMENSIONS);
    problems.addAll(warehouse.problems());
    problems.addAll(dimensions.problems());
    return warehouse.fields().with(dimensions.fields());
  }

  /** A day that is over becomes today or parks, as the settings say. */
  private Plan dated(Plan plan, List<Problem> problems) {
    Value day = plan.writes().d365().get(REQUESTED);
    if (!(day instanceof Value.Day asked) || !asked.day().isBefore(d365.today())) {
      return plan;
    }
    if (conduct().pastDates() == OrderConduct.PastDates.PARK) {
      problems.add(OrderProblems.pastDate(asked.text()));
      return plan;
    }
    String why = "The day " + asked.text() + " is over; today takes its place.";
    Value today = new Value.Day(d365.today());
    FieldDecision decision =
        new FieldDecision(
            REQUESTED, Verdict.TO_D365, Side.D365, null, today.text(), asked.text(), why);
    return Planned.noting(Planned.replacing(plan, REQUESTED, today), decision);
  }

  private OrderConduct conduct() {
    return settings.in(d365.legalEntity());
  }

  /** A new sales order: who pays, by what reference it is found, where it goes. */
  private Plan created(Link link, Snapshot order, Plan plan, List<Problem> problems) {
    if (!hasLines.test(link.creatioId())) {
      problems.add(OrderProblems.noLines(link));
    }
    Map<String, Value> more = new LinkedHashMap<>();
    Value customer = Values.code(customer(link, order).orElse(""));
    more.put(SalesOrderRows.ORDERED_BY, customer);
    more.put(SalesOrderRows.INVOICED_TO, customer);
    String number = order.fields().get("Number").text();
    more.put(settings.customersReference().field(), Values.text(cut(number, 20)));
    more.put(SalesOrderRows.TAX_INCLUDED, new Value.Flag(conduct().pricesIncludeTax()));
    Fields writes = plan.writes().d365();
    if (writes.has(STREET) || writes.has(CITY)) {
      more.put(SalesOrderRows.OWN_ADDRESS, new Value.Flag(true));
    }
    contact(link, order).ifPresent(id -> more.put("ContactPersonId", Values.code(id)));
    settings
        .rules()
        .intercompany()
        .of(supplies.attributes(order.fields()), lookUps)
        .ifPresent(trade -> trade.roles().marks().forEach(more::put));
    return Planned.problems(Planned.sending(plan, Fields.of(more)), problems);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /** The number of the order's customer in the legal entity of the pair. */
  private Optional<String> customer(Link link, Snapshot order) {
    return partner(link, SyncObjectName.ACCOUNT_CUSTOMER, order, OrderRows.ACCOUNT);
  }

  private Optional<String> contact(Link link, Snapshot order) {
    return partner(link, SyncObjectName.CONTACT, order, "Contact")
        .filter(key -> !Provisional.is(key));
  }

  private Optional<String> partner(
      Link link, SyncObjectName object, Snapshot order, String column) {
    Value id = order.fields().get(column);
    return id.isAbsent()
        ? Optional.empty()
        : links.linksOf(RecordRef.creatio(object, id.text())).stream()
            .filter(other -> other.pair().legalEntity().equals(link.pair().legalEntity()))
            .filter(other -> !other.state().hasEnded())
            .map(Link::d365Key)
            .findFirst();
  }

  private static Plan tooLate(Question question, Plan plan, Snapshot salesOrder) {
    if (plan.writes().d365().isEmpty()) {
      return plan;
    }
    String state = salesOrder.fields().get(SalesOrderRows.PROCESSING).text();
    boolean settled = discarded(question);
    Plan rest = Planned.withheld(plan, "D365 no longer takes it: " + state, settled);
    Problem problem =
        OrderProblems.tooLate(
            "Sales order " + salesOrder.record().key(), Planned.words(plan), state);
    return settled ? rest : Planned.problems(rest, List.of(problem));
  }

  private Plan cancelled(Question question, Snapshot salesOrder) {
    Plan plan = Planned.withheld(merged(question, Fields.none()), "the order is cancelled", true);
    Base base = plan.basesAfterNoting().creatio();
    boolean letGo = base.values().has(LET_GO);
    if (Fate.isCancelled(salesOrder.fields()) || Fate.isClosed(salesOrder.fields()) || letGo) {
      return plan;
    }
    OrderConduct.OnCancel onCancel = settings.in(d365.legalEntity()).onCancel();
    if (onCancel == OrderConduct.OnCancel.LEAVE || discarded(question)) {
      Base marked = base.noting(Fields.of(LET_GO, Values.text("yes")));
      return new Plan(
          plan.writes(),
          plan.confirmed(),
          plan.basesAfterNoting().with(Side.CREATIO, marked),
          plan.decisions(),
          plan.problems(),
          plan.createHeldBack());
    }
    boolean stopped = onCancel == OrderConduct.OnCancel.STOP;
    return Planned.problems(plan, List.of(OrderProblems.cancelled(question.link(), stopped)));
  }

  private Plan nothing(Question question) {
    Plan plan = merged(question, Fields.none());
    return new Plan(
        plan.writes().with(Side.D365, Fields.none()),
        plan.confirmed(),
        plan.basesAfterNoting(),
        List.of(),
        List.of(),
        true);
  }

  static boolean discarded(Question question) {
    List<Instruction> said = question.said();
    return !said.isEmpty() && said.get(said.size() - 1) instanceof Instruction.Discard;
  }
}
