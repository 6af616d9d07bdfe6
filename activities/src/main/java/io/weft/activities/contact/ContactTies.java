package io.weft.activities.contact;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new record is tied to: its customer or account, and the person that it is. */
final class ContactTies {
  private final Customers customers;
  private final LinkStore links;
  private final AddressBook addressBook;

  ContactTies(Customers customers, LinkStore links, AddressBook addressBook) {
    this.customers = customers;
    this.links = links;
    this.addressBook = addressBook;
  }

  /** The party of a contact's person: known from one of its links, else from the address book. */
  @Nullable String person(Link link, Snapshot contact) {
    String own = link.partyNumber();
    if (own != null) {
      return own;
    }
    Optional<String> elsewhere =
        links.linksOf(link.record(Side.CREATIO)).stream()
            .filter(other -> other.pair().object() == SyncObjectName.CONTACT)
            .map(Link::partyNumber)
            .filter(Objects::nonNull)
            .findFirst();
    return elsewhere.or(() -> addressBook.party(Person.inCreatio(contact.fields()))).orElse(null);
  }

  /** What ties a new contact person. */
  Fields ofPerson(Link link, Snapshot contact, @Nullable String person) {
    String account = contact.fields().get(ContactRows.ACCOUNT).text();
    String party = customers.partyOf(account, link.pair().legalEntity());
    Fields ties = Fields.of(PersonRows.OF, new Value.Code(party));
    return person == null ? ties : ties.with(PersonRows.PERSON, new Value.Code(person));
  }

  /** What ties a new contact. */
  Fields ofContact(Link link, Snapshot person) {
    String party = person.fields().get(PersonRows.OF).text();
    return customers
        .byParty(party, link.pair().legalEntity())
        .map(account -> new Value.Reference(account.creatioId()))
        .map(account -> Fields.of(ContactRows.ACCOUNT, account))
        .orElseGet(Fields::none);
  }
}
