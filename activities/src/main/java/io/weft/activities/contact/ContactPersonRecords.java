package io.weft.activities.contact;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Values;
import io.weft.activities.d365.EntityKey;
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
 * Contact persons in D365, guarded by their ETag. D365 gives them their numbers; until it has, they
 * are found by what tells people apart among those of the customer.
 */
public final class ContactPersonRecords implements Records {
  private final D365Client client;
  private final PersonRows rows;
  private final PersonSearch search;
  private final Customers customers;

  ContactPersonRecords(
      D365Client client, PersonRows rows, PersonSearch search, Customers customers) {
    this.client = client;
    this.rows = rows;
    this.search = search;
    this.customers = customers;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return Provisional.is(record.key())
        ? Optional.empty()
        : client.read(key(record), rows.columns()).map(rows::snapshot);
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public List<Snapshot> find(RecordRef wanted, Fields like) {
    if (!Provisional.is(wanted.key())) {
      return find(wanted);
    }
    LegalEntity legalEntity = company(wanted);
    String sentTo = like.get(PersonRows.OF).text();
    String party =
        sentTo.isEmpty()
            ? customers.partyOf(like.get(ContactRows.ACCOUNT).text(), legalEntity)
            : sentTo;
    String contact = Reference.contact(wanted.key());
    return search.like(party, legalEntity, Person.of(like), contact);
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(PersonRows.COMPANY, company(wanted).id());
    body.putAll(D365Values.body(fields, rows.types()));
    client.create(PersonRows.SET, body);
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    client.update(key(seen.record()), seen.etag(), D365Values.body(changes, rows.types()));
  }

  private static EntityKey key(RecordRef record) {
    return EntityKey.of(PersonRows.SET, company(record).id(), PersonRows.KEY, record.key());
  }

  private static LegalEntity company(RecordRef record) {
    return Objects.requireNonNull(record.legalEntity());
  }
}
