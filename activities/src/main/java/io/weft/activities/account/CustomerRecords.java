package io.weft.activities.account;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.D365Values;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.d365.Write;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Page;
import io.weft.activities.object.InOne;
import io.weft.activities.object.Records;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Customers in D365, guarded by their ETag. */
public final class CustomerRecords implements Records {
  private final D365Client client;
  private final CustomerRows rows;

  public CustomerRecords(D365Client client, CustomerRows rows) {
    this.client = client;
    this.rows = rows;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return client.read(key(record), rows.columns()).map(rows::snapshot);
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    client.create(CustomerRows.SET, body(wanted, fields));
  }

  private Map<String, Object> body(RecordRef wanted, Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(CustomerRows.COMPANY, company(wanted));
    body.put(CustomerRows.KEY, wanted.key());
    body.put("PartyType", "Organization");
    body.putAll(D365Values.body(fields, rows.types()));
    return body;
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    client.update(key(seen.record()), seen.etag(), D365Values.body(changes, rows.types()));
  }

  /** By or-chains over their numbers; those that no condition can name are read alone. */
  @Override
  public List<Optional<Snapshot>> readAll(List<RecordRef> records) {
    return InOne.read(
        this, records, r -> r.key().indexOf('*') < 0, CustomerRecords::path, this::query);
  }

  private List<Snapshot> query(List<List<RecordRef>> portions) {
    List<D365Query> queries = portions.stream().map(this::of).toList();
    return Page.rows(client.queryAll(CustomerRows.SET, queries)).stream()
        .map(rows::snapshot)
        .toList();
  }

  private D365Query of(List<RecordRef> some) {
    D365Filter[] numbers =
        some.stream()
            .map(record -> D365Filter.equal(CustomerRows.KEY, record.key()))
            .toArray(D365Filter[]::new);
    D365Filter wanted =
        D365Filter.all(
            D365Filter.equal(CustomerRows.COMPANY, company(some.get(0))), D365Filter.any(numbers));
    return D365Query.of(rows.columns()).where(wanted).top(some.size() + 1);
  }

  /** The ERP compares keys without regard to case. */
  private static String path(RecordRef record) {
    return record.path().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Optional<RemoteException>> writeAll(List<Writing> writings) {
    List<Write> writes = writings.stream().map(this::write).toList();
    return InOne.sent(writes.size(), () -> client.batch(writes));
  }

  @Override
  public int writtenAtOnce() {
    return client.writesAtOnce();
  }

  private Write write(Writing writing) {
    Snapshot seen = writing.seen();
    return seen == null
        ? new Write.Create(CustomerRows.SET, body(writing.target(), writing.fields()))
        : new Write.Update(
            key(seen.record()), seen.etag(), D365Values.body(writing.fields(), rows.types()));
  }

  static EntityKey key(RecordRef record) {
    return EntityKey.of(CustomerRows.SET, company(record), CustomerRows.KEY, record.key());
  }

  private static String company(RecordRef record) {
    LegalEntity legalEntity = Objects.requireNonNull(record.legalEntity());
    return legalEntity.id();
  }
}
