package io.weft.activities.contact;

import io.weft.activities.d365.D365Values;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.poll.RowReader;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A contact person of D365, as {@code ContactPersons} shows it. */
public final class PersonRows implements RowReader {
  static final String SET = "ContactPersons";
  static final String KEY = "ContactPersonId";
  static final String COMPANY = "dataAreaId";

  /** The person's own party, the same for all contact persons that it is. */
  static final String PERSON = "ContactPersonPartyNumber";

  /** The party of the customer that the contact person belongs to, for good. */
  static final String OF = "AssociatedPartyNumber";

  static final String INACTIVE = "IsInactive";
  static final String FIRST = "FirstName";
  static final String LAST = "LastName";
  static final String EMAIL = "PrimaryEmailAddress";

  private final Map<String, Type> types;

  public PersonRows(Mapping mapping) {
    Map<String, Type> all = new LinkedHashMap<>();
    all.put(COMPANY, Type.CODE);
    all.put(KEY, Type.CODE);
    for (Slot slot : mapping.slots(Side.D365)) {
      all.putIfAbsent(slot.name(), slot.type());
    }
    all.putIfAbsent(OF, Type.CODE);
    all.putIfAbsent(PERSON, Type.CODE);
    all.putIfAbsent(INACTIVE, Type.BOOLEAN);
    List.of(FIRST, LAST).forEach(name -> all.putIfAbsent(name, Type.STRING));
    all.putIfAbsent(EMAIL, Type.EMAIL);
    this.types = Collections.unmodifiableMap(all);
  }

  @Override
  public Columns columns() {
    return new Columns(List.copyOf(types.keySet()));
  }

  Map<String, Type> types() {
    return types;
  }

  /** The contact person as it is now, with its row version. */
  Snapshot snapshot(Row row) {
    return D365Values.snapshot(ref(row), row, types);
  }

  @Override
  public Fields fields(Row row) {
    return D365Values.fields(row, types);
  }

  @Override
  public RecordRef ref(Row row) {
    String company = Objects.requireNonNull(row.text(COMPANY), "a contact person without company");
    String key = Objects.requireNonNull(row.text(KEY), "a contact person without number");
    return RecordRef.d365(SyncObjectName.CONTACT, new LegalEntity(company), key);
  }
}
