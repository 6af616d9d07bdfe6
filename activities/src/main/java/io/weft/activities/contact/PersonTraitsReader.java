package io.weft.activities.contact;

import io.weft.activities.mapping.Mapping;
import io.weft.activities.match.PersonName;
import io.weft.activities.match.Phone;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads contacts of Creatio, and contact persons of one legal entity, as they are compared. */
final class PersonTraitsReader implements Function<Snapshot, PersonTraits> {
  private final Mapping mapping;
  private final Customers customers;
  private final LinkStore links;
  private final Place place;

  /**
   * Where people are compared.
   *
   * @param leads whether the number noted at contacts is that of this legal entity
   * @param alone whether there is no other legal entity in which a contact could be known
   */
  record Place(LegalEntity legalEntity, boolean leads, boolean alone) {}

  PersonTraitsReader(Mapping mapping, Customers customers, LinkStore links, Place place) {
    this.mapping = mapping;
    this.customers = customers;
    this.links = links;
    this.place = place;
  }

  @Override
  public PersonTraits apply(Snapshot snapshot) {
    return snapshot.record().side() == Side.CREATIO ? contact(snapshot) : person(snapshot);
  }

  private PersonTraits contact(Snapshot contact) {
    Fields fields = contact.fields();
    String whole = fields.get(FullName.NAME).text();
    String parts = FullName.of(fields);
    return new PersonTraits(
        Side.CREATIO,
        fields.get(ContactRows.ACCOUNT).text(),
        place.leads() ? mapped("contactId", contact) : "",
        place.alone() ? List.of() : people(contact),
        PersonName.of(
            fields.get(FullName.GIVEN).text(), fields.get(FullName.SURNAME).text(), whole),
        whole.isEmpty() ? parts : whole,
        plain(fields.get(ContactRows.EMAIL).text()),
        Phone.of(mapped("phone", contact), ""));
  }

  private PersonTraits person(Snapshot person) {
    Fields fields = person.fields();
    String first = fields.get(PersonRows.FIRST).text();
    String last = fields.get(PersonRows.LAST).text();
    String party = fields.get(PersonRows.PERSON).text();
    return new PersonTraits(
        Side.D365,
        account(fields.get(PersonRows.OF).text()),
        person.record().key(),
        party.isEmpty() ? List.of() : List.of(party),
        PersonName.of(first, last, ""),
        (first + " " + last).strip(),
        plain(fields.get(PersonRows.EMAIL).text()),
        Phone.of(mapped("phone", person), ""));
  }

  private String account(String party) {
    Optional<Link> link =
        party.isEmpty() ? Optional.empty() : customers.byParty(party, place.legalEntity());
    return link.map(Link::creatioId).orElse("");
  }

  /** Whom a contact is linked with in other legal entities. */
  private List<String> people(Snapshot contact) {
    return links.linksOf(contact.record()).stream()
        .filter(link -> link.pair().object() == SyncObjectName.CONTACT)
        .filter(link -> !link.state().hasEnded())
        .flatMap(link -> Stream.ofNullable(link.partyNumber()))
        .distinct()
        .toList();
  }

  private String mapped(String rule, Snapshot snapshot) {
    return mapping
        .rule(rule)
        .map(found -> snapshot.fields().get(found.name(snapshot.record().side())).text())
        .map(Objects::requireNonNull)
        .orElse("");
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
