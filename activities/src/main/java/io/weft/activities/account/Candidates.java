package io.weft.activities.account;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.match.Profile;
import io.weft.activities.object.Records;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks on the other side for records that might be the same company, by what tells companies
 * apart: our number, tax number, e-mail, and how the name begins. At most a few dozen of a kind
 * come back; where more begin alike, the search is for those that begin like more of the name.
 */
final class Candidates {
  private static final int MOST = 50;

  private final CreatioClient creatio;
  private final D365Client d365;
  private final AccountRows accounts;
  private final CustomerRows customers;
  private final Mapping mapping;
  private final Both<Records> records;

  Candidates(
      CreatioClient creatio,
      D365Client d365,
      AccountRows accounts,
      CustomerRows customers,
      Mapping mapping) {
    this.creatio = creatio;
    this.d365 = d365;
    this.accounts = accounts;
    this.customers = customers;
    this.mapping = mapping;
    this.records =
        new Both<>(
            new AccountRecords(creatio, accounts, false), new CustomerRecords(d365, customers));
  }

  List<Snapshot> of(Snapshot newcomer, Profile profile, LegalEntity legalEntity) {
    return newcomer.record().side() == Side.CREATIO
        ? customersLike(profile, legalEntity)
        : accountsLike(profile);
  }

  /** The record of that side under a key that an operator gave. */
  Optional<Snapshot> named(Side side, LegalEntity legalEntity, String key) {
    RecordRef record =
        side == Side.CREATIO
            ? RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, key)
            : RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, legalEntity, key);
    return records.of(side).read(record);
  }

  private List<Snapshot> customersLike(Profile profile, LegalEntity legalEntity) {
    List<D365Filter> any = new ArrayList<>();
    add(any, CustomerRows.KEY, profile.customerAccount());
    add(any, field("taxNumber", Side.D365), profile.taxNumber());
    add(any, field("email", Side.D365), profile.email());
    Map<RecordRef, Snapshot> found = new LinkedHashMap<>();
    if (!any.isEmpty()) {
      keep(found, customers(legalEntity, D365Filter.any(any.toArray(D365Filter[]::new))));
    }
    String name = field("name", Side.D365);
    keep(
        found,
        Beginnings.of(profile.name())
            .narrowest(MOST, start -> customers(legalEntity, D365Filter.like(name, start + "*"))));
    return List.copyOf(found.values());
  }

  private List<Snapshot> customers(LegalEntity legalEntity, D365Filter like) {
    D365Filter filter =
        D365Filter.all(D365Filter.equal(CustomerRows.COMPANY, legalEntity.id()), like);
    D365Query query = D365Query.of(customers.columns()).where(filter).top(MOST);
    return d365.query(CustomerRows.SET, query).rows().stream().map(customers::snapshot).toList();
  }

  private static void keep(Map<RecordRef, Snapshot> found, List<Snapshot> more) {
    more.forEach(snapshot -> found.put(snapshot.record(), snapshot));
  }

  private static void add(List<D365Filter> any, String field, String value) {
    if (!value.isEmpty() && value.indexOf('*') < 0) {
      any.add(D365Filter.equal(field, value));
    }
  }

  private List<Snapshot> accountsLike(Profile profile) {
    List<CreatioFilter> any = new ArrayList<>();
    addAccount(any, "customerAccount", profile.customerAccount());
    addAccount(any, "taxNumber", profile.taxNumber());
    Map<RecordRef, Snapshot> found = new LinkedHashMap<>();
    if (!any.isEmpty()) {
      keep(found, query(CreatioFilter.any(any.toArray(CreatioFilter[]::new))));
    }
    String name = field("name", Side.CREATIO);
    keep(
        found,
        Beginnings.of(profile.name())
            .narrowest(MOST, start -> query(CreatioFilter.startsWith(name, start))));
    keep(found, byEmail(profile.email()));
    return List.copyOf(found.values());
  }

  private void addAccount(List<CreatioFilter> any, String rule, String value) {
    if (!value.isEmpty()) {
      any.add(CreatioFilter.equal(field(rule, Side.CREATIO), value));
    }
  }

  private List<Snapshot> query(CreatioFilter filter) {
    CreatioQuery query =
        CreatioQuery.of(accounts.columns())
            .with(accounts.expand().toArray(io.weft.activities.creatio.Expand[]::new))
            .where(filter)
            .top(MOST);
    return creatio.query(AccountRows.SET, query).rows().stream().map(accounts::snapshot).toList();
  }

  private List<Snapshot> byEmail(String email) {
    if (email.isEmpty()) {
      return List.of();
    }
    CreatioQuery query =
        CreatioQuery.of(Columns.of("Id", "AccountId"))
            .where(
                CreatioFilter.all(
                    CreatioFilter.equal("Number", email),
                    CreatioFilter.lookup("CommunicationType", AccountRows.EMAIL_TYPE)))
            .top(10);
    List<Snapshot> found = new ArrayList<>();
    for (Row row : creatio.query("AccountCommunication", query).rows()) {
      String account = row.text("AccountId");
      if (account != null) {
        RecordRef record = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account);
        records.creatio().read(record).ifPresent(found::add);
      }
    }
    return found;
  }

  private String field(String rule, Side side) {
    return mapping
        .rule(rule)
        .map(r -> r.name(side))
        .orElseThrow(() -> new IllegalStateException("the mapping has no field " + rule));
  }
}
