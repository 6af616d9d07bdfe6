package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private final EntitySet set;
  private final Table table;
  private final List<PartyView> views = new ArrayList<>();

  Parties(Erp erp, EntitySet customers) {
    this.erp = erp;
    this.set = erp.schema().get("CDSParties");
    this.table = new Table(Erp.SYSTEM, TABLE, List.of("PartyNumber"));
    table.column(new Column("PartyNumber", Kind.TEXT, 40, "", null));
    Table source = erp.table(customers);
    source.columns().values().stream()
        .filter(column -> isShared(customers, column.name()))
        .forEach(table::column);
    for (Property property : set.properties()) {
      if (!table.columns().containsKey(property.name())) {
        table.column(Erp.columnOf(property));
      }
    }
    table.sortedBy(Hidden.ORDER);
    erp.site().world().add(table);
  }

  /** Adds rows that follow the parties. */
  public void follow(PartyView view) {
    views.add(view);
  }

  /** Lets everyone who shows a party show its newest values. */
  public void spread(Tx tx, Row party, PartyView.Origin origin) {
    views.forEach(view -> view.show(tx, party, origin));
  }

  /** Returns all parties, oldest first. */
  public Collection<Row> all() {
    return table.rows();
  }

  /** Returns whether a property of customers belongs to their party. */
  static boolean isShared(EntitySet set, String property) {
    return set.name().equals(Customers.SET) && KNOWN.computeIfAbsent(property, Parties::shared);
  }

  private static boolean shared(String property) {
    return SHARED.matcher(property).matches() && !OWN.contains(property);
  }

  /** Returns a party, null if there is none of that number. */
  public @Nullable Row find(String number) {
    return table.find(number);
  }

  /** Returns the party's values as a customer of it shows them. */
  Map<String, Object> values(Row party) {
    Map<String, Object> values = new LinkedHashMap<>(party.own());
    values.keySet().removeIf(name -> name.startsWith("$"));
    return values;
  }

  /** Adds a party; an empty number takes the next one. */
  public Row insert(Tx tx, String number, Map<String, Object> shared) {
    Row party = tx.insertAsServer(table, complete(number, shared));
    tell(tx, new RowChange(set, null, party, set.byName().keySet(), Who.SERVER));
    return party;
  }

  /** Adds a party as its caller's own work. */
  public Row create(Tx tx, String number, Map<String, Object> shared) {
    Row party = tx.insert(table, complete(number, shared));
    tell(tx, new RowChange(set, null, party, set.byName().keySet(), tx.who().client()));
    return party;
  }

  private Map<String, Object> complete(String number, Map<String, Object> shared) {
    String given = number.isEmpty() ? erp.sequences().nextParty() : number;
    Map<String, Object> all = new LinkedHashMap<>(shared);
    all.put("PartyNumber", given);
    all.put(Hidden.ORDER, given.toLowerCase(Locale.ROOT));
    all.put(Hidden.REC_ID, erp.sequences().nextRecId());
    all.put(Hidden.REC_VERSION, 1L);
    addRecordIds(all, Map.of());
    if (hasAddress(shared)) {
      all.put(Hidden.ADDRESS, "1," + erp.sequences().nextRecId());
    }
    return all;
  }

  private void tell(Tx tx, RowChange change) {
    Set<String> changed = new TreeSet<>(change.changed());
    changed.retainAll(set.byName().keySet());
    if (!changed.isEmpty()) {
      erp.tell(tx, new RowChange(set, change.before(), change.after(), changed, change.client()));
    }
  }

  /** Changes a party as a side effect; equal values leave it as it was. */
  public Row update(Tx tx, Row party, Map<String, Object> shared) {
    Map<String, Object> all = changes(party, shared);
    if (all.isEmpty()) {
      return party;
    }
    Row after = tx.updateAsServer(party, all);
    tell(tx, new RowChange(set, party, after, all.keySet(), Who.SERVER));
    return after;
  }

  /** Changes a party as its caller's own work; equal values leave it as it was. */
  public Row edit(Tx tx, Row party, Map<String, Object> shared) {
    Map<String, Object> all = changes(party, shared);
    if (all.isEmpty()) {
      return party;
    }
    Row after = tx.update(party, all);
    tell(tx, new RowChange(set, party, after, all.keySet(), tx.who().client()));
    return after;
  }

  /** Removes a party that nobody shows. */
  public void remove(Tx tx, Row party) {
    erp.delete(tx, set, party);
  }

  private Map<String, Object> changes(Row party, Map<String, Object> shared) {
    Set<String> moved = Erp.moved(party, shared);
    Map<String, Object> all = new LinkedHashMap<>(shared);
    all.keySet().retainAll(moved);
    if (moved.isEmpty()) {
      return all;
    }
    addRecordIds(all, party.own());
    all.put(Hidden.REC_VERSION, erp.sequences().nextVersion());
    if (hasAddress(all)) {
      all.put(Hidden.ADDRESS, nextAddress(party));
    }
    return all;
  }

  /** Returns the part of a customer's ETag that comes from its party. */
  public static String joined(Row party) {
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
