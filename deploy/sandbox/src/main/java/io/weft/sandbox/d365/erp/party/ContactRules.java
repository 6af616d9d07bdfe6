package io.weft.sandbox.d365.erp.party;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Customers;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Parties;
import io.weft.sandbox.d365.erp.References;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ERP checks before it writes a contact person. */
final class ContactRules {
  private static final String JOB = "EmploymentJobFunctionName";
  private static final String OF = "AssociatedPartyNumber";
  private static final String PERSON = "ContactPersonPartyNumber";

  private final Erp erp;
  private final EntitySet set;
  private final Parties parties;
  private final References references;

  ContactRules(Erp erp, EntitySet set, Parties parties) {
    this.erp = erp;
    this.set = set;
    this.parties = parties;
    this.references =
        new References(erp, set).with("DecisionMakingRoleCode", "DecisionMakingRoles");
  }

  /** Checks each value that a write carries; the first bad one is refused. */
  void checkFields(String company, Map<String, Object> given) {
    references.check(company, given);
    String job = Text.of(given, JOB);
    if (!job.isEmpty() && !List.of(erp.settings().text("jobFunctions").split(",")).contains(job)) {
      throw Refusal.notFound(set, JOB, job, "Job functions");
    }
    EmailAddress.check(set, "PrimaryEmailAddress", Text.of(given, "PrimaryEmailAddress"));
  }

  /** Checks whom a new contact belongs to. */
  void checkAssociation(Map<String, Object> given) {
    String number = Text.of(given, OF);
    if (number.isEmpty()) {
      throw Refusal.unfilled(set, OF);
    }
    if (parties.find(number) == null) {
      throw Refusal.notFound(set, OF, number, "Global address book");
    }
    if (erp.table(Customers.SET).equal("PartyNumber", number).isEmpty()) {
      throw Refusal.notFound(set, OF, number, "Customers");
    }
  }

  /** Returns the person that a create names, null if it names none. */
  @Nullable Row person(Map<String, Object> given) {
    String number = Text.of(given, PERSON);
    if (number.isEmpty()) {
      return null;
    }
    Row party = parties.find(number);
    if (party == null) {
      throw Refusal.notFound(set, PERSON, number, "Global address book");
    }
    if (!party.text("PartyType").equals("Person")) {
      throw Refusal.field(set, PERSON, "Party '%s' is not a person.".formatted(number));
    }
    return party;
  }

  /** Checks that a last name will be there. */
  void checkName(Map<String, Object> given, @Nullable Row known) {
    Object last = given.get("LastName");
    String old = known == null ? "" : known.text("PersonLastName");
    if ((last == null ? old : last.toString()).isBlank()) {
      throw Refusal.unfilled(set, "LastName");
    }
  }

  /** Refuses to change what identifies a contact. */
  void checkFixed(Row row, Map<String, Object> given) {
    for (String name : List.of("dataAreaId", "ContactPersonId", OF, PERSON)) {
      Object value = given.get(name);
      if (value != null && !value.toString().equalsIgnoreCase(row.text(name))) {
        throw Refusal.fixed(set, name);
      }
    }
  }
}
