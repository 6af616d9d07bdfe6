package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Table;
import java.math.BigDecimal;
import java.util.List;

/** Says in short words which columns a set has. Each set begins with the base columns. */
final class Shape {
  private final Table table;

  private Shape(String name) {
    table = new Table(CreatioTenant.SYSTEM, name, List.of("Id"));
    table.column(new Column("Id", Kind.GUID, 0, Ids.ZERO, null));
    table.sortedBy("Id", "ModifiedOn", "CreatedOn");
    times("CreatedOn", "ModifiedOn");
    lookup("CreatedBy", "Contact").lookup("ModifiedBy", "Contact").integers("ProcessListeners");
  }

  static Shape of(String name) {
    return new Shape(name);
  }

  /** A set with a name and a description, as look-ups are. */
  static Shape lookupSet(String name) {
    return of(name).text(250, "Name").text(0, "Description").indexed("Name");
  }

  Shape text(int length, String... names) {
    return add(Kind.TEXT, length, "", names);
  }

  Shape times(String... names) {
    return add(Kind.INSTANT, 0, Ids.NO_TIME, names);
  }

  Shape dates(String... names) {
    return add(Kind.DATE, 0, Ids.NO_TIME, names);
  }

  Shape integers(String... names) {
    return add(Kind.INTEGER, 0, 0, names);
  }

  Shape decimals(int decimals, String... names) {
    return add(Kind.DECIMAL, decimals, BigDecimal.ZERO, names);
  }

  Shape flags(String... names) {
    return add(Kind.BOOLEAN, 0, false, names);
  }

  Shape guids(String... names) {
    return add(Kind.GUID, 0, Ids.ZERO, names);
  }

  /** A look-up: the wire name is the column's name and {@code Id}. */
  Shape lookup(String name, String target) {
    table.column(new Column(name + "Id", Kind.GUID, 0, Ids.ZERO, target));
    // Nearly every row has the same few authors: an index on them would help nobody.
    return name.endsWith("edBy") ? this : indexed(name + "Id");
  }

  Shape indexed(String... names) {
    table.hashedBy(names);
    return this;
  }

  Table table() {
    return table;
  }

  private Shape add(Kind kind, int length, Object absent, String... names) {
    for (String name : names) {
      table.column(new Column(name, kind, length, absent, null));
    }
    return this;
  }
}
