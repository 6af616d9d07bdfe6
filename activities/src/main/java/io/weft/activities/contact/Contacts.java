package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.MergeHistory;
import io.weft.activities.d365.D365Client;
import io.weft.activities.lookup.CodeLists;
import io.weft.activities.lookup.RemoteLookUps;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.object.Mode;
import io.weft.activities.object.Records;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.poll.RowReader;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.LinkStore;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills the plug of contacts and contact persons for each legal entity, from the settings. */
public final class Contacts implements SyncObjects {
  private static final SyncObjectName NAME = SyncObjectName.CONTACT;

  private final WeftSettings settings;
  private final CreatioClient creatio;
  private final D365Client d365;
  private final LinkStore links;
  private final Customers customers;
  private final Clock clock;
  private final Map<LegalEntity, SyncObject> plugs = new LinkedHashMap<>();
  private final Map<LegalEntity, PersonRows> persons = new LinkedHashMap<>();
  private final ContactRows contacts;

  /**
   * @param accounts the plugs of accounts, which say where a contact's account belongs
   * @throws IllegalArgumentException if contacts are off everywhere, see {@link #isOn}
   */
  public Contacts(
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
    this.customers = new Customers(accounts, links, d365);
    this.clock = clock;
    this.contacts = new ContactRows(mapping(settings.mappings().of(NAME).everywhere()));
    settings.legalEntities().ids().forEach(le -> plugs.put(le, plug(le)));
  }

  /** Whether contacts are on anywhere. */
  public static boolean isOn(WeftSettings settings) {
    return settings.objects().active().contains(NAME);
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

  /** How a feed reads contacts: in the form that a pass reads them. */
  public RowReader contactRows() {
    return contacts;
  }

  /** How a feed reads contact persons of a legal entity: in the form that a pass reads them. */
  public RowReader personRows(LegalEntity legalEntity) {
    PersonRows rows = persons.get(legalEntity);
    if (rows == null) {
      throw new IllegalArgumentException("legal entity '" + legalEntity + "' is not configured");
    }
    return rows;
  }

  private SyncObject plug(LegalEntity legalEntity) {
    CreatioClient creatio = this.creatio.on(legalEntity); // its turn among the legal entities
    D365Client d365 = this.d365.on(legalEntity);
    Mapping mapping = mapping(settings.mappings().of(NAME).of(legalEntity));
    ContactRows contactRows = new ContactRows(mapping);
    PersonRows personRows = new PersonRows(mapping);
    persons.put(legalEntity, personRows);
    LookUps lookUps =
        new RemoteLookUps(creatio, new CodeLists(d365, legalEntity, clock), mapping, clock);
    PersonSearch search = new PersonSearch(d365, personRows, links);
    Both<Records> records =
        new Both<>(
            new ContactRecords(creatio, contactRows, settings.creatio().strict()),
            new ContactPersonRecords(d365, personRows, search, customers));
    ContactScope scope =
        new ContactScope(settings.contact().scope(), settings.contact().inactiveColumn(), lookUps);
    return new SyncObject(
            NAME,
            settings.objects().mode(NAME, legalEntity),
            records,
            planner(legalEntity, mapping, lookUps),
            new ContactArrival(
                scope,
                places(),
                customers,
                search,
                new ContactSearch(creatio, contactRows, scope, links),
                records,
                settings.account().leadingLegalEntity()),
            lifecycle(mapping, scope),
            new Both<>(settings.creatio().horizon(), settings.d365().horizon()),
            false)
        .showing(new StateOnRecord(creatio, ContactRows.SET, settings.creatio().customColumns()));
  }

  private Mapping mapping(Mapping shipped) {
    return InactiveColumn.in(shipped, settings.contact().inactiveColumn());
  }

  private ContactPlaces places() {
    return new ContactPlaces(
        customers,
        le -> settings.objects().mode(NAME, le) != Mode.OFF,
        settings.account().leadingLegalEntity());
  }

  private ContactPlanner planner(LegalEntity legalEntity, Mapping mapping, LookUps lookUps) {
    ContactPlanner.Conduct conduct =
        new ContactPlanner.Conduct(
            settings.objects().direction(NAME, legalEntity),
            settings.objects().policy(NAME, legalEntity).orElse(mapping.policy()));
    ContactTies ties = new ContactTies(customers, links, new AddressBook(d365));
    return new ContactPlanner(mapping, lookUps, ties, conduct);
  }

  private ContactLifecycle lifecycle(Mapping mapping, ContactScope scope) {
    String keyColumn =
        mapping.rule("contactId").map(rule -> rule.name(Side.CREATIO)).orElse("UsrD365ContactId");
    ContactHome home = new ContactHome(customers, links, settings.contact().onMove());
    return new ContactLifecycle(new MergeHistory(creatio), scope, home, keyColumn);
  }
}
