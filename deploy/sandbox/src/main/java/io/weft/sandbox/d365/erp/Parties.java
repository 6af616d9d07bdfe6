package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The global address book: name, phone, e-mail, web and addresses belong to a party, which any
 * number of customers in any companies share.
 */
public final class Parties {
  /** The table's name; no entity set, but visible to control calls. */
  public static final String TABLE = "DirPartyTable";

  private static final Pattern SHARED =
      Pattern.compile(
          "(Party(Type|Country|State)|NameAlias|KnownAs|LanguageId|FullPrimaryAddress|AddressBooks"
              + "|Organization\\w+|Person[A-Z]\\w+|PrimaryContact\\w+"
              + "|(Delivery|Invoice)?Address\\w+|Is\\w*(Delivery|Invoice|Primary)Address)");
  private static final Pattern ADDRESS =
      Pattern.compile("(Delivery|Invoice)?Address\\w+|FullPrimaryAddress");
  private static final Set<String> OWN = Set.of("InvoiceAddress", "AddressBooks");
  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> ADDRESSES = new ConcurrentHashMap<>();

  private final Erp erp;
  private final Table table;

  Parties(Erp erp, EntitySet customers) {
    this.erp = erp;
    this.table = new Table(Erp.SYSTEM, TABLE, List.of("PartyNumber"));
    table.column(new Column("PartyNumber", Kind.TEXT, 40, "", null));
    Table source = erp.table(customers);
    source.columns().values().stream()
        .filter(column -> isShared(customers, column.name()))
        .forEach(table::column);
    erp.site().world().add(table);
  }

  /** Returns whether a property of customers belongs to their party. */
  static boolean isShared(EntitySet set, String property) {
    return set.name().equals(Customers.SET) && KNOWN.computeIfAbsent(property, Parties::shared);
  }

  private static boolean shared(String property) {
    return SHARED.matcher(property).matches() && !OWN.contains(property);
  }

  /** Returns a party, null if there is none of that number. */
  @Nullable Row find(String number) {
    return table.find(number);
  }

  /** Returns the party's values as a customer of it shows them. */
  Map<String, Object> values(Row party) {
    Map<String, Object> values = new LinkedHashMap<>(party.own());
    values.keySet().removeIf(name -> name.startsWith("$"));
    return values;
  }

  /** Adds a party; an empty number takes the next one. */
  Row insert(Tx tx, String number, Map<String, Object> shared) {
    Map<String, Object> all = new LinkedHashMap<>(shared);
    all.put("PartyNumber", number.isEmpty() ? erp.sequences().nextParty() : number);
    all.put(Hidden.REC_ID, erp.sequences().nextRecId());
    all.put(Hidden.REC_VERSION, 1L);
    addRecordIds(all, Map.of());
    if (hasAddress(shared)) {
      all.put(Hidden.ADDRESS, "1," + erp.sequences().nextRecId());
    }
    return tx.insertAsServer(table, all);
  }

  /** Changes a party; equal values leave it as it was. */
  Row update(Tx tx, Row party, Map<String, Object> shared) {
    Set<String> moved = Erp.moved(party, shared);
    if (moved.isEmpty()) {
      return party;
    }
    Map<String, Object> all = new LinkedHashMap<>(shared);
    all.keySet().retainAll(moved);
    addRecordIds(all, party.own());
    all.put(Hidden.REC_VERSION, erp.sequences().nextVersion());
    if (hasAddress(all)) {
      all.put(Hidden.ADDRESS, nextAddress(party));
    }
    return tx.updateAsServer(party, all);
  }

  /** Returns the part of a customer's ETag that comes from its party. */
  static String joined(Row party) {
    String address = party.text(Hidden.ADDRESS);
    return ";" + Hidden.version(party) + ";" + (address.isEmpty() ? "0,0" : address);
  }

  private String nextAddress(Row party) {
    String old = party.text(Hidden.ADDRESS);
    return old.isEmpty()
        ? "1," + erp.sequences().nextRecId()
        : erp.sequences().nextVersion() + old.substring(old.indexOf(','));
  }

  private static boolean hasAddress(Map<String, Object> values) {
    for (String name : values.keySet()) {
      if (ADDRESSES.computeIfAbsent(name, any -> ADDRESS.matcher(any).matches())) {
        return true;
      }
    }
    return false;
  }

  /** A first address gets its location, a first e-mail, phone or web address its record id. */
  private void addRecordIds(Map<String, Object> values, Map<String, Object> known) {
    if (hasAddress(values) && !known.containsKey("AddressLocationId")) {
      values.putIfAbsent("AddressLocationId", erp.sequences().nextLocation());
      values.putIfAbsent("AddressRecordId", erp.sequences().nextRecId());
    }
    for (String contact : List.of("Email", "Phone", "URL", "Fax")) {
      String id = "PrimaryContact" + contact + "RecordId";
      if (values.containsKey("PrimaryContact" + contact) && !known.containsKey(id)) {
        values.putIfAbsent(id, erp.sequences().nextRecId());
      }
    }
  }
}
