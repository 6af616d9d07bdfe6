package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.http.Page;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;

/** Looks for a contact person among the contacts of an account. Safe to repeat. */
final class ContactSearch {
  private final CreatioClient creatio;
  private final ContactRows rows;
  private final ContactScope scope;
  private final LinkStore links;

  ContactSearch(CreatioClient creatio, ContactRows rows, ContactScope scope, LinkStore links) {
    this.creatio = creatio;
    this.rows = rows;
    this.scope = scope;
    this.links = links;
  }

  /** The contacts of the account that are this person. */
  List<Snapshot> like(Snapshot person, String account, LegalEntity legalEntity) {
    List<Snapshot> all =
        of(account).stream().filter(contact -> scope.leaves(contact) == null).toList();
    List<Snapshot> known = all.stream().filter(contact -> isOneOf(person, contact)).toList();
    if (!known.isEmpty()) {
      return known;
    }
    Person wanted = Person.inD365(person.fields());
    List<Snapshot> free =
        all.stream().filter(contact -> !isNamesake(contact, wanted, legalEntity)).toList();
    return wanted.among(free, contact -> Person.inCreatio(contact.fields()));
  }

  /** All contacts of an account. */
  List<Snapshot> of(String account) {
    CreatioQuery query =
        CreatioQuery.of(rows.columns())
            .where(CreatioFilter.lookup(ContactRows.ACCOUNT, account))
            .by(CreatioQuery.Order.ID);
    List<Snapshot> found = new ArrayList<>();
    Page page = creatio.query(ContactRows.SET, query);
    page.rows().forEach(row -> found.add(rows.snapshot(row)));
    while (page.next() != null) {
      page = creatio.query(ContactRows.SET, query.after(page.next()));
      page.rows().forEach(row -> found.add(rows.snapshot(row)));
    }
    return found;
  }

  private boolean isOneOf(Snapshot person, Snapshot contact) {
    String party = person.fields().get(PersonRows.PERSON).text();
    return !party.isEmpty()
        && links.byParty(party).stream()
            .filter(link -> link.pair().object() == SyncObjectName.CONTACT)
            .anyMatch(link -> link.creatioId().equals(contact.record().key()));
  }

  private boolean isNamesake(Snapshot contact, Person wanted, LegalEntity legalEntity) {
    boolean taken =
        links.linksOf(contact.record()).stream()
            .anyMatch(l -> !l.state().hasEnded() && l.pair().legalEntity().equals(legalEntity));
    return taken && wanted.writesFromElsewhere(Person.inCreatio(contact.fields()));
  }
}
