package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.d365.D365Client;
import io.weft.activities.load.Loadable;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.object.Mode;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.poll.CreatioTable;
import io.weft.activities.poll.D365Table;
import io.weft.activities.poll.RowReader;
import io.weft.activities.poll.Table;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.LinkStore;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the plug of contacts and contact persons for each legal entity, from the settings. */
public final class Contacts implements SyncObjects {
  private static final SyncObjectName NAME = SyncObjectName.CONTACT;

  private final WeftSettings settings;
  private final CreatioClient creatio;
  private final D365Client d365;
  private final LinkStore links;
  private final SyncObjects accounts;
  private final Clock clock;
  private final ContactPlugs maker;
  private final Map<LegalEntity, SyncObject> plugs = new LinkedHashMap<>();
  private final Map<LegalEntity, PersonRows> persons = new LinkedHashMap<>();
  private final ContactRows contacts;

  /**
   * @param accounts the plugs of accounts, which say where a contact's account belongs
   * @throws IllegalArgumentException if contacts are not enabled, see {@link #isEnabled}
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
    this.accounts = accounts;
    this.clock = clock;
    Customers customers = new Customers(accounts, links, d365);
    this.maker = new ContactPlugs(settings, creatio, d365, links, customers, clock);
    this.contacts = new ContactRows(maker.mapping(settings.mappings().of(NAME).everywhere()));
    ContactPlugs.Conduct conduct =
        new ContactPlugs.Conduct(
            customers, this::isOn, settings.account().leadingLegalEntity(), null);
    for (LegalEntity le : settings.legalEntities().ids()) {
      plugs.put(le, maker.plug(le, conduct));
      persons.put(le, new PersonRows(maker.mapping(le)));
    }
  }

  /** Whether contacts may be planned, be they off everywhere for now. */
  public static boolean isEnabled(WeftSettings settings) {
    return settings.objects().of(NAME).enabled();
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

  /**
   * What a load of contacts and contact persons needs in a legal entity, even where they are off: a
   * plan writes nothing.
   *
   * @param policy who wins where a field does not say; null for the settings' own
   */
  public Loadable loadable(LegalEntity legalEntity, @Nullable ConflictPolicy policy) {
    D365Client d365 = this.d365.on(legalEntity);
    CustomersOfMany many = new CustomersOfMany(legalEntity, accounts, links, d365, clock);
    ContactPlugs.Conduct conduct =
        new ContactPlugs.Conduct(
            many, le -> le.equals(legalEntity) || isOn(le), legalEntity, policy);
    Mapping mapping = maker.mapping(legalEntity);
    return new Loadable(
        maker.plug(legalEntity, conduct),
        tables(legalEntity, many),
        new PersonLikeness(new PersonTraitsReader(mapping, many, links, place(legalEntity))),
        List.of(ContactPlugs.keyColumn(mapping)));
  }

  private Both<Table> tables(LegalEntity legalEntity, CustomersOfMany many) {
    RowReader contactRows = new ContactRows(maker.mapping(legalEntity));
    Table contactTable = new CreatioTable(creatio.on(legalEntity), ContactRows.SET, contactRows);
    Table personTable =
        new D365Table(
            d365.on(legalEntity),
            PersonRows.SET,
            PersonRows.KEY,
            legalEntity,
            personRows(legalEntity));
    return new Both<>(
        new ContactTable(contactTable, many::meetContacts),
        new ContactTable(personTable, many::meetPersons));
  }

  private PersonTraitsReader.Place place(LegalEntity legalEntity) {
    return new PersonTraitsReader.Place(
        legalEntity,
        legalEntity.equals(settings.account().leadingLegalEntity()),
        settings.legalEntities().ids().size() == 1);
  }

  private boolean isOn(LegalEntity legalEntity) {
    return settings.objects().mode(NAME, legalEntity) != Mode.OFF;
  }
}
