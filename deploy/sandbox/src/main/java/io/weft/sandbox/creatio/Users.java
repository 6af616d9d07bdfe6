package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The users of the site, each with a contact of type Employee. */
final class Users {
  /** Employees who own accounts; the first is who acts when nobody is named. */
  static final List<String> STAFF =
      List.of("Ana Ruiz", "Jonas Becker", "Emma Taylor", "Luca Moreau", "Ingrid Olsen");

  static final String TECHNICAL = "d365-sync";

  private final World world;

  Users(World world) {
    this.world = world;
  }

  void create(Tx tx) {
    add(tx, "Supervisor", Ids.SUPERVISOR);
    add(tx, TECHNICAL, Ids.INTEGRATION);
    STAFF.forEach(name -> add(tx, name, contactOf(name)));
  }

  /** Returns the contact of a user by name, hiring the person first if need be. */
  UUID hire(String name) {
    UUID known = find(name);
    return known != null
        ? known
        : world.write(
            CreatioTenant.SYSTEM, new Who(Who.SERVER, null), tx -> add(tx, name, contactOf(name)));
  }

  /** Returns the contact of a user, null if there is no such user. */
  @Nullable UUID find(String name) {
    Table users = world.table(CreatioTenant.SYSTEM, "SysAdminUnit");
    List<Row> found = world.read(CreatioTenant.SYSTEM, () -> users.equal("Name", name));
    return found.isEmpty() ? null : (UUID) found.get(0).get("ContactId");
  }

  static UUID contactOf(String name) {
    return Ids.named("contact of " + name);
  }

  private UUID add(Tx tx, String name, UUID contact) {
    Table contacts = world.table(CreatioTenant.SYSTEM, "Contact");
    if (contacts.find(contact.toString()) == null) {
      tx.insert(contacts, employee(name, contact, tx));
    }
    Map<String, @Nullable Object> user = stamped(Ids.named("user " + name), tx);
    user.put("Name", name);
    user.put("SysAdminUnitTypeValue", 4);
    user.put("ContactId", contact);
    user.put("Active", true);
    user.put("TimeZoneId", "UTC");
    tx.insert(world.table(CreatioTenant.SYSTEM, "SysAdminUnit"), user);
    return contact;
  }

  private static Map<String, @Nullable Object> employee(String name, UUID id, Tx tx) {
    Map<String, @Nullable Object> contact = stamped(id, tx);
    contact.put("Name", name);
    contact.putAll(ContactNames.parts(name));
    contact.put("TypeId", Ids.EMPLOYEE);
    contact.put("AccountId", Ids.OWN_ACCOUNT);
    contact.put("Confirmed", true);
    return contact;
  }

  static Map<String, @Nullable Object> stamped(UUID id, Tx tx) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("Id", id);
    row.put("CreatedOn", tx.stamp());
    row.put("CreatedById", Ids.SUPERVISOR);
    row.put("ModifiedOn", tx.stamp());
    row.put("ModifiedById", Ids.SUPERVISOR);
    return row;
  }
}
