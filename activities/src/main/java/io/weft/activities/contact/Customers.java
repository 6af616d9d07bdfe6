package io.weft.activities.contact;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.http.Row;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Optional;

/** The customers that contacts belong to: the links of accounts, read only. */
class Customers {
  static final SyncObjectName ACCOUNT = SyncObjectName.ACCOUNT_CUSTOMER;
  static final String SET = "CustomersV3";
  static final String KEY = "CustomerAccount";
  static final String COMPANY = "dataAreaId";
  static final String PARTY = "PartyNumber";

  private final SyncObjects accounts;
  private final LinkStore links;
  private final D365Client d365;

  Customers(SyncObjects accounts, LinkStore links, D365Client d365) {
    this.accounts = accounts;
    this.links = links;
    this.d365 = d365;
  }

  static RecordRef account(String id) {
    return RecordRef.creatio(ACCOUNT, id);
  }

  /** All links of an account, the leading one first. */
  List<Link> links(String account) {
    return links.linksOf(account(account)).stream()
        .filter(link -> link.pair().object() == ACCOUNT)
        .toList();
  }

  /** The account's link in a legal entity, whatever became of it. */
  Optional<Link> link(String account, LegalEntity legalEntity) {
    return links(account).stream()
        .filter(link -> link.pair().legalEntity().equals(legalEntity))
        .findFirst();
  }

  /** The party of an account's customer; "" while there is none. */
  String partyOf(String account, LegalEntity legalEntity) {
    return account.isEmpty() ? "" : link(account, legalEntity).map(this::party).orElse("");
  }

  /** The party of a linked customer as we know it, else as D365 does; "" if there is none. */
  String party(Link account) {
    String known = account.partyNumber();
    return known == null ? partyNow(account) : known;
  }

  /** The same, asked anew: parties are merged, too. */
  String partyNow(Link account) {
    PairId pair = account.pair();
    EntityKey key = EntityKey.of(SET, pair.legalEntity().id(), KEY, account.d365Key());
    return d365.read(key, Columns.of(COMPANY, KEY, PARTY)).map(row -> row.text(PARTY)).orElse("");
  }

  /** The link of the account whose customer has this party. */
  Optional<Link> byParty(String party, LegalEntity legalEntity) {
    return linkOf(party, legalEntity).or(() -> customer(party, legalEntity).flatMap(this::linked));
  }

  /** The same as far as the link itself knows the party. */
  Optional<Link> linkOf(String party, LegalEntity legalEntity) {
    return links.byParty(party).stream()
        .filter(link -> link.pair().object() == ACCOUNT && !link.state().hasEnded())
        .filter(link -> link.pair().legalEntity().equals(legalEntity))
        .findFirst();
  }

  private Optional<Link> linked(RecordRef customer) {
    return links.linksOf(customer).stream().filter(link -> !link.state().hasEnded()).findFirst();
  }

  /** The customer that has this party in a legal entity. */
  Optional<RecordRef> customer(String party, LegalEntity legalEntity) {
    D365Filter wanted =
        D365Filter.all(D365Filter.equal(COMPANY, legalEntity.id()), D365Filter.equal(PARTY, party));
    D365Query query = D365Query.of(Columns.of(COMPANY, KEY)).where(wanted).orderBy(KEY).top(1);
    return d365.query(SET, query).rows().stream()
        .findFirst()
        .map((Row row) -> row.text(KEY))
        .map(key -> RecordRef.d365(ACCOUNT, legalEntity, key));
  }

  /**
   * Where an account or customer that is not linked yet would go by itself: what a contact needs
   * makes nobody a customer.
   */
  Route route(RecordRef record) {
    SyncObject object = accounts.arriving(record);
    return route(object, object.records().of(record.side()).read(record));
  }

  static Route route(SyncObject object, Optional<Snapshot> now) {
    return now.isEmpty()
        ? new Route.LeftOut("it is not there, or not visible to the integration user")
        : object.arrival().route(new Newcomer(now.get()));
  }
}
