package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.World;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Query;
import io.weft.sandbox.odata.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as they go over the wire, with what {@code $expand} adds. */
final class Render {
  private static final int DEEPEST = 2;

  private final World world;

  Render(World world) {
    this.world = world;
  }

  /** One side of a relation: a look-up to one row, or the children that point here by one. */
  private record Way(Table target, @Nullable String lookup, @Nullable String back) {}

  /** Refuses an {@code $expand} that names nothing, goes too deep or has bad options. */
  void check(Table table, Query query, int depth) {
    for (Query.Expand expand : query.expand()) {
      if (depth >= DEEPEST) {
        throw new BadQuery("The request includes a $expand path which is too deep.");
      }
      Way way = way(table, expand.property());
      new CreatioDialect(world, way.target()).check(expand.options());
      check(way.target(), expand.options(), depth + 1);
    }
  }

  /** Returns a row; call it inside {@code World.read}. */
  Map<String, @Nullable Object> row(Row row, Query query) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Map<String, Column> columns = row.table().columns();
    Iterable<String> names = query.select().isEmpty() ? columns.keySet() : query.select();
    for (String name : names) {
      Column column = columns.get(name);
      Object stored = column == null ? null : row.get(name);
      json.put(name, column == null || stored == null ? null : CreatioValues.wire(column, stored));
    }
    query.expand().forEach(expand -> json.put(expand.property(), expanded(row, expand)));
    return json;
  }

  private @Nullable Object expanded(Row row, Query.Expand expand) {
    Way way = way(row.table(), expand.property());
    String lookup = way.lookup();
    if (lookup != null) {
      Row found = way.target().find(row.text(lookup));
      return found == null ? null : row(found, expand.options());
    }
    return children(row, way, expand.options());
  }

  private List<Object> children(Row row, Way way, Query options) {
    Table target = way.target();
    String back = way.back();
    List<Row> pointing =
        back == null || !target.isHashed(back) ? List.of() : target.equal(back, id(row));
    List<Object> children = new ArrayList<>();
    Selection.of(pointing, options, new CreatioDialect(world, target), Reader.CAP)
        .rows()
        .forEach(child -> children.add(row(child, options)));
    return children;
  }

  private static Object id(Row row) {
    Object id = row.get("Id");
    return id == null ? Ids.ZERO : id;
  }

  private Way way(Table table, String property) {
    Column lookup = table.columns().get(property + "Id");
    if (lookup != null && lookup.target() != null) {
      Table target = world.findTable(CreatioTenant.SYSTEM, lookup.target());
      if (target != null) {
        return new Way(target, lookup.name(), null);
      }
    }
    int by = property.indexOf("CollectionBy");
    Table child = by < 0 ? null : world.findTable(CreatioTenant.SYSTEM, property.substring(0, by));
    String back = by < 0 ? "" : property.substring(by + "CollectionBy".length()) + "Id";
    Column pointing = child == null ? null : child.columns().get(back);
    if (child != null && pointing != null && table.name().equals(pointing.target())) {
      return new Way(child, null, back);
    }
    throw new BadQuery(
        "Could not find a property named '"
            + property
            + "' on type 'Terrasoft.Configuration.OData."
            + table.name()
            + "'.");
  }
}
