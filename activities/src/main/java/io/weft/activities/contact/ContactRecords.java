package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.object.Records;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Contacts in Creatio. As with accounts there is no row version: {@link #update} trusts that the
 * caller has just read the record, and in strict mode sends the seen values along.
 */
public final class ContactRecords implements Records {
  /** Creatio's id of the contact type Contact person, the same in every installation. */
  private static final String CONTACT_PERSON = "806732ee-f36b-1410-a883-16d83cab0980";

  private final CreatioClient client;
  private final ContactRows rows;
  private final boolean strict;

  public ContactRecords(CreatioClient client, ContactRows rows, boolean strict) {
    this.client = client;
    this.rows = rows;
    this.strict = strict;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return client.get(ContactRows.SET, record.key(), rows.columns()).map(rows::snapshot);
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    Map<String, Object> body =
        new LinkedHashMap<>(rows.body(FullName.complete(Fields.none(), fields)));
    body.putIfAbsent(ContactRows.TYPE + "Id", CONTACT_PERSON);
    client.create(ContactRows.SET, wanted.key(), body);
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    Fields all = FullName.complete(seen.fields(), changes);
    String id = seen.record().key();
    if (strict) {
      Fields old = seen.fields().only(List.copyOf(all.names()));
      client.patchIfUnchanged(ContactRows.SET, id, rows.body(old), rows.body(all));
    } else {
      client.patch(ContactRows.SET, id, rows.body(all));
    }
  }
}
