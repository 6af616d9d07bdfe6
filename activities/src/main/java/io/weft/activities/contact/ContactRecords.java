package io.weft.activities.contact;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.creatio.Write;
import io.weft.activities.creatio.WriteResult;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Page;
import io.weft.activities.object.InOne;
import io.weft.activities.object.Records;
import io.weft.activities.object.StateOnRecord;
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

  /** By or-chains over their ids. */
  @Override
  public List<Optional<Snapshot>> readAll(List<RecordRef> records) {
    return InOne.read(this, records, record -> true, RecordRef::key, this::query);
  }

  private List<Snapshot> query(List<List<RecordRef>> portions) {
    List<CreatioQuery> queries = portions.stream().map(this::of).toList();
    return Page.rows(client.queryAll(ContactRows.SET, queries)).stream()
        .map(rows::snapshot)
        .toList();
  }

  private CreatioQuery of(List<RecordRef> some) {
    CreatioFilter[] ids =
        some.stream()
            .map(record -> CreatioFilter.lookup("Id", record.key()))
            .toArray(CreatioFilter[]::new);
    return CreatioQuery.of(rows.columns()).where(CreatioFilter.any(ids)).top(some.size() + 1);
  }

  @Override
  public boolean showsAlong() {
    return !strict;
  }

  /** In strict mode one by one: no batch compares the old values. */
  @Override
  public List<Optional<RemoteException>> writeAll(List<Writing> writings) {
    if (strict) {
      return Records.super.writeAll(writings);
    }
    List<Write> writes = writings.stream().map(this::write).toList();
    return InOne.sent(writes.size(), () -> stopped(client.batch(writes)));
  }

  @Override
  public int writtenAtOnce() {
    return client.writesAtOnce();
  }

  private Write write(Writing writing) {
    String id = writing.target().key();
    Snapshot seen = writing.seen();
    Map<String, Object> body =
        new LinkedHashMap<>(
            seen == null
                ? newBody(writing.fields())
                : rows.body(FullName.complete(seen.fields(), writing.fields())));
    body.putAll(StateOnRecord.body(writing.shown()));
    return seen == null
        ? new Write.Create(ContactRows.SET, id, body)
        : new Write.Update(ContactRows.SET, id, body);
  }

  private static List<Optional<RemoteException>> stopped(List<WriteResult> results) {
    return results.stream()
        .map(
            result ->
                result instanceof WriteResult.Failed failed
                    ? Optional.of(failed.failure())
                    : Optional.<RemoteException>empty())
        .toList();
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    client.create(ContactRows.SET, wanted.key(), newBody(fields));
  }

  private Map<String, Object> newBody(Fields fields) {
    Map<String, Object> body =
        new LinkedHashMap<>(rows.body(FullName.complete(Fields.none(), fields)));
    body.putIfAbsent(ContactRows.TYPE + "Id", CONTACT_PERSON);
    return body;
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
