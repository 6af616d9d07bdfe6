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
import java.util.regex.Pattern;

/**
 * Looks on the other side for records that might be the same company, by what tells companies
 * apart: our number, tax number, e-mail, and the first word of the name. At most a few dozen come
 * back.
 */
final class Candidates {
  private static final int MOST = 50;
  private static final Pattern SPACE = Pattern.compile("\\s+");

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
    String word = firstWord(profile.name());
    if (!word.isEmpty()) {
      any.add(D365Filter.like(field("name", Side.D365), word + "*"));
    }
    if (any.isEmpty()) {
      return List.of();
    }
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal(CustomerRows.COMPANY, legalEntity.id()),
            D365Filter.any(any.toArray(D365Filter[]::new)));
    D365Query query = D365Query.of(customers.columns()).where(filter).top(MOST);
    return d365.query(CustomerRows.SET, query).rows().stream().map(customers::snapshot).toList();
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
    String word = firstWord(profile.name());
    if (!word.isEmpty()) {
      any.add(CreatioFilter.startsWith(field("name", Side.CREATIO), word));
    }
    Map<RecordRef, Snapshot> found = new LinkedHashMap<>();
    if (!any.isEmpty()) {
      query(CreatioFilter.any(any.toArray(CreatioFilter[]::new)))
          .forEach(snapshot -> found.put(snapshot.record(), snapshot));
    }
    byEmail(profile.email()).forEach(snapshot -> found.put(snapshot.record(), snapshot));
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

  /** Letters and digits only, so that no wildcard gets into a filter. */
  private static String firstWord(String name) {
    for (String word : SPACE.split(name.strip())) {
      if (word.length() > 2 && word.chars().allMatch(Character::isLetterOrDigit)) {
        return word;
      }
    }
    return "";
  }
}
