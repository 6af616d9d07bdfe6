package io.weft.activities.contact;

import io.weft.activities.object.Arrival;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Records;
import io.weft.activities.object.Route;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How a new contact or contact person finds its place: wherever its account is, matched there by
 * e-mail or by first and last name. D365 gives new contact persons their numbers.
 */
final class ContactArrival implements Arrival {
  private final ContactScope scope;
  private final ContactPlaces places;
  private final Customers customers;
  private final PersonSearch persons;
  private final ContactSearch contacts;
  private final Both<Records> records;
  private final LegalEntity leading;

  ContactArrival(
      ContactScope scope,
      ContactPlaces places,
      Customers customers,
      PersonSearch persons,
      ContactSearch contacts,
      Both<Records> records,
      LegalEntity leading) {
    this.scope = scope;
    this.places = places;
    this.customers = customers;
    this.persons = persons;
    this.contacts = contacts;
    this.records = records;
    this.leading = leading;
  }

  @Override
  public Route route(Newcomer newcomer) {
    String out = scope.leavesOut(newcomer);
    if (out != null) {
      return new Route.LeftOut(out);
    }
    Snapshot snapshot = newcomer.snapshot();
    return snapshot.record().side() == Side.CREATIO
        ? places.ofContact(snapshot)
        : places.ofPerson(snapshot);
  }

  @Override
  public Meeting meet(Newcomer newcomer, LegalEntity legalEntity) {
    Snapshot snapshot = newcomer.snapshot();
    List<Snapshot> found =
        snapshot.record().side() == Side.CREATIO
            ? personsLike(snapshot, legalEntity)
            : contactsLike(snapshot, legalEntity);
    if (found.size() > 1) {
      return new Meeting.Doubtful(ContactProblems.doubtful(snapshot, found));
    }
    return found.isEmpty()
        ? new Meeting.Nobody()
        : new Meeting.Sure(found.get(0), "the same person of the same account");
  }

  private List<Snapshot> personsLike(Snapshot contact, LegalEntity legalEntity) {
    String party = customers.partyOf(contact.fields().get(ContactRows.ACCOUNT).text(), legalEntity);
    Person wanted = Person.inCreatio(contact.fields());
    return persons.like(party, legalEntity, wanted, contact.record().key());
  }

  private List<Snapshot> contactsLike(Snapshot person, LegalEntity legalEntity) {
    return contacts.like(person, account(person), legalEntity);
  }

  @Override
  public Optional<Snapshot> named(Newcomer newcomer, LegalEntity legalEntity, String key) {
    Side other = newcomer.snapshot().record().side().other();
    RecordRef record =
        other == Side.CREATIO
            ? RecordRef.creatio(SyncObjectName.CONTACT, key)
            : RecordRef.d365(SyncObjectName.CONTACT, legalEntity, key);
    return records.of(other).read(record);
  }

  /** Made from person and account: the same in all legal entities, and for twins. */
  @Override
  public String newCreatioId(Newcomer newcomer) {
    Snapshot snapshot = newcomer.snapshot();
    String person = snapshot.fields().get(PersonRows.PERSON).text();
    String seed =
        person.isEmpty() ? snapshot.record().path() : "party/" + person + "/" + account(snapshot);
    return UUID.nameUUIDFromBytes(("weft/contact/" + seed).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  @Override
  public NumberRange numbers(LegalEntity legalEntity) {
    throw new IllegalStateException("D365 gives contact persons their numbers itself");
  }

  @Override
  public List<String> newD365Keys(List<PairId> pairs, LinkStore links) {
    return pairs.stream().map(pair -> Reference.first(pair.key())).toList();
  }

  @Override
  public boolean leads(LegalEntity legalEntity, List<LegalEntity> all) {
    return all.contains(leading) ? legalEntity.equals(leading) : all.get(0).equals(legalEntity);
  }

  @Override
  public List<String> matchKeys(Newcomer newcomer) {
    Snapshot snapshot = newcomer.snapshot();
    boolean creatio = snapshot.record().side() == Side.CREATIO;
    Person person =
        creatio ? Person.inCreatio(snapshot.fields()) : Person.inD365(snapshot.fields());
    String account =
        creatio ? snapshot.fields().get(ContactRows.ACCOUNT).text() : account(snapshot);
    List<String> keys = new ArrayList<>();
    if (!person.last().isEmpty()) {
      keys.add(
          "contact:" + account + "|" + person.first() + "|" + person.last() + "|" + person.email());
    }
    return keys;
  }

  /** The account of a contact person's customer; "" if it is not linked. */
  private String account(Snapshot person) {
    LegalEntity own = Objects.requireNonNull(person.record().legalEntity());
    return customers
        .byParty(person.fields().get(PersonRows.OF).text(), own)
        .map(Link::creatioId)
        .orElse("");
  }
}
