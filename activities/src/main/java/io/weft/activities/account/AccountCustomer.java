package io.weft.activities.account;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.MergeHistory;
import io.weft.activities.d365.D365Client;
import io.weft.activities.load.Loadable;
import io.weft.activities.lookup.SharedLookUps;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.object.Records;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.poll.CreatioTable;
import io.weft.activities.poll.D365Table;
import io.weft.activities.poll.RowReader;
import io.weft.activities.poll.Table;
import io.weft.activities.settings.AccountSettings;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.FactStore;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.value.Type;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills the plug of accounts and customers for each legal entity, from the settings. */
public final class AccountCustomer implements SyncObjects {
  private static final SyncObjectName NAME = SyncObjectName.ACCOUNT_CUSTOMER;

  private final WeftSettings settings;
  private final CreatioClient creatio;
  private final D365Client d365;
  private final LinkStore links;
  private final FactStore facts;
  private final Map<LegalEntity, SyncObject> plugs = new LinkedHashMap<>();
  private final Map<LegalEntity, CustomerRows> customers = new LinkedHashMap<>();
  private final SharedLookUps lookUps;
  private final AccountRows accounts;

  /**
   * @param facts where accounts that became customers on demand are remembered
   */
  public AccountCustomer(
      WeftSettings settings,
      CreatioClient creatio,
      D365Client d365,
      LinkStore links,
      FactStore facts,
      Clock clock) {
    this.settings = settings;
    this.creatio = creatio;
    this.d365 = d365;
    this.links = links;
    this.facts = facts;
    this.lookUps = new SharedLookUps(creatio, d365, clock);
    this.accounts = new AccountRows(settings.mappings().of(NAME).everywhere(), life());
    settings.legalEntities().ids().forEach(le -> plugs.put(le, plug(le, null)));
  }

