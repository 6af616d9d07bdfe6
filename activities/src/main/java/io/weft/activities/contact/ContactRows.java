package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.poll.RowReader;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A contact of Creatio; the same form for passes and feeds. E-mail and phone are columns of the
 * contact, which Creatio itself keeps in step with the rows of {@code ContactCommunication}.
 * Look-ups carry the mapping's names ({@code Account}), on the wire they end in {@code Id}.
 */
public final class ContactRows implements RowReader {
  static final String SET = "Contact";
  static final String ACCOUNT = "Account";
  static final String TYPE = "Type";
  static final String EMAIL = "Email";

  private final Map<String, Type> types;

  public ContactRows(Mapping mapping) {
    Map<String, Type> all = new LinkedHashMap<>();
    for (Slot slot : mapping.slots(Side.CREATIO)) {
      all.put(slot.name(), slot.type());
    }
    all.putIfAbsent(ACCOUNT, Type.REFERENCE);
    all.putIfAbsent(TYPE, Type.REFERENCE);
    all.putIfAbsent(FullName.NAME, Type.STRING);
    FullName.PARTS.forEach(part -> all.putIfAbsent(part, Type.STRING));
    all.putIfAbsent(EMAIL, Type.EMAIL);
    this.types = Collections.unmodifiableMap(all);
  }

  @Override
  public Columns columns() {
    return new Columns(types.keySet().stream().map(this::wire).toList());
  }

  @Override
  public RecordRef ref(Row row) {
    String id = Objects.requireNonNull(row.text("Id"), "a contact without Id");
    return RecordRef.creatio(SyncObjectName.CONTACT, id);
  }

  @Override
  public Fields fields(Row row) {
    Map<String, Value> fields = new LinkedHashMap<>();
    types.forEach((name, type) -> fields.put(name, CreatioValues.read(type, row.get(wire(name)))));
    return Fields.of(fields);
  }

  /** The contact as it is now. */
  Snapshot snapshot(Row row) {
    String by = row.text("ModifiedById");
    return new Snapshot(ref(row), fields(row), null, CreatioValues.modifiedOn(row), by);
  }

  /** The body of a write. */
  Map<String, Object> body(Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          Type type = types.get(name);
          if (type == null) {
            throw new IllegalArgumentException("no type is known for column " + name);
          }
          body.put(wire(name), CreatioValues.write(type, value));
        });
    return body;
  }

  /** A look-up's column carries its id. */
  private String wire(String name) {
    return types.get(name) == Type.REFERENCE ? name + "Id" : name;
  }
}
