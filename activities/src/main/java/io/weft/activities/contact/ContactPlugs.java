package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.MergeHistory;
import io.weft.activities.d365.D365Client;
import io.weft.activities.lookup.SharedLookUps;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.object.Records;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.object.SyncObject;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.LinkStore;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the plugs of contacts and contact persons, from the settings. */
final class ContactPlugs {
  private static final SyncObjectName NAME = SyncObjectName.CONTACT;

  private final WeftSettings settings;
  private final CreatioClient creatio;
  private final D365Client d365;
  private final LinkStore links;
  private final Customers customers;
  private final SharedLookUps lookUps;

  ContactPlugs(
      WeftSettings settings,
      CreatioClient creatio,
      D365Client d365,
      LinkStore links,
      Customers customers,
      Clock clock) {
    this.settings = settings;
    this.creatio = creatio;
    this.d365 = d365;
    this.links = links;
    this.customers = customers;
    this.lookUps = new SharedLookUps(creatio, d365, clock);
  }

  /**
   * How newcomers are received and conflicts settled.
   *
   * @param arriving who knows the customers of newcomers
   * @param isOn whether contacts are taken in a legal entity
   * @param first where a newcomer waits whose account goes to several legal entities
   * @param policy who wins where a field does not say; null for the settings' own
   */
  record Conduct(
      Customers arriving,
      Predicate<LegalEntity> isOn,
      LegalEntity first,
      @Nullable ConflictPolicy policy) {}

  /** The plug in a legal entity. */
  SyncObject plug(LegalEntity legalEntity, Conduct conduct) {
    CreatioClient creatio = this.creatio.on(legalEntity); // its turn among the legal entities
    D365Client d365 = this.d365.on(legalEntity);
    Mapping mapping = mapping(legalEntity);
    ContactRows contactRows = new ContactRows(mapping);
    PersonRows personRows = new PersonRows(mapping);
    LookUps lookUps = this.lookUps.of(legalEntity, mapping);
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
            planner(legalEntity, mapping, lookUps, conduct.policy()),
            new ContactArrival(
                scope,
                new ContactPlaces(conduct.arriving(), conduct.isOn(), conduct.first()),
                conduct.arriving(),
                search,
                new ContactSearch(creatio, contactRows, scope, links),
                records,
                settings.account().leadingLegalEntity()),
            lifecycle(mapping, scope),
            new Both<>(settings.creatio().horizon(), settings.d365().horizon()),
            false)
        .showing(new StateOnRecord(creatio, ContactRows.SET, settings.creatio().customColumns()))
        .asking(conduct.policy() == ConflictPolicy.ASK);
  }

  /** The mapping in force in a legal entity. */
  Mapping mapping(LegalEntity legalEntity) {
    return mapping(settings.mappings().of(NAME).of(legalEntity));
  }

  /** A mapping with the names that the settings give. */
  Mapping mapping(Mapping shipped) {
    return InactiveColumn.in(shipped, settings.contact().inactiveColumn());
  }

  private ContactPlanner planner(
      LegalEntity legalEntity, Mapping mapping, LookUps lookUps, @Nullable ConflictPolicy policy) {
    ContactPlanner.Conduct conduct =
        new ContactPlanner.Conduct(
            settings.objects().direction(NAME, legalEntity),
            policy == null ? policy(legalEntity, mapping) : policy);
    ContactTies ties = new ContactTies(customers, links, new AddressBook(d365));
    return new ContactPlanner(mapping, lookUps, ties, conduct);
  }

  private ConflictPolicy policy(LegalEntity legalEntity, Mapping mapping) {
    return settings.objects().policy(NAME, legalEntity).orElse(mapping.policy());
  }

  private ContactLifecycle lifecycle(Mapping mapping, ContactScope scope) {
    ContactHome home = new ContactHome(customers, links, settings.contact().onMove());
    return new ContactLifecycle(new MergeHistory(creatio), scope, home, keyColumn(mapping));
  }

  /** The column of Creatio that carries the number of the contact person. */
  static String keyColumn(Mapping mapping) {
    return mapping
        .rule("contactId")
        .map(rule -> rule.name(Side.CREATIO))
        .orElse("UsrD365ContactId");
  }
}
