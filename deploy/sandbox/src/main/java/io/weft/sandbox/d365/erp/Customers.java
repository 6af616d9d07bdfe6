package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers: their rules, and the party behind each. */
public final class Customers implements Writes, PartyView {
  /** The entity set. */
  public static final String SET = "CustomersV3";

  private final Erp erp;
  private final EntitySet set;
  private final Parties parties;
  private final CustomerRules rules;
  private final Approvals approvals;

  Customers(Erp erp, TaxNumbers taxNumbers, Approvals approvals) {
    this.erp = erp;
    this.set = erp.schema().get(SET);
    this.parties = new Parties(erp, set);
    this.parties.follow(this);
    this.rules = new CustomerRules(erp, set, taxNumbers);
    this.approvals = approvals;
  }

  /** Returns the address book behind the customers. */
  Parties parties() {
    return parties;
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    String company = String.valueOf(given.get("dataAreaId")).toLowerCase(Locale.ROOT);
    Row known = knownParty(given);
    rules.checkFields(company, given);
    Map<String, Object> values = new LinkedHashMap<>(given);
    values.put("dataAreaId", company);
    if (text(values, "CustomerAccount").isEmpty() && erp.settings().on("autoNumberCustomers")) {
      values.put("CustomerAccount", erp.sequences().nextCustomer());
    }
    values.putAll(rules.defaults(company, given));
    if (known == null) {
      partyDefaults(values);
    }
    rules.checkRow(company, name -> asItWillBe(values, known, name));
    refuseDuplicate(values);
    return insert(tx, values, known);
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    refuseMovedKey(row, given);
    String company = row.text("dataAreaId");
    Map<String, Object> changes = new LinkedHashMap<>(given);
    set.key().forEach(part -> changes.remove(part.name()));
    changes.remove("PartyNumber");
    rules.checkFields(company, changes);
    rules.checkRow(company, name -> asItWillBe(changes, row, name));
    Map<String, Object> allowed = approved ? changes : approvals.withheld(tx, set, row, changes);
    return apply(tx, row, allowed);
  }

  @Override
  public void delete(Tx tx, Row row) {
    for (Row other : erp.table(set).equal("InvoiceAccount", row.text("CustomerAccount"))) {
      boolean same = other.text("dataAreaId").equals(row.text("dataAreaId"));
      if (same && !other.key().equals(row.key())) {
        throw Refusal.write(
            set, List.of("Customers cannot be deleted while dependent Customers exist."));
      }
    }
    for (Row order :
        erp.table("SalesOrderHeadersV2")
            .equal("OrderingCustomerAccountNumber", row.text("CustomerAccount"))) {
      if (order.text("dataAreaId").equals(row.text("dataAreaId"))) {
        throw Refusal.write(
            set, List.of("Customers cannot be deleted while dependent Sales orders exist."));
      }
    }
    erp.delete(tx, set, row);
  }

  private Row insert(Tx tx, Map<String, Object> values, @Nullable Row known) {
    Map<String, Object> shared = part(values, true);
    Map<String, Object> completed =
        Derived.complete(shared, name -> asItWillBe(shared, known, name));
    Row party =
        known == null ? parties.insert(tx, "", completed) : parties.update(tx, known, completed);
    if (!party.equals(known)) {
      String row = values.get("dataAreaId") + "|" + values.get("CustomerAccount");
      parties.spread(tx, party, Origin.of(SET, null, row));
    }
    Map<String, Object> all = new LinkedHashMap<>(parties.values(party));
    all.keySet().retainAll(set.byName().keySet());
    all.putAll(part(values, false));
    all.put("PartyNumber", party.text("PartyNumber"));
    return erp.insert(tx, set, all, Parties.joined(party));
  }

