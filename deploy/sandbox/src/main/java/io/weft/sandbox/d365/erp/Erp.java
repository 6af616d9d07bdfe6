package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Row;
import io.weft.sandbox.Site;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Values;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.d365.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tenant's data and switches, and those who want to know of changes. */
public final class Erp {
  /** The tenant's name in faults, journal and control addresses. */
  public static final String SYSTEM = "d365";

  private final Site site;
  private final Schema schema = Schema.load();
  private final ErpSettings settings = new ErpSettings();
  private final Sequences sequences = new Sequences();
  private final Map<String, Runnable> openers = new ConcurrentHashMap<>();
  private final List<Consumer<RowChange>> listeners = new CopyOnWriteArrayList<>();

  /** Makes the tenant's tables, empty but for nothing. */
  public Erp(Site site) {
    this.site = site;
    for (EntitySet set : schema.sets()) {
      if (set.rows().equals(set.name())) {
        site.world().add(tableOf(set));
      }
    }
  }

  /** Returns what the tenant stands on. */
  public Site site() {
    return site;
  }

  /** Returns the names and types of everything served. */
  public Schema schema() {
    return schema;
  }

  /** Returns the tenant's switches. */
  public ErpSettings settings() {
    return settings;
  }

  /** Adds someone who is told of each committed change, on the writer's thread. */
  public void onChange(Consumer<RowChange> listener) {
    listeners.add(listener);
  }

  /** Returns the rows of a set; read them inside {@link #read} or {@link #write}. */
  public Table table(EntitySet set) {
    return site.world().table(SYSTEM, set.rows());
  }

  /** Returns the rows of a set by its name. */
  public Table table(String set) {
    return table(schema.get(set));
  }

  /** Returns the columns that a set serves at this moment, in the table's order. */
  public Map<String, Column> columns(EntitySet set) {
    Map<String, Column> all = table(set).columns();
    if (set.rows().equals(set.name())) {
      return all;
    }
    Map<String, Column> own = new LinkedHashMap<>(all);
    own.keySet().retainAll(set.byName().keySet());
    return own;
  }

  /** Says what must be there before a set is first used from outside. */
  public void beforeUse(String set, Runnable work) {
    openers.put(set, work);
  }

  /** Makes a set ready for use; cheap when it is. Outside of any transaction. */
  public void open(EntitySet set) {
    Runnable opener = openers.get(set.name());
    if (opener != null) {
      opener.run();
    }
  }

  /** Runs work that only reads. */
  public <T extends @Nullable Object> T read(Supplier<T> work) {
    return site.world().read(SYSTEM, work);
  }

  /** Runs a transaction: all of it is committed, or nothing. */
  public <T extends @Nullable Object> T write(Who who, Function<Tx, T> work) {
    return site.world().write(SYSTEM, who, work);
  }

  /** Returns the tenant's counters. */
  public Sequences sequences() {
    return sequences;
  }

  /** Adds a row with a new id and version 1. */
  public Row insert(Tx tx, EntitySet set, Map<String, Object> values, String joined) {
    Row row = tx.insert(table(set), complete(set, values, joined));
    tell(tx, new RowChange(set, null, row, shown(values), tx.who().client()));
    return row;
  }

  /** Adds a row as a side effect. */
  public Row insertAsServer(Tx tx, EntitySet set, Map<String, Object> values) {
    Row row = tx.insertAsServer(table(set), complete(set, values, ""));
    tell(tx, new RowChange(set, null, row, shown(values), Who.SERVER));
    return row;
  }

