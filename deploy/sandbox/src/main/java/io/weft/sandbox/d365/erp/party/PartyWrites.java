package io.weft.sandbox.d365.erp.party;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Customers;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Parties;
import io.weft.sandbox.d365.erp.PartyView.Origin;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.erp.Writes;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.List;
import java.util.Map;

/** Writes to parties themselves: every customer and contact of the party shows them. */
public final class PartyWrites implements Writes {
  /** The entity set. */
  public static final String SET = "CDSParties";

  private final Erp erp;
  private final EntitySet set;
  private final Parties parties;

  /** Makes the rules. */
  public PartyWrites(Erp erp, Parties parties) {
    this.erp = erp;
    this.set = erp.schema().get(SET);
    this.parties = parties;
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    String type = Text.of(given, "PartyType");
    if (!List.of("Organization", "Person").contains(type)) {
      throw Refusal.notFound(set, "PartyType", type, "Party type");
    }
    String name = type.equals("Person") ? "PersonLastName" : "OrganizationName";
    if (Text.of(given, name).isBlank()) {
      throw Refusal.unfilled(set, name);
    }
    String number = Text.of(given, "PartyNumber");
    if (parties.find(number) != null) {
      throw Refusal.duplicate(set, "PartyNumber", number);
    }
    Row party = parties.create(tx, number, given);
    parties.spread(tx, party, Origin.of(SET, party.key(), party.key()));
    return party;
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    for (String name : List.of("PartyNumber", "PartyType")) {
      Object value = given.get(name);
      if (value != null && !value.toString().equalsIgnoreCase(row.text(name))) {
        throw Refusal.fixed(set, name);
      }
    }
    String name = row.text("PartyType").equals("Person") ? "PersonLastName" : "OrganizationName";
    if (given.containsKey(name) && Text.of(given, name).isBlank()) {
      throw Refusal.unfilled(set, name);
    }
    Row party = parties.edit(tx, row, given);
    if (!party.equals(row)) {
      parties.spread(tx, party, Origin.of(SET, party.key(), party.key()));
    }
    return party;
  }

  @Override
  public void delete(Tx tx, Row row) {
    String number = row.text("PartyNumber");
    boolean used =
        !erp.table(Customers.SET).equal("PartyNumber", number).isEmpty()
            || !erp.table(ContactPersons.SET).equal("ContactPersonPartyNumber", number).isEmpty();
    if (used) {
      throw Refusal.write(
          set, List.of("Global address book cannot be deleted while dependent records exist."));
    }
    parties.remove(tx, row);
  }
}
