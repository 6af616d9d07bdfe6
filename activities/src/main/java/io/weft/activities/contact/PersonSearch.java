package io.weft.activities.contact;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;

/** Looks for a person among the contact persons of a customer. Safe to repeat. */
final class PersonSearch {
  private static final int MOST = 100;

  private final D365Client d365;
  private final PersonRows rows;
  private final LinkStore links;

  PersonSearch(D365Client d365, PersonRows rows, LinkStore links) {
    this.d365 = d365;
    this.rows = rows;
    this.links = links;
  }

  /**
   * The contact persons of a customer that are this person; none if the customer has no party yet.
   *
   * @param contact the Creatio contact, whose person may be known from another legal entity
   */
  List<Snapshot> like(String party, LegalEntity legalEntity, Person wanted, String contact) {
    List<D365Filter> any = new ArrayList<>();
    links.linksOf(RecordRef.creatio(SyncObjectName.CONTACT, contact)).stream()
        .map(Link::partyNumber)
        .forEach(number -> add(any, PersonRows.PERSON, number == null ? "" : number));
    add(any, PersonRows.EMAIL, wanted.email());
    add(any, PersonRows.LAST, wanted.last());
    if (party.isEmpty() || any.isEmpty()) {
      return List.of();
    }
    D365Filter of =
        D365Filter.all(
            D365Filter.equal(PersonRows.COMPANY, legalEntity.id()),
            D365Filter.equal(PersonRows.OF, party),
            D365Filter.any(any.toArray(D365Filter[]::new)));
    D365Query query = D365Query.of(rows.columns()).where(of).top(MOST);
    List<Snapshot> found =
        d365.query(PersonRows.SET, query).rows().stream().map(rows::snapshot).toList();
    return among(found, wanted, contact);
  }

  private List<Snapshot> among(List<Snapshot> found, Person wanted, String contact) {
    List<Snapshot> known = found.stream().filter(p -> isOneOf(contact, p)).toList();
    if (!known.isEmpty()) {
      return known;
    }
    List<Snapshot> free = found.stream().filter(p -> !isNamesake(p, wanted, contact)).toList();
    return wanted.among(free, person -> Person.inD365(person.fields()));
  }

  /** Whether this is the very person that the contact is in another legal entity. */
  private boolean isOneOf(String contact, Snapshot person) {
    String party = person.fields().get(PersonRows.PERSON).text();
    return !party.isEmpty()
        && links.linksOf(RecordRef.creatio(SyncObjectName.CONTACT, contact)).stream()
            .anyMatch(link -> party.equals(link.partyNumber()));
  }

  /** Somebody else's contact person who writes from another address is a namesake only. */
  private boolean isNamesake(Snapshot person, Person wanted, String contact) {
    boolean taken =
        links.linksOf(person.record()).stream()
            .anyMatch(l -> !l.state().hasEnded() && !l.creatioId().equals(contact));
    return taken && wanted.writesFromElsewhere(Person.inD365(person.fields()));
  }

  private static void add(List<D365Filter> any, String field, String value) {
    if (!value.isEmpty() && value.indexOf('*') < 0) {
      any.add(D365Filter.equal(field, value));
    }
  }
}