  private Map<String, Object> complete(EntitySet set, Map<String, Object> values, String joined) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put(Hidden.REC_ID, sequences.nextRecId());
    all.put(Hidden.REC_VERSION, 1L);
    all.put(Hidden.JOINED, joined);
    all.put(Hidden.ORDER, Keys.of(set, all));
    return all;
  }

  private static Set<String> shown(Map<String, Object> values) {
    Set<String> names = new TreeSet<>(values.keySet());
    names.removeIf(name -> name.startsWith("$"));
    return names;
  }

  /** Changes a row; equal values leave its version as it was. */
  public Row update(Tx tx, EntitySet set, Row row, Map<String, Object> changes) {
    Map<String, Object> all = new LinkedHashMap<>(changes);
    Set<String> moved = moved(row, changes);
    if (moved.stream().anyMatch(name -> !Parties.isShared(set, name))) {
      all.put(Hidden.REC_VERSION, sequences.nextVersion());
    }
    Row after = tx.update(row, all);
    if (!Hidden.etag(row).equals(Hidden.etag(after))) {
      moved.removeIf(name -> name.startsWith("$"));
      tell(tx, new RowChange(set, row, after, moved, tx.who().client()));
    }
    return after;
  }

  /** Changes a row as a side effect; the journal shows the cause. */
  public Row updateAsServer(
      Tx tx, EntitySet set, Row row, Map<String, Object> changes, String cause) {
    Set<String> moved = moved(row, changes);
    if (moved.isEmpty()) {
      return row;
    }
    Map<String, Object> all = new LinkedHashMap<>(changes);
    all.keySet().retainAll(moved);
    all.put(Hidden.REC_VERSION, sequences.nextVersion());
    Row after = tx.updateAsServer(row, all, cause);
    moved.removeIf(name -> name.startsWith("$"));
    tell(tx, new RowChange(set, row, after, moved, Who.SERVER));
    return after;
  }

  /** Changes what the ERP computes by itself: no version moves and nobody is told. */
  public Row recompute(Tx tx, Row row, Map<String, Object> changes, String cause) {
    Set<String> moved = moved(row, changes);
    if (moved.isEmpty()) {
      return row;
    }
    Map<String, Object> all = new LinkedHashMap<>(changes);
    all.keySet().retainAll(moved);
    return tx.updateAsServer(row, all, cause);
  }

  /** Removes a row. */
  public void delete(Tx tx, EntitySet set, Row row) {
    tx.delete(row);
    tell(tx, new RowChange(set, row, null, Set.of(), tx.who().client()));
  }

  /** Removes a row as a side effect. */
  public void deleteAsServer(Tx tx, EntitySet set, Row row) {
    tx.delete(row, "delete", Who.SERVER);
    tell(tx, new RowChange(set, row, null, Set.of(), Who.SERVER));
  }

  /** Tells those who listen of a change, once it is committed. */
  public void tell(Tx tx, RowChange change) {
    tx.afterCommit(() -> listeners.forEach(listener -> listener.accept(change)));
  }

  /** Returns the names whose values really differ; case counts here. */
  public static Set<String> moved(Row row, Map<String, Object> changes) {
    Set<String> moved = new TreeSet<>();
    changes.forEach(
        (name, value) -> {
          Object old = row.get(name);
          boolean same = value instanceof String ? value.equals(old) : Values.same(value, old);
          if (!same) {
            moved.add(name);
          }
        });
    return moved;
  }

  private static Table tableOf(EntitySet set) {
    List<String> key = set.key().stream().map(Property::name).toList();
    Table table = new Table(SYSTEM, set.name(), key);
    for (Property property : set.properties()) {
      table.column(columnOf(property));
    }
    table.sortedBy(Hidden.ORDER);
    table.hashedBy(set.indexed().toArray(String[]::new));
    return set.perCompany() ? table.hashedBy(EntitySet.COMPANY) : table;
  }

  static Column columnOf(Property property) {
    Kind kind =
        switch (property.kind()) {
          case STRING -> Kind.TEXT;
          case DECIMAL -> Kind.DECIMAL;
          case INT32, INT64 -> Kind.LONG;
          case DAY, INSTANT -> Kind.INSTANT;
          case ENUM -> Kind.ENUM;
        };
    String target = property.enumType() == null ? null : property.enumType().name();
    return new Column(property.name(), kind, property.maxLength(), property.absent(), target);
  }
}