  private Row apply(Tx tx, Row row, Map<String, Object> changes) {
    Map<String, Object> shared = part(changes, true);
    Row before = parties.find(row.text("PartyNumber"));
    Map<String, Object> all = part(changes, false);
    if (before == null || shared.isEmpty()) {
      return erp.update(tx, set, row, all);
    }
    Map<String, Object> completed =
        Derived.complete(shared, name -> asItWillBe(shared, before, name));
    Row party = parties.update(tx, before, completed);
    all.putAll(completed);
    all.putAll(parties.values(party));
    all.keySet().retainAll(set.byName().keySet());
    all.put(Hidden.JOINED, Parties.joined(party));
    Row after = erp.update(tx, set, row, all);
    if (!party.equals(before)) {
      String written = row.text("dataAreaId") + "|" + row.text("CustomerAccount");
      parties.spread(tx, party, Origin.of(SET, after.key(), written));
    }
    return after;
  }

  /** Gives the party's new values to its other customers, in whatever company. */
  @Override
  public void show(Tx tx, Row party, Origin origin) {
    Table table = erp.table(set);
    for (Row other : table.equal("PartyNumber", party.text("PartyNumber"))) {
      if (!origin.is(SET, other.key())) {
        cascadeTo(tx, party, other, origin.cause());
      }
    }
  }

  private void cascadeTo(Tx tx, Row party, Row other, String cause) {
    Map<String, Object> values = emptied(other, party);
    values.putAll(parties.values(party));
    values.keySet().retainAll(set.byName().keySet());
    values.put(Hidden.JOINED, Parties.joined(party));
    Set<String> moved = Erp.moved(other, values);
    values.keySet().retainAll(moved);
    Row after = tx.updateAsServer(other, values, cause);
    moved.removeIf(name -> name.startsWith("$"));
    erp.tell(tx, new RowChange(set, other, after, moved, Who.SERVER));
  }

  /** What the customer still shows and the party no longer has becomes empty. */
  private Map<String, Object> emptied(Row customer, Row party) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : customer.own().keySet()) {
      if (Parties.isShared(set, name) && !party.own().containsKey(name)) {
        values.put(name, set.get(name).absent());
      }
    }
    return values;
  }

  private @Nullable Row knownParty(Map<String, Object> given) {
    String number = text(given, "PartyNumber");
    if (number.isEmpty()) {
      return null;
    }
    Row party = parties.find(number);
    if (party == null) {
      throw rules.notFound("PartyNumber", number, "Global address book");
    }
    return party;
  }

  private static void partyDefaults(Map<String, Object> values) {
    String name = text(values, "OrganizationName");
    values.putIfAbsent("PartyType", "Organization");
    values.putIfAbsent("NameAlias", name.substring(0, Math.min(20, name.length())));
    values.putIfAbsent("LanguageId", "en-us");
  }

  private void refuseDuplicate(Map<String, Object> values) {
    if (erp.table(set).find(Keys.of(set, values)) != null) {
      throw Refusal.write(
          set,
          List.of(
              "Cannot create a record in %s (%s). Customer account: %s, %s. The record already exists.."
                  .formatted(
                      set.label(),
                      set.table(),
                      text(values, "CustomerAccount"),
                      text(values, "OrganizationName"))));
    }
  }

  private void refuseMovedKey(Row row, Map<String, Object> given) {
    for (String name : List.of("dataAreaId", "CustomerAccount", "PartyNumber")) {
      Object value = given.get(name);
      if (value != null && !value.toString().equalsIgnoreCase(row.text(name))) {
        throw Refusal.write(
            set, List.of("Field '%s' cannot be changed.".formatted(set.get(name).label())));
      }
    }
  }

  private Map<String, Object> part(Map<String, Object> values, boolean shared) {
    Map<String, Object> part = new LinkedHashMap<>(values);
    part.keySet().removeIf(name -> Parties.isShared(set, name) != shared);
    return part;
  }

  private static String asItWillBe(Map<String, Object> values, @Nullable Row row, String name) {
    Object value = values.get(name);
    if (value != null) {
      return value.toString();
    }
    return row == null ? "" : row.text(name);
  }

  private static String text(Map<String, Object> values, String name) {
    Object value = values.get(name);
    return value == null ? "" : value.toString();
  }
}
