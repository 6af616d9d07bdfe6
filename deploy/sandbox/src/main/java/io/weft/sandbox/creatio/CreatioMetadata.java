package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Table;
import io.weft.sandbox.World;
import io.weft.sandbox.odata.Edmx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tenant's {@code $metadata}: columns, look-ups as id and navigation, and their reverse. */
final class CreatioMetadata {
  private static final String NAMESPACE = "Terrasoft.Configuration.OData";

  private final World world;
  private final Settings settings;

  CreatioMetadata(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
  }

  String document() {
    List<Table> tables = visible();
    List<Edmx.EntityType> types = tables.stream().map(table -> type(table, tables)).toList();
    return Edmx.write(NAMESPACE, types, Map.of());
  }

  List<Table> visible() {
    return world.tables(CreatioTenant.SYSTEM).stream()
        .filter(table -> settings.sysAdminUnit() || !table.name().equals("SysAdminUnit"))
        .toList();
  }

  static String edm(Column column) {
    return column.kind() == Kind.DATE || column.kind() == Kind.INSTANT
        ? "Edm.DateTimeOffset"
        : switch (column.kind()) {
          case GUID -> "Edm.Guid";
          case INTEGER -> "Edm.Int32";
          case LONG -> "Edm.Int64";
          case DECIMAL -> "Edm.Decimal";
          case BOOLEAN -> "Edm.Boolean";
          default -> "Edm.String";
        };
  }

  private static Edmx.EntityType type(Table table, List<Table> all) {
    List<Edmx.Property> properties =
        table.columns().values().stream()
            .map(column -> new Edmx.Property(column.name(), edm(column), false, 0))
            .toList();
    List<Edmx.Navigation> ways = new ArrayList<>();
    for (Column column : table.columns().values()) {
      String target = column.target();
      if (target != null) {
        ways.add(new Edmx.Navigation(way(column), target, false));
      }
    }
    all.forEach(child -> ways.addAll(reverse(child, table)));
    return new Edmx.EntityType(table.name(), table.name(), table.keyColumns(), properties, ways);
  }

  private static List<Edmx.Navigation> reverse(Table child, Table parent) {
    List<Edmx.Navigation> ways = new ArrayList<>();
    for (Column column : child.columns().values()) {
      if (parent.name().equals(column.target())) {
        String name = child.name() + "CollectionBy" + way(column);
        ways.add(new Edmx.Navigation(name, child.name(), true));
      }
    }
    return ways;
  }

  /** Returns the navigation of a look-up: its column's name without {@code Id}. */
  static String way(Column lookup) {
    return lookup.name().substring(0, lookup.name().length() - 2);
  }
}