  @Override
  public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
    SyncObject plug = plugs.get(legalEntity);
    if (object != NAME || plug == null) {
      throw new IllegalArgumentException(
          "no " + object + " in legal entity '" + legalEntity + "': not configured in weft.yaml");
    }
    return plug;
  }

  @Override
  public SyncObject arriving(RecordRef record) {
    LegalEntity own = record.legalEntity();
    return of(record.object(), own == null ? settings.legalEntities().leading() : own);
  }

  /** How a feed reads accounts: in the form that a pass reads them. */
  public RowReader accountRows() {
    return accounts;
  }

  /** How a feed reads customers of a legal entity: in the form that a pass reads them. */
  public RowReader customerRows(LegalEntity legalEntity) {
    CustomerRows rows = customers.get(legalEntity);
    if (rows == null) {
      throw new IllegalArgumentException("legal entity '" + legalEntity + "' is not configured");
    }
    return rows;
  }

  /**
   * What a load of accounts and customers needs in a legal entity.
   *
   * @param policy who wins where a field does not say; null for the settings' own
   */
  public Loadable loadable(LegalEntity legalEntity, @Nullable ConflictPolicy policy) {
    CustomerRows customerRows = (CustomerRows) customerRows(legalEntity);
    Mapping mapping = settings.mappings().of(NAME).of(legalEntity);
    LookUps lookUps = lookUps(legalEntity, mapping);
    Both<Table> tables =
        new Both<>(
            new CreatioTable(
                creatio.on(legalEntity), AccountRows.SET, new AccountRows(mapping, life())),
            new D365Table(
                d365.on(legalEntity),
                CustomerRows.SET,
                CustomerRows.KEY,
                legalEntity,
                customerRows));
    return new Loadable(
        plug(legalEntity, policy),
        tables,
        new AccountLikeness(mapping, lookUps),
        own(mapping, "customerAccount", "legalEntity"));
  }

  private static List<String> own(Mapping mapping, String... rules) {
    return Stream.of(rules)
        .flatMap(id -> mapping.rule(id).stream())
        .map(rule -> rule.name(Side.CREATIO))
        .toList();
  }

  private LookUps lookUps(LegalEntity legalEntity, Mapping mapping) {
    return new LinkedContacts(lookUps.of(legalEntity, mapping), links, legalEntity);
  }

  private SyncObject plug(LegalEntity legalEntity, @Nullable ConflictPolicy policy) {
    CreatioClient creatio = this.creatio.on(legalEntity); // its turn among the legal entities
    D365Client d365 = this.d365.on(legalEntity);
    Mapping mapping = settings.mappings().of(NAME).of(legalEntity);
    AccountRows accountRows = new AccountRows(mapping, life());
    CustomerRows customerRows = new CustomerRows(mapping, Map.of());
    customers.put(legalEntity, customerRows);
    LookUps lookUps = lookUps(legalEntity, mapping);
    Both<Records> records =
        new Both<>(
            new AccountRecords(creatio, accountRows, settings.creatio().strict()),
            new CustomerRecords(d365, customerRows));
    AccountScope scope =
        new AccountScope(
            settings.account().scope(),
            settings.account().customerScope(),
            new OnDemand(facts, settings.account().createOnDemand()),
            lookUps);
    Places places =
        new Places(
            settings.account().rules().routing(),
            lookUps,
            links,
            le -> settings.objects().mode(NAME, le));
    Candidates candidates = new Candidates(creatio, d365, accountRows, customerRows, mapping);
    return new SyncObject(
            NAME,
            settings.objects().mode(NAME, legalEntity),
            records,
            planner(legalEntity, mapping, lookUps, places, policy),
            new AccountArrival(
                mapping,
                scope,
                settings.account().rules().routing(),
                candidates,
                lookUps,
                numbers()),
            lifecycle(mapping, scope, places),
            new Both<>(settings.creatio().horizon(), settings.d365().horizon()),
            settings.account().approval() != AccountSettings.Approval.OFF)
        .showing(new StateOnRecord(creatio, AccountRows.SET, settings.creatio().customColumns()))
        .asking(policy == ConflictPolicy.ASK);
  }

  private AccountPlanner planner(
      LegalEntity legalEntity,
      Mapping mapping,
      LookUps lookUps,
      Places places,
      @Nullable ConflictPolicy policy) {
    AccountPlanner.Conduct conduct =
        new AccountPlanner.Conduct(
            settings.objects().direction(NAME, legalEntity),
            policy == null ? policy(legalEntity, mapping) : policy);
    return new AccountPlanner(
        mapping, settings.account().rules().terms(), lookUps, links, conduct, places);
  }

  private ConflictPolicy policy(LegalEntity legalEntity, Mapping mapping) {
    return settings.objects().policy(NAME, legalEntity).orElse(mapping.policy());
  }

  private AccountLifecycle lifecycle(Mapping mapping, AccountScope scope, Places places) {
    String keyColumn =
        mapping
            .rule("customerAccount")
            .map((FieldRule rule) -> rule.name(Side.CREATIO))
            .orElse("UsrD365CustomerAccount");
    AccountSettings.Inactive inactive = settings.account().inactive();
    return new AccountLifecycle(
        new MergeHistory(creatio),
        scope,
        keyColumn,
        inactive.column(),
        inactive.hold().word().orElse(null),
        places);
  }

  /** The columns that the life of an account depends on, beside the mapped ones. */
  private Map<String, Type> life() {
    AccountSettings.Inactive inactive = settings.account().inactive();
    Map<String, Type> columns = new LinkedHashMap<>();
    if (inactive.hold() != AccountSettings.Hold.NONE) {
      columns.put(inactive.column(), Type.BOOLEAN);
    }
    return columns;
  }

  private AccountArrival.Numbers numbers() {
    return new AccountArrival.Numbers() {
      @Override
      public NumberRange range(LegalEntity legalEntity) {
        return settings.numbering().customer(legalEntity);
      }

      @Override
      public LegalEntity leading() {
        return settings.account().leadingLegalEntity();
      }
    };
  }
}
