package io.weft.activities.contact;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Row;
import io.weft.activities.object.InOne;
import io.weft.activities.object.Route;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The same for a load, which asks for the customers of a whole page of contacts at once, and again
 * for each contact. What is remembered is at most half a minute old, and no write rests on it: a
 * pass asks anew. Thread-safe.
 */
final class CustomersOfMany extends Customers {
  private static final Duration GOOD = Duration.ofSeconds(30);

  private final LegalEntity legalEntity;
  private final SyncObjects accounts;
  private final D365Client d365;
  private final Memo<String, List<Link>> byAccount;
  private final Memo<String, Optional<Link>> byParty;
  private final Memo<String, Optional<RecordRef>> customers;
  private final Memo<RecordRef, Route> routes;

  /**
   * @param legalEntity the only one whose contact persons are looked at
   */
  CustomersOfMany(
      LegalEntity legalEntity,
      SyncObjects accounts,
      LinkStore links,
      D365Client d365,
      Clock clock) {
    super(accounts, links, d365);
    this.legalEntity = legalEntity;
    this.accounts = accounts;
    this.d365 = d365;
    this.byAccount = new Memo<>(GOOD, clock);
    this.byParty = new Memo<>(GOOD, clock);
    this.customers = new Memo<>(GOOD, clock);
    this.routes = new Memo<>(GOOD, clock);
  }

  @Override
  List<Link> links(String account) {
    return byAccount.of(account, super::links);
  }

  @Override
  Optional<Link> byParty(String party, LegalEntity legalEntity) {
    return byParty.of(party, unknown -> super.byParty(unknown, legalEntity));
  }

  @Override
  Optional<RecordRef> customer(String party, LegalEntity legalEntity) {
    return customers.of(party, unknown -> super.customer(unknown, legalEntity));
  }

  @Override
  Route route(RecordRef record) {
    return routes.of(record, super::route);
  }

  /** Learns where the accounts of these contacts belong, as far as they are not linked. */
  void meetContacts(List<Row> contacts) {
    Set<String> unlinked = texts(contacts, ContactRows.ACCOUNT + "Id");
    unlinked.removeIf(account -> !links(account).isEmpty());
    learn(unlinked.stream().map(Customers::account).toList());
  }

  /** Learns whose contact persons these are, and where customers belong that are not linked. */
  void meetPersons(List<Row> persons) {
    Set<String> strangers = texts(persons, PersonRows.OF);
    strangers.removeIf(party -> customers.known(party).isPresent() || linked(party));
    Map<String, RecordRef> found = new LinkedHashMap<>();
    InOne.portions(List.copyOf(strangers), this::customers)
        .forEach(row -> found.putIfAbsent(form(text(row, PARTY)), ref(row)));
    strangers.forEach(party -> customers.keep(party, Optional.ofNullable(found.get(form(party)))));
    List<RecordRef> unlinked = new ArrayList<>();
    strangers.stream()
        .filter(party -> byParty(party, legalEntity).isEmpty())
        .forEach(party -> customer(party, legalEntity).ifPresent(unlinked::add));
    learn(unlinked);
  }

  /** Whether a link names the party itself, so that nobody has to be asked. */
  private boolean linked(String party) {
    if (byParty.known(party).filter(Optional::isPresent).isPresent()) {
      return true;
    }
    Optional<Link> link = linkOf(party, legalEntity);
    link.ifPresent(found -> byParty.keep(party, link));
    return link.isPresent();
  }

  private List<Row> customers(List<String> parties) {
    D365Filter[] any =
        parties.stream().map(p -> D365Filter.equal(PARTY, p)).toArray(D365Filter[]::new);
    D365Filter wanted =
        D365Filter.all(D365Filter.equal(COMPANY, legalEntity.id()), D365Filter.any(any));
    return d365.query(SET, D365Query.of(Columns.of(COMPANY, KEY, PARTY)).where(wanted).orderBy(KEY))
        .rows();
  }

  private RecordRef ref(Row row) {
    return RecordRef.d365(ACCOUNT, legalEntity, text(row, KEY));
  }

  /** Reads those of one side together, and routes each. */
  private void learn(List<RecordRef> records) {
    List<RecordRef> unknown =
        records.stream().distinct().filter(one -> routes.known(one).isEmpty()).toList();
    if (unknown.isEmpty()) {
      return;
    }
    SyncObject object = accounts.arriving(unknown.get(0));
    List<Optional<Snapshot>> now = object.records().of(unknown.get(0).side()).readAll(unknown);
    for (int i = 0; i < unknown.size(); i++) {
      routes.keep(unknown.get(i), route(object, now.get(i)));
    }
  }

  private static Set<String> texts(List<Row> rows, String column) {
    Set<String> texts = new LinkedHashSet<>();
    rows.forEach(row -> texts.add(text(row, column)));
    texts.removeIf(text -> text.isEmpty() || text.indexOf('*') >= 0);
    return texts;
  }

  private static String text(Row row, String column) {
    return Objects.requireNonNullElse(row.text(column), "");
  }

  private static String form(String party) {
    return party.toLowerCase(Locale.ROOT);
  }
}
