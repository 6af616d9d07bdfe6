package io.weft.worker;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.desk.ApprovalCheck;
import io.weft.activities.desk.Check;
import io.weft.activities.desk.CodesCheck;
import io.weft.activities.desk.Connection;
import io.weft.activities.desk.DeltaCheck;
import io.weft.activities.desk.DeskActivitiesImpl;
import io.weft.activities.desk.Doctor;
import io.weft.activities.desk.EnvironmentCheck;
import io.weft.activities.desk.FeedBoard;
import io.weft.activities.desk.LegalEntitiesCheck;
import io.weft.activities.desk.LengthsCheck;
import io.weft.activities.desk.Lists;
import io.weft.activities.desk.NamesCheck;
import io.weft.activities.desk.NumbersCheck;
import io.weft.activities.desk.ObjectBoard;
import io.weft.activities.desk.Orders;
import io.weft.activities.desk.Previews;
import io.weft.activities.desk.ReadCheck;
import io.weft.activities.desk.SearchAttributesCheck;
import io.weft.activities.desk.SignInCheck;
import io.weft.activities.desk.Status;
import io.weft.activities.desk.StoreCheck;
import io.weft.activities.desk.UsedCode;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.merge.Plan;
import io.weft.activities.pass.Attempts;
import io.weft.activities.pass.Rehearsal;
import io.weft.activities.poll.DeltaTable;
import io.weft.activities.settings.Environment;
import io.weft.activities.settings.LegalEntities;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the worker answers at the desk: status, lists, orders, previews, and the doctor's checks.
 */
final class DeskPlan {
  private static final SyncObjectName ACCOUNTS = SyncObjectName.ACCOUNT_CUSTOMER;

  private final WeftSettings settings;
  private final Systems systems;
  private final SqlStores stores;
  private final AccountCustomer accounts;
  private final FrontDoor door;
  private final Clock clock;

  DeskPlan(Ground ground) {
    this.settings = ground.settings();
    this.systems = ground.systems();
    this.stores = ground.stores();
    this.accounts = ground.accounts();
    this.door = ground.door();
    this.clock = ground.clock();
  }

  DeskActivitiesImpl activities(FeedPlan plan, Supplier<Set<String>> searchAttributes) {
    List<Connection> connections =
        List.of(
            new Connection("Creatio", systems.creatio()::ping, systems.governors().creatio()),
            new Connection("D365", systems.d365()::ping, systems.governors().d365()));
    Status status =
        new Status(
            new ObjectBoard(settings.objects(), stores.links(), stores.hints(), clock),
            new Status.Ground(stores.hints(), stores.parked(), door.handOver()),
            connections,
            new FeedBoard(plan.feeds(), stores.feeds(), plan.problems(), clock),
            clock);
    return new DeskActivitiesImpl(
        doctor(searchAttributes),
        new Lists(stores.parked(), stores.audit()),
        status,
        new Orders(door.intake(), door.handOver(), stores.audit(), plan.reset(), clock),
        new Previews(stores.links(), this::preview));
  }

  private Answer.PreviewReport preview(PairId pair) {
    Plan plan =
        new Rehearsal(stores.passes()).plan(accounts.of(pair), pair, Attempts.current(clock));
    int writes = plan.writes().creatio().names().size() + plan.writes().d365().names().size();
    String summary =
        writes == 0 ? "Nothing would be written." : writes + " fields would be written.";
    return new Answer.PreviewReport(pair.path(), summary, plan.decisions(), plan.problems());
  }

  private Doctor doctor(Supplier<Set<String>> searchAttributes) {
    List<SignInCheck> signIns =
        List.of(
            new SignInCheck(Side.CREATIO, systems.creatio()::ping),
            new SignInCheck(Side.D365, systems.d365()::ping));
    List<Check> checks = new ArrayList<>(remote());
    for (LegalEntity legalEntity : settings.legalEntities().ids()) {
      checks.add(
          new NumbersCheck(
              systems.d365(),
              stores.links(),
              legalEntity,
              settings.numbering().customer(legalEntity)));
    }
    systems
        .dataverse()
        .ifPresent(client -> checks.add(new DeltaCheck(client, DeltaTable.customers())));
    checks.add(new SearchAttributesCheck(searchAttributes));
    checks.add(new EnvironmentCheck(Environment.of(settings), stores.facts()));
    checks.add(new StoreCheck(stores.hints(), List::of));
    return new Doctor(signIns, checks);
  }

  private List<Check> remote() {
    List<Mapping> mappings = List.of(settings.mappings().of(ACCOUNTS).everywhere());
    return List.of(
        ReadCheck.creatio(systems.creatio(), List.of("Account", "AccountCommunication")),
        ReadCheck.d365(systems.d365(), List.of("CustomersV3")),
        new NamesCheck(Side.CREATIO, systems.creatio()::metadata, mappings, Set.of("Email")),
        new NamesCheck(Side.D365, systems.d365()::metadata, mappings, Set.of()),
        new LengthsCheck(
            new Both<>(systems.creatio()::metadata, systems.d365()::metadata), mappings),
        new LegalEntitiesCheck(systems.d365(), settings.legalEntities().ids()),
        new CodesCheck(systems.d365(), codes()),
        new ApprovalCheck(systems.d365()));
  }

  private List<UsedCode> codes() {
    List<UsedCode> codes = new ArrayList<>();
    for (LegalEntities.One one : settings.legalEntities().all().values()) {
      codes.addAll(UsedCode.of(settings.mappings().of(ACCOUNTS).of(one.id()), one.id()));
      codes.addAll(UsedCode.currency(one));
    }
    return codes;
  }
}
