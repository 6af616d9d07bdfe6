package io.weft.sandbox.creatio;

import io.weft.sandbox.Tx;
import io.weft.sandbox.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds made-up contact persons with the rows that their e-mail and phone have. */
final class PersonRows {
  private static final List<String> JOBS = List.of("Buyer", "Accountant", "CEO", "Sales manager");

  private final World world;

  PersonRows(World world) {
    this.world = world;
  }

  /**
   * Completes and inserts a person.
   *
   * @param row its base columns, Name, AccountId, OwnerId, Email and Phone
   * @param number decides on the job
   */
  void insert(Tx tx, Map<String, @Nullable Object> row, int number) {
    String job = JOBS.get(number % JOBS.size());
    row.putAll(ContactNames.parts(String.valueOf(row.get("Name"))));
    row.put("TypeId", Ids.CONTACT_PERSON);
    row.put("JobId", Ids.named("look-up " + job));
    row.put("JobTitle", job);
    row.put("Confirmed", true);
    tx.insert(world.table(CreatioTenant.SYSTEM, "Contact"), row);
    communication(tx, row, Ids.EMAIL, "Email");
    communication(tx, row, Ids.BUSINESS_PHONE, "Phone");
  }

  private void communication(
      Tx tx, Map<String, @Nullable Object> person, UUID type, String column) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(person);
    row.keySet().removeIf(name -> !name.endsWith("On") && !name.endsWith("edById"));
    String number = String.valueOf(person.get(column));
    row.put("Id", Ids.named(column + " of " + person.get("Id")));
    row.put("ContactId", person.get("Id"));
    row.put("CommunicationTypeId", type);
    row.put("Number", number);
    row.put("SearchNumber", Communications.searchNumber(number));
    row.put("Primary", true);
    tx.insert(world.table(CreatioTenant.SYSTEM, "ContactCommunication"), row);
  }
}
