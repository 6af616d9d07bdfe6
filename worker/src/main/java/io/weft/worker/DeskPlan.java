package io.weft.worker;

import io.weft.activities.desk.ApprovalCheck;
import io.weft.activities.desk.Check;
import io.weft.activities.desk.Connection;
import io.weft.activities.desk.DeltaCheck;
import io.weft.activities.desk.DeskActivitiesImpl;
import io.weft.activities.desk.Doctor;
import io.weft.activities.desk.EnvironmentCheck;
import io.weft.activities.desk.FeedBoard;
import io.weft.activities.desk.LegalEntitiesCheck;
import io.weft.activities.desk.Lists;
import io.weft.activities.desk.Newcomers;
import io.weft.activities.desk.NumbersCheck;
import io.weft.activities.desk.ObjectBoard;
import io.weft.activities.desk.Orders;
import io.weft.activities.desk.PairPreview;
import io.weft.activities.desk.Previews;
import io.weft.activities.desk.SearchAttributesCheck;
import io.weft.activities.desk.SignInCheck;
import io.weft.activities.desk.Status;
import io.weft.activities.desk.StoreCheck;
import io.weft.activities.desk.WaitingBoard;
import io.weft.activities.pass.Attempts;
import io.weft.activities.pass.Rehearsal;
import io.weft.activities.poll.DeltaTable;
import io.weft.activities.settings.Environment;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the worker answers at the desk: status, lists, orders, previews, and the doctor's checks.
 */
final class DeskPlan {
  private static final int OPEN_LOADS = 50;

  private final WeftSettings settings;
  private final Systems systems;
  private final SqlStores stores;
  private final Plugs plugs;
  private final FrontDoor door;
  private final FeedParts feedParts;
  private final Clock clock;

  DeskPlan(Ground ground) {
    this.settings = ground.settings();
    this.systems = ground.systems();
    this.stores = ground.stores();
    this.plugs = ground.plugs();
    this.door = ground.door();
    this.feedParts = FeedParts.of(ground);
    this.clock = ground.clock();
  }

  DeskActivitiesImpl activities(FeedPlan plan, Supplier<Optional<Set<String>>> searchAttributes) {
    WaitingBoard waiting = new WaitingBoard(stores.waiters(), stores.links());
    Status status =
        new Status(
            new ObjectBoard(settings.objects(), stores.links(), stores.hints(), clock),
            new Status.Ground(
                stores.hints(),
                stores.parked(),
                waiting,
                door.handOver(),
                () -> stores.loads().list(null, null, true, OPEN_LOADS)),
            connections(),
            new FeedBoard(plan.feeds(), stores.feeds(), plan.problems(), clock),
            clock);
    return new DeskActivitiesImpl(
        doctor(searchAttributes),
        new Lists(stores.parked(), stores.audit(), waiting),
        status,
        new Orders(door.intake(), door.handOver(), stores.audit(), plan.reset(), clock),
        new Previews(stores.links(), preview(), new Newcomers(plugs, stores.waiters(), clock)));
  }

  private List<Connection> connections() {
    List<Connection> connections = new ArrayList<>();
    Systems.Governors governors = systems.governors();
    connections.add(new Connection("Creatio", systems.creatio()::ping, governors.creatio()));
    connections.add(new Connection("D365", systems.d365()::ping, governors.d365()));
    if (systems.dataverse().isPresent()) {
      connections.add(new Connection("Dataverse", null, governors.dataverse()));
    }
    return connections;
  }

  private PairPreview preview() {
    Rehearsal rehearsal = new Rehearsal(stores.passes());
    return new PairPreview(plugs, rehearsal, () -> Attempts.current(clock));
  }

  private Doctor doctor(Supplier<Optional<Set<String>>> searchAttributes) {
    List<SignInCheck> signIns =
        List.of(
            new SignInCheck(Side.CREATIO, systems.creatio()::ping),
            new SignInCheck(Side.D365, systems.d365()::ping));
    List<Check> checks = new ArrayList<>(new ObjectChecks(settings, systems, plugs, clock).all());
    checks.add(new LegalEntitiesCheck(systems.d365(), settings.legalEntities().ids()));
    checks.addAll(customers());
    checks.addAll(tracking());
    checks.add(new SearchAttributesCheck(searchAttributes));
    checks.add(new EnvironmentCheck(Environment.of(settings), stores.facts()));
    checks.add(new StoreCheck(stores.hints(), List::of));
    return new Doctor(signIns, checks);
  }

  /** What matters where we make customers. */
  private List<Check> customers() {
    List<Check> checks = new ArrayList<>();
    if (plugs.isActive(SyncObjectName.ACCOUNT_CUSTOMER)) {
      checks.add(new ApprovalCheck(systems.d365()));
      for (LegalEntity legalEntity : settings.legalEntities().ids()) {
        checks.add(
            new NumbersCheck(
                systems.d365(),
                stores.links(),
                legalEntity,
                settings.numbering().customer(legalEntity)));
      }
    }
    return checks;
  }

  /** Whether Dataverse tells of changes, for each object whose table the settings name. */
  private List<Check> tracking() {
    List<Check> checks = new ArrayList<>();
    systems
        .dataverse()
        .ifPresent(
            client -> {
              for (DeltaTable table : tables()) {
                checks.add(new DeltaCheck(client, table));
              }
            });
    return checks;
  }

  private List<DeltaTable> tables() {
    return plugs.active().stream()
        .map(plug -> new D365Feeds(ObjectFeeds.of(feedParts, plug)).tracked())
        .flatMap(Optional::stream)
        .toList();
  }
}
