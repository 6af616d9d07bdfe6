package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.World;
import io.weft.sandbox.control.Fault;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.control.Faults;
import io.weft.sandbox.control.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every save goes through, over OData, DataService or in the screens. */
final class EntityLayer {
  /** Columns that the server alone writes. */
  private static final List<String> OWN =
      List.of("CreatedOn", "CreatedById", "ModifiedOn", "ModifiedById");

  private final World world;
  private final Faults faults;
  private final CreatioValues values;
  private final Notifier notifier;
  private final SetRules rules;

  EntityLayer(World world, Faults faults, CreatioValues values, Notifier notifier, SetRules rules) {
    this.rules = rules;
    this.world = world;
    this.faults = faults;
    this.values = values;
    this.notifier = notifier;
  }

  /** Adds a row; unknown and navigation properties of the body are ignored without a word. */
  Row create(Caller caller, Table table, Map<String, @Nullable Object> body) {
    Map<String, Object> sent = stored(table, body);
    return write(caller, "POST", table.name(), save -> create(save, table, sent));
  }

  /** Changes a row; refuses with 404 if it is not there. */
  Row update(Caller caller, Table table, String key, Map<String, @Nullable Object> body) {
    Map<String, Object> sent = stored(table, body);
    sent.remove("Id");
    return write(caller, "PATCH", table.name(), save -> update(save, existing(table, key), sent));
  }

  /**
   * Changes the rows that a condition finds at this very moment; returns how many. With no match
   * nothing is written.
   */
  int updateWhere(
      Caller caller,
      Table table,
      Map<String, @Nullable Object> body,
      Function<Table, List<Row>> find) {
    Map<String, Object> sent = stored(table, body);
    sent.remove("Id");
    return write(
        caller,
        "PATCH",
        table.name(),
        save -> {
          List<Row> rows = find.apply(table);
          // Read again one by one: the save of one row may have written another.
          rows.forEach(row -> update(save, existing(table, row.key()), sent));
          return rows.size();
        });
  }

  /** Removes a row; refuses with 404 if it is not there, 500 if others still point to it. */
  void delete(Caller caller, Table table, String key) {
    write(
        caller,
        "DELETE",
        table.name(),
        save -> {
          Row row = existing(table, key);
          Deletion.of(save, row);
          rules.deleted(save, row);
          return true;
        });
  }

  /** Runs a whole save of its own kind, such as a merge. */
  <T> T write(Caller caller, String method, String set, Function<Save, T> work) {
    FaultRule stale = faults.strike(Fault.STALE_ROW, CreatioTenant.SYSTEM, method, set);
    Instant begun = null;
    if (stale != null) {
      // A long transaction: stamped at its beginning, seen by others only after its end.
      begun = world.stamp(CreatioTenant.SYSTEM);
      Latency.pause(Duration.ofMillis(stale.number("delayMs", 3_000)));
    }
    return world.write(
        CreatioTenant.SYSTEM,
        caller.who(),
        begun,
        tx -> work.apply(new Save(world, tx, caller, notifier)));
  }

  private Map<String, Object> stored(Table table, Map<String, @Nullable Object> body) {
    Map<String, Object> sent = new LinkedHashMap<>();
    body.forEach(
        (name, value) -> {
          Column column = table.columns().get(name);
          if (column != null && !OWN.contains(name)) {
            sent.put(name, values.stored(table.name(), column, value));
          }
        });
    return sent;
  }

  private Row create(Save save, Table table, Map<String, Object> sent) {
    Object id = sent.get("Id");
    if (id != null && table.find(id.toString()) != null) {
      throw new Refusal(Errors.duplicateKey(table.name()));
    }
    Map<String, Object> all = new LinkedHashMap<>(rules.defaults(save, table));
    all.putAll(rules.completed(save, table, null, sent));
    if (Ids.ZERO.equals(id)) {
      all.remove("Id");
    }
    Required.check(table, all);
    checkLookups(save, table, sent);
    Row row = save.insert(table, all, false);
    rules.saved(save, null, row);
    return existing(table, row.key());
  }

  private Row update(Save save, Row before, Map<String, Object> sent) {
    Table table = before.table();
    Map<String, Object> all = rules.completed(save, table, before, sent);
    Required.checkChanges(table, all);
    checkLookups(save, table, sent);
    Row after = save.update(before, all, false);
    rules.saved(save, before, after);
    return existing(table, after.key());
  }

  private static void checkLookups(Save save, Table table, Map<String, Object> sent) {
    sent.forEach(
        (name, value) -> {
          Column column = table.columns().get(name);
          String target = column == null ? null : column.target();
          Table to = target == null ? null : save.world().findTable(CreatioTenant.SYSTEM, target);
          if (to != null && !value.equals(Ids.ZERO) && to.find(value.toString()) == null) {
            throw new Refusal(
                Errors.odata(
                    500,
                    "Npgsql.PostgresException",
                    "23503: insert or update on table \""
                        + table.name()
                        + "\" violates foreign key constraint \"FK"
                        + name
                        + "\""));
          }
        });
  }

  private static Row existing(Table table, String key) {
    Row row = table.find(key);
    if (row == null) {
      throw new Refusal(Errors.unknownKey(table.name()));
    }
    return row;
  }
}
