package io.weft.sandbox.d365.erp.party;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Derived;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.erp.Keys;
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
 * Contact persons: a person's party, and what the person is to one customer's party. A create that
 * names no person makes a new one, even if the address book knows the like already.
 */
public final class ContactPersons implements Writes, PartyView {
  /** The entity set. */
  public static final String SET = "ContactPersons";

  private static final String ID = "ContactPersonId";
  private static final String DEFAULT = "IsDefaultContactPerson";

  private final Erp erp;
  private final EntitySet set;
  private final Parties parties;
  private final ContactRules rules;

  /** Makes the rules and begins to follow the parties. */
  public ContactPersons(Erp erp, Parties parties) {
    this.erp = erp;
    this.set = erp.schema().get(SET);
    this.parties = parties;
    this.rules = new ContactRules(erp, set, parties);
    parties.follow(this);
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    String company = Text.of(given, EntitySet.COMPANY);
    rules.checkFields(company, given);
    rules.checkAssociation(given);
    Row known = rules.person(given);
    rules.checkName(given, known);
    Map<String, Object> own = own(given);
    own.put(EntitySet.COMPANY, company);
    own.put(ID, number(company, Text.of(given, ID)));
    Row party = party(tx, known, given, company + "|" + own.get(ID));
    Map<String, Object> all = ContactFields.ofParty(set, party);
    all.putAll(own);
    all.put("LastEditDateTime", tx.stamp());
    Row row = erp.insert(tx, set, all, Parties.joined(party));
    retireDefault(tx, row, given);
    return row;
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    rules.checkFixed(row, given);
    rules.checkFields(row.text(EntitySet.COMPANY), given);
    Row before = parties.find(row.text("ContactPersonPartyNumber"));
    rules.checkName(given, before);
    Map<String, Object> changes = own(given);
    set.key().forEach(part -> changes.remove(part.name()));
    Map<String, Object> shared = ContactFields.toParty(given);
    if (before == null || shared.isEmpty()) {
      return written(tx, row, given, changes);
    }
    Row party = parties.update(tx, before, completed(shared, before));
    changes.putAll(ContactFields.ofParty(set, party));
    changes.put(Hidden.JOINED, Parties.joined(party));
    Row after = written(tx, row, given, changes);
    if (!party.equals(before)) {
      parties.spread(tx, party, Origin.of(SET, row.key(), row.key()));
    }
    return after;
  }

  @Override
  public void delete(Tx tx, Row row) {
    for (String user : List.of("CustomersV3", "SalesOrderHeadersV2")) {
      boolean used =
          erp.table(user).rows().stream()
              .filter(other -> other.text(ID).equals(row.text(ID)))
              .anyMatch(other -> other.text(EntitySet.COMPANY).equals(row.text(EntitySet.COMPANY)));
      if (used) {
        throw Refusal.write(
            set,
            List.of(
                "Contacts cannot be deleted while dependent %s exist."
                    .formatted(erp.schema().get(user).label())));
      }
    }
    erp.delete(tx, set, row);
  }

  @Override
  public void show(Tx tx, Row party, Origin origin) {
    for (Row row : erp.table(set).equal("ContactPersonPartyNumber", party.text("PartyNumber"))) {
      if (!origin.is(SET, row.key())) {
        Map<String, Object> shown = ContactFields.ofParty(set, party);
        shown.put(Hidden.JOINED, Parties.joined(party));
        Row unused = erp.updateAsServer(tx, set, row, shown, origin.cause());
      }
    }
  }

  private Row written(Tx tx, Row row, Map<String, Object> given, Map<String, Object> changes) {
    if (!Erp.moved(row, changes).isEmpty()) {
      changes.put("LastEditDateTime", tx.stamp());
    }
    Row after = erp.update(tx, set, row, changes);
    retireDefault(tx, after, given);
    return after;
  }

  private Row party(Tx tx, @Nullable Row known, Map<String, Object> given, String row) {
    Map<String, Object> shared = ContactFields.toParty(given);
    Row party;
    if (known == null) {
      shared.put("PartyType", "Person");
      shared.putIfAbsent("LanguageId", "en-us");
      String name = Text.of(given, "FirstName") + " " + Text.of(given, "LastName");
      shared.putIfAbsent("NameAlias", Text.first(name.strip(), 20));
      party = parties.insert(tx, "", Derived.complete(shared, field -> Text.of(shared, field)));
    } else {
      party = parties.update(tx, known, completed(shared, known));
    }
    if (!party.equals(known)) {
      parties.spread(tx, party, Origin.of(SET, null, row));
    }
    return party;
  }

  private static Map<String, Object> completed(Map<String, Object> shared, Row party) {
    return Derived.complete(
        shared, name -> shared.containsKey(name) ? Text.of(shared, name) : party.text(name));
  }

  private static Map<String, Object> own(Map<String, Object> given) {
    Map<String, Object> own = new LinkedHashMap<>(given);
    own.keySet().removeIf(ContactFields::isShared);
    List.of("ContactPersonName", "ContactPersonPartyNumber", "ContactPersonPartyType")
        .forEach(own::remove);
    own.remove("LastEditDateTime");
    return own;
  }

  private String number(String company, String given) {
    if (given.isEmpty()) {
      return erp.sequences().next(company, ID, 1);
    }
    if (!erp.settings().on("manualNumbers." + company)) {
      throw Refusal.field(
          set, ID, "Number sequence Cont_%s does not allow manual numbers.".formatted(company));
    }
    if (erp.table(set).find(Keys.of(company, given)) != null) {
      throw Refusal.duplicate(set, ID, given);
    }
    return given;
  }

  /** A customer has one default contact in a company. */
  private void retireDefault(Tx tx, Row row, Map<String, Object> given) {
    if (!"Yes".equals(given.get(DEFAULT))) {
      return;
    }
    String of = row.text("AssociatedPartyNumber");
    for (Row other : new ArrayList<>(erp.table(set).equal("AssociatedPartyNumber", of))) {
      boolean rival = other.text(EntitySet.COMPANY).equals(row.text(EntitySet.COMPANY));
      if (rival && !other.key().equals(row.key())) {
        Row unused =
            erp.updateAsServer(tx, set, other, Map.of(DEFAULT, "No"), "another default contact");
      }
    }
  }
}
