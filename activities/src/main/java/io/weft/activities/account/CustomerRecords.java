package io.weft.activities.account;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Values;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.object.Records;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.util.LinkedHashMap;
import java.util.List;
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
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(CustomerRows.COMPANY, company(wanted));
    body.put(CustomerRows.KEY, wanted.key());
    body.put("PartyType", "Organization");
    body.putAll(D365Values.body(fields, rows.types()));
    client.create(CustomerRows.SET, body);
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    client.update(key(seen.record()), seen.etag(), D365Values.body(changes, rows.types()));
  }

  static EntityKey key(RecordRef record) {
    return EntityKey.of(CustomerRows.SET, company(record), CustomerRows.KEY, record.key());
  }

  private static String company(RecordRef record) {
    LegalEntity legalEntity = Objects.requireNonNull(record.legalEntity());
    return legalEntity.id();
  }
}
