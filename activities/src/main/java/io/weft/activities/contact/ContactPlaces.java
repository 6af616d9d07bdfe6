package io.weft.activities.contact;

import io.weft.activities.object.Need;
import io.weft.activities.object.Route;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where contacts belong: wherever their account is linked. One whose account is on its way waits
 * for it; one whose account is no customer is left out until it becomes one.
 */
final class ContactPlaces {
  private final Customers customers;
  private final Predicate<LegalEntity> isOn;
  private final LegalEntity first;

  /**
   * @param isOn whether contacts are switched on in a legal entity
   * @param first where a contact waits for an account of several legal entities, or of none yet
   */
  ContactPlaces(Customers customers, Predicate<LegalEntity> isOn, LegalEntity first) {
    this.customers = customers;
    this.isOn = isOn;
    this.first = first;
  }

  /** The legal entities of a contact of Creatio. */
  Route ofContact(Snapshot contact) {
    String account = contact.fields().get(ContactRows.ACCOUNT).text();
    if (account.isEmpty()) {
      return new Route.LeftOut("a contact without an account");
    }
    List<Link> links = customers.links(account);
    if (links.isEmpty()) {
      return unlinked(Customers.account(account));
    }
    List<LegalEntity> there =
        links.stream().filter(ContactPlaces::goesOn).map(l -> l.pair().legalEntity()).toList();
    if (there.isEmpty()) {
      return new Route.LeftOut("its account is not kept in step any more");
    }
    return to(there);
  }

  /** The legal entity of a contact person of D365 is its own, if it is a customer's. */
  Route ofPerson(Snapshot person) {
    LegalEntity own = Objects.requireNonNull(person.record().legalEntity());
    String party = person.fields().get(PersonRows.OF).text();
    if (party.isEmpty()) {
      return new Route.LeftOut("a contact person of nobody");
    }
    Optional<Link> account = customers.byParty(party, own);
    if (account.isPresent()) {
      return goesOn(account.get())
          ? to(List.of(own))
          : new Route.LeftOut("its account is not kept in step any more");
    }
    return customers
        .customer(party, own)
        .map(this::unlinked)
        .orElseGet(() -> new Route.LeftOut("no customer's contact person, a vendor's perhaps"));
  }

  /** Where the account or customer would go, which comes first. */
  private Route unlinked(RecordRef record) {
    Route route = customers.route(record);
    if (route instanceof Route.LeftOut out) {
      return new Route.LeftOut("its account is no customer: " + out.why());
    }
    if (!(route instanceof Route.To to)) {
      return route instanceof Route.Waits ? route : new Route.Waits(new Need(record, first));
    }
    List<LegalEntity> on = to.legalEntities().stream().filter(isOn).toList();
    if (on.isEmpty()) {
      return off(to.legalEntities());
    }
    return new Route.Waits(new Need(record, on.contains(first) ? first : on.get(0)));
  }

  private Route to(List<LegalEntity> legalEntities) {
    List<LegalEntity> on = legalEntities.stream().filter(isOn).toList();
    return on.isEmpty() ? off(legalEntities) : new Route.To(on);
  }

  private static Route off(List<LegalEntity> legalEntities) {
    return new Route.LeftOut("contacts are switched off in " + legalEntities);
  }

  private static boolean goesOn(Link link) {
    return !link.state().hasEnded() && link.state() != LinkState.OUT_OF_SCOPE;
  }
}
