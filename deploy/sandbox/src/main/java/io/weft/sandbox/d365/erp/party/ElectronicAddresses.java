package io.weft.sandbox.d365.erp.party;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Parties;
import io.weft.sandbox.d365.erp.PartyView;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.erp.Writes;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Electronic addresses of parties. The primary one of each kind is what customers and contacts
 * show; a write here changes it there, and the other way round. Their rows are made when the set is
 * first used: most worlds never look at it, and there are several to a party.
 */
public final class ElectronicAddresses implements Writes, PartyView {
  /** The entity set. */
  public static final String SET = "PartyContactsV3";

  private static final List<String> KINDS =
      List.of("Phone", "Email", "URL", "Fax", "Telex", "Facebook", "Twitter", "LinkedIn");
  private static final String PRIMARY = "IsPrimary";
  private static final String OF = "PartyNumber";
  private static final String ID = "ElectronicAddressId";

  private final Erp erp;
  private final EntitySet set;
  private final Parties parties;
  private volatile boolean inUse;

  /** Makes the rules and begins to follow the parties. */
  public ElectronicAddresses(Erp erp, Parties parties) {
    this.erp = erp;
    this.set = erp.schema().get(SET);
    this.parties = parties;
    parties.follow(this);
    erp.beforeUse(SET, this::open);
  }

  private void open() {
    if (inUse) {
      return;
    }
    boolean unused = erp.write(new Who(Who.SERVER, null), this::fill);
  }

  private boolean fill(Tx tx) {
    if (!inUse) {
      parties.all().forEach(party -> sync(tx, party, "electronic addresses"));
      inUse = true; // under the lock: no party may change in between
    }
    return true;
  }

  @Override
  public void show(Tx tx, Row party, Origin origin) {
    if (inUse) {
      sync(tx, party, origin.cause());
    }
  }

  private void sync(Tx tx, Row party, String cause) {
    for (String kind : KINDS) {
      Map<String, Object> wanted = primary(party, kind);
      Row row = primaryRow(party.text(OF), kind);
      boolean empty = Text.of(wanted, "Locator").isEmpty();
      if (row != null && empty) {
        erp.deleteAsServer(tx, set, row);
      } else if (row != null) {
        Row unused = erp.updateAsServer(tx, set, row, wanted, cause);
      } else if (!empty) {
        wanted.put(ID, nextId());
        Row unused = erp.insertAsServer(tx, set, wanted);
      }
    }
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    Row party = parties.find(Text.of(given, OF));
    if (party == null) {
      throw Refusal.notFound(set, OF, Text.of(given, OF), "Global address book");
    }
    Map<String, Object> values = new LinkedHashMap<>(given);
    values.put(OF, party.text(OF));
    values.put(ID, nextId());
    check(values, "Type");
    check(values, "Locator");
    checkForm(Text.of(values, "Type"), values);
    if ("Yes".equals(values.get(PRIMARY))) {
      demote(tx, party.text(OF), Text.of(values, "Type"));
    }
    Row row = erp.insert(tx, set, values, "");
    push(tx, party, row);
    return row;
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    for (String name : List.of(OF, ID, "Type")) {
      Object value = given.get(name);
      if (value != null && !value.toString().equalsIgnoreCase(row.text(name))) {
        throw Refusal.fixed(set, name);
      }
    }
    checkForm(row.text("Type"), given);
    if (given.containsKey("Locator")) {
      check(given, "Locator");
    }
    boolean was = row.text(PRIMARY).equals("Yes");
    if (!was && "Yes".equals(given.get(PRIMARY))) {
      demote(tx, row.text(OF), row.text("Type"));
    }
    Row after = erp.update(tx, set, row, given);
    Row party = parties.find(row.text(OF));
    if (party != null && was && !after.text(PRIMARY).equals("Yes")) {
      empty(tx, party, row);
    } else if (party != null) {
      push(tx, party, after);
    }
    return after;
  }

  @Override
  public void delete(Tx tx, Row row) {
    erp.delete(tx, set, row);
    Row party = parties.find(row.text(OF));
    if (party != null && row.text(PRIMARY).equals("Yes")) {
      empty(tx, party, row);
    }
  }

  private void check(Map<String, Object> values, String name) {
    String value = Text.of(values, name);
    if (value.isBlank() || value.equals("None")) {
      throw Refusal.unfilled(set, name);
    }
  }

  private void checkForm(String kind, Map<String, Object> given) {
    if (kind.equals("Email")) {
      EmailAddress.check(set, "Locator", Text.of(given, "Locator"));
    }
  }

  private void demote(Tx tx, String party, String kind) {
    Row old = primaryRow(party, kind);
    if (old != null) {
      Row unused =
          erp.updateAsServer(tx, set, old, Map.of(PRIMARY, "No"), "another primary address");
    }
  }

  /** The party takes what its primary address says. */
  private void push(Tx tx, Row party, Row row) {
    if (!row.text(PRIMARY).equals("Yes")) {
      return;
    }
    String kind = "PrimaryContact" + row.text("Type");
    Map<String, Object> shared = new LinkedHashMap<>();
    shared.put(kind, row.text("Locator"));
    shared.put(kind + "Description", row.text("Description"));
    shared.put(kind + "Purpose", row.text("Purpose"));
    if (kind.endsWith("Phone") || kind.endsWith("Fax")) {
      shared.put(kind + "Extension", row.text("LocatorExtension"));
    }
    if (kind.endsWith("Phone")) {
      shared.put(kind + "IsMobile", row.text("IsMobilePhone"));
    }
    write(tx, party, shared, row);
  }

  private void empty(Tx tx, Row party, Row row) {
    write(tx, party, Map.of("PrimaryContact" + row.text("Type"), ""), row);
  }

  private void write(Tx tx, Row party, Map<String, Object> shared, Row row) {
    Row after = parties.update(tx, party, shared);
    if (!after.equals(party)) {
      parties.spread(tx, after, Origin.of(SET, row.key(), row.key()));
    }
  }

  private static Map<String, Object> primary(Row party, String kind) {
    String there = "PrimaryContact" + kind;
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(OF, party.text(OF));
    values.put("Type", kind);
    values.put("Locator", party.text(there));
    values.put("Description", party.text(there + "Description"));
    values.put("Purpose", party.text(there + "Purpose"));
    values.put("LocatorExtension", party.text(there + "Extension"));
    values.put(PRIMARY, "Yes");
    boolean mobile = party.text(there + "IsMobile").equals("Yes");
    values.put("IsMobilePhone", mobile ? "Yes" : "No");
    return values;
  }

  private @Nullable Row primaryRow(String party, String kind) {
    for (Row row : new ArrayList<>(erp.table(set).equal(OF, party))) {
      if (row.text("Type").equals(kind) && row.text(PRIMARY).equals("Yes")) {
        return row;
      }
    }
    return null;
  }

  private String nextId() {
    return erp.sequences().next("", ID, 1);
  }
}
