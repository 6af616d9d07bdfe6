package io.weft.activities.order;

import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.creatio.Expand;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.poll.RowReader;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rows of Creatio's orders or of their lines. Days are days in the legal entity's time zone;
 * columns that Weft computes are in no request.
 */
final class OrderRows implements RowReader {
  static final String ORDER = "Order";
  static final String LINE = "OrderProduct";
  static final String STATUS = "Status";
  static final String ACCOUNT = "Account";

  /** Columns of Creatio that hold a moment where a day is meant. */
  private static final Set<String> MOMENTS = Set.of("DueDate", "ActualDate");

  private final String parent;
  private final Map<String, Type> types;
  private final ZoneId zone;

  private OrderRows(String parent, Mapping mapping, ZoneId zone) {
    Map<String, Type> all = new LinkedHashMap<>();
    for (Slot slot : mapping.slots(Side.CREATIO)) {
      all.put(slot.name(), slot.type());
    }
    all.keySet().removeIf(Computed::is);
    this.parent = parent;
    this.types = Collections.unmodifiableMap(all);
    this.zone = zone;
  }

  static OrderRows orders(Mapping mapping, ZoneId zone) {
    return new OrderRows("Id", mapping, zone);
  }

  /** The rows tell of their order. */
  static OrderRows lines(Mapping lines, ZoneId zone) {
    return new OrderRows("OrderId", lines, zone);
  }

  @Override
  public Columns columns() {
    List<String> wire = new ArrayList<>(types.keySet().stream().map(this::wire).toList());
    if (!parent.equals("Id")) {
      wire.add(parent);
    }
    return new Columns(wire);
  }

  @Override
  public List<Expand> expand() {
    return List.of();
  }

  @Override
  public RecordRef ref(Row row) {
    String id = Objects.requireNonNull(row.text(parent), "an order's row without its order");
    return RecordRef.creatio(SyncObjectName.ORDER_SALES_ORDER, id);
  }

  @Override
  public Fields fields(Row row) {
    Map<String, Value> fields = new LinkedHashMap<>();
    types.forEach((name, type) -> fields.put(name, read(name, type, row)));
    return Fields.of(fields);
  }

  private Value read(String name, Type type, Row row) {
    if (type != Type.DATE || !MOMENTS.contains(name)) {
      return CreatioValues.read(type, row.get(wire(name)));
    }
    Value moment = CreatioValues.read(Type.INSTANT, row.get(wire(name)));
    return moment instanceof Value.Moment at ? new Value.Day(day(at.at())) : Values.ABSENT;
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  Snapshot snapshot(Row row) {
    Instant modified = CreatioValues.modifiedOn(row);
    return new Snapshot(ref(row), fields(row), null, modified, row.text("ModifiedById"));
  }

  /** The body of a write. A day is sent as noon in the legal entity, so that it stays that day. */
  Map<String, Object> body(Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          Type type = types.get(name);
          if (type == null) {
            throw new IllegalArgumentException("no type is known for column " + name);
          }
          body.put(wire(name), write(name, type, value));
        });
    return body;
  }

  private Object write(String name, Type type, Value value) {
    if (!MOMENTS.contains(name) || !(value instanceof Value.Day day)) {
      return CreatioValues.write(type, value);
    }
    Instant noon = day.day().atTime(12, 0).atZone(zone).toInstant();
    return CreatioValues.write(Type.INSTANT, new Value.Moment(noon));
  }

  private String wire(String name) {
    return types.get(name) == Type.REFERENCE ? name + "Id" : name;
  }
}
