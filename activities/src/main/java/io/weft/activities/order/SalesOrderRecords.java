package io.weft.activities.order;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.D365Values;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.http.Row;
import io.weft.activities.object.Records;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The headers of sales orders in D365, guarded by their ETag. D365 assigns the numbers; until ours
 * is known an order is found by our reference in {@code referenceField}, which no other order
 * carries.
 */
final class SalesOrderRecords implements Records {
  private final D365Client client;
  private final SalesOrderRows rows;
  private final Fate fate;
  private final String referenceField;

  SalesOrderRecords(D365Client client, SalesOrderRows rows, Fate fate, String referenceField) {
    this.client = client;
    this.rows = rows;
    this.fate = fate;
    this.referenceField = referenceField;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return row(record, List.of()).map(this::snapshot);
  }

  /** The row of a header, with more columns than the mapping's. */
  Optional<Row> row(RecordRef record, List<String> more) {
    return client.read(key(record), rows.columns().and(more));
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    if (!Provisional.is(wanted.key())) {
      return read(wanted).stream().toList();
    }
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal(SalesOrderRows.COMPANY, company(wanted)),
            D365Filter.equal(referenceField, Provisional.reference(wanted.key())));
    D365Query query = D365Query.of(rows.columns()).where(filter).top(2);
    return client.query(SalesOrderRows.SET, query).rows().stream().map(this::snapshot).toList();
  }

  Snapshot snapshot(Row row) {
    Snapshot header = D365Values.snapshot(rows.ref(row), row, rows.types());
    return new Snapshot(
        header.record(), header.fields().with(fate.of(header)), header.etag(), null, null);
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(SalesOrderRows.COMPANY, company(wanted));
    if (Provisional.is(wanted.key())) {
      body.put(referenceField, Provisional.reference(wanted.key()));
    } else {
      body.put(SalesOrderRows.KEY, wanted.key());
    }
    body.putAll(D365Values.body(fields, rows.types()));
    client.create(SalesOrderRows.SET, body);
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    client.update(key(seen.record()), seen.etag(), D365Values.body(changes, rows.types()));
  }

  @Override
  public void updateAll(Snapshot seen, List<Request> requests) {
    requests.forEach(request -> update(seen, request.changes()));
  }

  static EntityKey key(RecordRef record) {
    return EntityKey.of(SalesOrderRows.SET, company(record), SalesOrderRows.KEY, record.key());
  }

  static String company(RecordRef record) {
    LegalEntity legalEntity = Objects.requireNonNull(record.legalEntity());
    return legalEntity.id();
  }
}
