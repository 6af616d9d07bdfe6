package io.weft.activities.contact;

import io.weft.activities.object.Need;
import io.weft.activities.object.Route;
import io.weft.activities.object.Standing;
import io.weft.activities.object.Upkeep;
import io.weft.activities.settings.ContactSettings.OnMove;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a contact is still with the customer that its contact person belongs to. D365 never
 * changes that: a contact that goes to another account gets a new contact person there.
 */
final class ContactHome {
  private static final Value YES = new Value.Flag(true);

  private final Customers customers;
  private final LinkStore links;
  private final OnMove onMove;

  ContactHome(Customers customers, LinkStore links, OnMove onMove) {
    this.customers = customers;
    this.links = links;
    this.onMove = onMove;
  }

  /**
   * Where the pair of a contact stands.
   *
   * @param person null where it is still to be made
   */
  Standing of(Link link, Snapshot contact, @Nullable Snapshot person) {
    String account = contact.fields().get(ContactRows.ACCOUNT).text();
    if (account.isEmpty()) {
      return out("the contact belongs to no account any more");
    }
    if (person == null) {
      return toBeMade(link, account);
    }
    return isThere(person, account, link.pair().legalEntity())
        ? new Standing.Live()
        : moved(link, person, account);
  }

  /** What a contact that is to be made in Creatio waits for: the account of its customer. */
  Standing toBeMadeInCreatio(Link link, Snapshot person) {
    LegalEntity here = link.pair().legalEntity();
    String party = person.fields().get(PersonRows.OF).text();
    Optional<Link> account = customers.byParty(party, here);
    if (account.isPresent()) {
      return account.get().state() == LinkState.RESERVED
          ? new Standing.Waits(new Need(account.get().record(Side.CREATIO), here))
          : new Standing.Live();
    }
    return customers
        .customer(party, here)
        .<Standing>map(customer -> new Standing.Waits(new Need(customer, here)))
        .orElseGet(() -> out("its customer is not there any more"));
  }

  private boolean isThere(Snapshot person, String account, LegalEntity here) {
    String party = person.fields().get(PersonRows.OF).text();
    Optional<Link> link = customers.link(account, here);
    return link.isPresent()
        && (party.equals(customers.party(link.get()))
            || party.equals(customers.partyNow(link.get()))); // D365 merges parties, too
  }

  private Standing toBeMade(Link link, String account) {
    LegalEntity here = link.pair().legalEntity();
    RecordRef record = Customers.account(account);
    Optional<Link> customer = customers.link(account, here);
    if (customer.isEmpty()) {
      return nowhere(record, here);
    }
    return switch (customer.get().state()) {
      case LIVE -> afterLeading(link);
      case RESERVED -> new Standing.Waits(new Need(record, here));
      case OUT_OF_SCOPE, MERGED, GONE -> out("its account is not kept in step any more");
    };
  }

  private Standing nowhere(RecordRef account, LegalEntity here) {
    boolean onItsWay =
        customers.route(account) instanceof Route.To to && to.legalEntities().contains(here);
    return onItsWay
        ? new Standing.Waits(new Need(account, here))
        : out("its account has no customer in " + here);
  }

  /** The first contact person makes the person that the others are made on. */
  private Standing afterLeading(Link link) {
    return links.linksOf(link.record(Side.CREATIO)).stream()
        .filter(other -> !other.pair().equals(link.pair()) && !link.leading())
        .filter(other -> other.leading() && other.state() == LinkState.RESERVED)
        .findFirst()
        .<Standing>map(other -> waits(other))
        .orElseGet(Standing.Live::new);
  }

  private static Standing waits(Link leading) {
    return new Standing.Waits(new Need(leading.record(Side.CREATIO), leading.pair().legalEntity()));
  }

  private Standing moved(Link link, Snapshot person, String account) {
    boolean inactive = person.fields().get(PersonRows.INACTIVE).equals(YES);
    if (onMove == OnMove.ASK && !inactive) {
      return new Standing.Unclear(ContactProblems.moved(link, account, link.pair().legalEntity()));
    }
    boolean retire = onMove == OnMove.DEACTIVATE_OLD && !inactive;
    String newKey = Reference.moved(link.creatioId(), account);
    return new Standing.Moved(retire ? farewell() : Upkeep.none(), newKey);
  }

  private static Upkeep farewell() {
    String why = "the contact went to another account, and gets a contact person of its own there";
    return active(false, why);
  }

  /** Makes a contact person active or inactive. */
  static Upkeep active(boolean active, String why) {
    Value inactive = new Value.Flag(!active);
    FieldDecision decision =
        new FieldDecision(
            PersonRows.INACTIVE,
            Verdict.TO_D365,
            Side.D365,
            new Value.Flag(active).text(),
            inactive.text(),
            null,
            why);
    return new Upkeep(Fields.of(PersonRows.INACTIVE, inactive), List.of(decision));
  }

  private static Standing out(String why) {
    return new Standing.Over(LinkState.OUT_OF_SCOPE, why, null);
  }
}
