package io.weft.activities.store.sql;

import io.weft.activities.store.FactStore;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class SqlFactStore implements FactStore {
  private final Database database;

  SqlFactStore(Wiring wiring) {
    this.database = wiring.database();
  }

  @Override
  public Optional<String> fact(String name) {
    return database.read(handle -> find(handle, name));
  }

  private static Optional<String> find(Handle handle, String name) {
    return handle
        .createQuery("SELECT contents FROM fact WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public String keep(String name, String value) {
    return database.write(
        handle -> {
          put(handle, name, value, "DO NOTHING");
          return find(handle, name).orElse(value);
        });
  }

  @Override
  public void replace(String name, String value) {
    database.change(
        handle -> put(handle, name, value, "DO UPDATE SET contents = excluded.contents"));
  }

  private static void put(Handle handle, String name, String value, String ifThere) {
    handle
        .createUpdate(
            "INSERT INTO fact (name, contents) VALUES (:name, :value) ON CONFLICT (name) "
                + ifThere)
        .bind("name", name)
        .bind("value", value)
        .execute();
  }
}
