package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done to rows, whoever asks: a client, a user at a screen, a seed. */
public final class ErpService {
  private final Erp erp;
  private final Given given;
  private final TaxNumbers taxNumbers;
  private final Approvals approvals;
  private final Customers customers;
  private final Map<String, Writes> writes = new LinkedHashMap<>();

  /** Makes the rules of every set. */
  public ErpService(Erp erp) {
    this.erp = erp;
    this.given = new Given(erp);
    this.taxNumbers = new TaxNumbers(erp.settings());
    this.approvals = new Approvals(erp.settings());
    this.customers = new Customers(erp, taxNumbers, approvals);
    for (EntitySet set : erp.schema().sets()) {
      writes.put(set.name(), new PlainWrites(erp, set));
    }
    writes.put(Customers.SET, customers);
  }

  /** Gives a set rules of its own, in place of the plain ones. */
  public void rules(String set, Writes rules) {
    if (writes.put(set, rules) == null) {
      throw new IllegalArgumentException("no set " + set);
    }
  }

  /** Returns the plain rules of a set: a key that is whole and free. */
  public Writes plain(EntitySet set) {
    return new PlainWrites(erp, set);
  }

  /** Returns the global address book. */
  public Parties parties() {
    return customers.parties();
  }

  /** Returns the lists of tax exempt numbers. */
  public TaxNumbers taxNumbers() {
    return taxNumbers;
  }

  /** Returns the proposals that wait for a person. */
  public Approvals approvals() {
    return approvals;
  }

  /**
   * Adds a row. A company that the body does not name is the caller's default.
   *
   * @throws Refusal if the request or a rule is broken
   */
  public Row create(
      Tx tx, EntitySet set, Map<String, ? extends @Nullable Object> body, String company) {
    Map<String, Object> values = given.read(set, body);
    if (set.perCompany()) {
      Object named = values.getOrDefault(EntitySet.COMPANY, "");
      String wanted = named.equals("") ? company : named.toString().toLowerCase(Locale.ROOT);
      if (erp.table("LegalEntities").find(wanted) == null) {
        throw Refusal.write(
            set,
            List.of(
                "The value '%s' in field 'Company' is not found in the related table 'Legal entities'."
                    .formatted(wanted)));
      }
      values.put(EntitySet.COMPANY, wanted);
    }
    return writes(set).create(tx, values);
  }

  /**
   * Changes a row.
   *
   * @throws Refusal if the request or a rule is broken
   */
  public Row update(
      Tx tx,
      EntitySet set,
      Row row,
      Map<String, ? extends @Nullable Object> body,
      boolean approved) {
    return writes(set).update(tx, row, given.read(set, body), approved);
  }

  /**
   * Writes values that were read and checked before, with the approval behind them.
   *
   * @throws Refusal if a rule is broken meanwhile
   */
  public Row apply(Tx tx, EntitySet set, Row row, Map<String, Object> values) {
    return writes(set).update(tx, row, values, true);
  }

  /**
   * Removes a row.
   *
   * @throws Refusal if others depend on it
   */
  public void delete(Tx tx, EntitySet set, Row row) {
    writes(set).delete(tx, row);
  }

  /** Lists a client with its user; one that is listed already stays as it is. */
  public void register(String client, String user) {
    EntitySet set = erp.schema().get("SysAADClients");
    boolean unused =
        erp.write(
            new Who(Who.SERVER, null),
            tx -> {
              boolean isNew = erp.table(set).find(client) == null;
              if (isNew) {
                erp.insert(
                    tx, set, Map.of("AADClientId", client, "Name", client, "UserId", user), "");
              }
              return isNew;
            });
  }

  /** Adds a party of a given number, as the address book of a legal entity has it. */
  void addParty(Tx tx, String number, String name) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("PartyType", "Organization");
    values.put("OrganizationName", name);
    customers.parties().insert(tx, number, values);
  }

  private Writes writes(EntitySet set) {
    Writes found = writes.get(set.name());
    if (found == null) {
      throw new IllegalArgumentException("no set " + set.name());
    }
    return found;
  }
}
