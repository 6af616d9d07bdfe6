package io.weft.activities.contact;

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
import io.weft.activities.store.Provisional;
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
import java.util.stream.Stream;

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

  /** By or-chains over their numbers; those that no condition can name are read alone. */
  @Override
  public List<Optional<Snapshot>> readAll(List<RecordRef> records) {
    return InOne.read(
        this, records, ContactPersonRecords::isPlain, ContactPersonRecords::form, this::query);
  }

  private static boolean isPlain(RecordRef record) {
    return !Provisional.is(record.key()) && record.key().indexOf('*') < 0;
  }

  /** The ERP compares keys without regard to case. */
  private static String form(RecordRef record) {
    return record.path().toLowerCase(Locale.ROOT);
  }

  private List<Snapshot> query(List<List<RecordRef>> portions) {
    List<D365Query> queries = portions.stream().map(this::of).toList();
    return Page.rows(client.queryAll(PersonRows.SET, queries)).stream()
        .map(rows::snapshot)
        .toList();
  }

  private D365Query of(List<RecordRef> some) {
    D365Filter[] numbers =
        some.stream()
            .map(record -> D365Filter.equal(PersonRows.KEY, record.key()))
            .toArray(D365Filter[]::new);
    D365Filter wanted =
        D365Filter.all(
            D365Filter.equal(PersonRows.COMPANY, company(some.get(0)).id()),
            D365Filter.any(numbers));
    return D365Query.of(rows.columns()).where(wanted).top(some.size() + 1);
  }

  /** Changes go together; each that is to be made goes alone, because its number is to come. */
  @Override
  public List<Optional<RemoteException>> writeAll(List<Writing> writings) {
    List<Write> updates =
        writings.stream().flatMap(w -> Stream.ofNullable(w.seen()).map(s -> write(s, w))).toList();
    return updates.size() < writings.size()
        ? Records.super.writeAll(writings)
        : InOne.sent(updates.size(), () -> client.batch(updates));
  }

  @Override
  public int writtenAtOnce() {
    return client.writesAtOnce();
  }

  private Write write(Snapshot seen, Writing writing) {
    Map<String, Object> body = D365Values.body(writing.fields(), rows.types());
    return new Write.Update(key(seen.record()), seen.etag(), body);
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
