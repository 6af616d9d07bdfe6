package io.weft.activities.order;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.D365Values;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.d365.Write;
import io.weft.activities.http.Row;
import io.weft.activities.object.LineFields;
import io.weft.activities.object.Records;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All lines of a sales order as one record; the names of its fields begin with the line's
 * reference, which D365 keeps as external item number. Lines that D365 made itself go by their lot.
 * A line is removed by writing no lot. Several lines go over in one changeset: all or none.
 */
final class SalesOrderLines implements Records {
  static final String LOT = "InventoryLotId";
  static final String REFERENCE = "ExternalItemNumber";
  static final String LINE_STATUS = "SalesOrderLineStatus";
  static final String AMOUNT = "LineAmount";

  /** What of a line is worth a look at its order when it changes. */
  static final List<String> WATCHED =
      List.of(LOT, "ItemNumber", "OrderedSalesQuantity", "SalesPrice", AMOUNT, LINE_STATUS);

  /** What a line that is not ours goes by. */
  static final String FOREIGN = "lot:";

  private static final String ETAG = "@etag";
  private static final int MOST = 1_000;

  private final D365Client client;
  private final SalesOrderRows rows;

  SalesOrderLines(D365Client client, SalesOrderRows rows) {
    this.client = client;
    this.rows = rows;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return Optional.of(snapshot(record, rows(record, List.of())));
  }

  /** The rows of a sales order's lines, with more columns than the mapping's. */
  List<Row> rows(RecordRef record, List<String> more) {
    RecordRef root = Lines.root(record);
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal(SalesOrderRows.COMPANY, SalesOrderRecords.company(root)),
            D365Filter.equal(SalesOrderRows.KEY, root.key()));
    D365Query query =
        D365Query.of(rows.columns().and(more)).where(filter).orderBy("LineNumber", LOT).top(MOST);
    return client.query(SalesOrderRows.LINES, query).rows();
  }

  Snapshot snapshot(RecordRef record, List<Row> read) {
    Map<String, Value> fields = new LinkedHashMap<>();
    StringBuilder versions = new StringBuilder("lines");
    for (Row row : read) {
      String reference = reference(row, fields.keySet());
      Lines.named(line(row), reference).forEach(fields::put);
      versions.append('|').append(row.etag());
    }
    return new Snapshot(Lines.root(record), Fields.of(fields), versions.toString(), null, null);
  }

  private Fields line(Row row) {
    String etag = row.etag();
    return rows.fields(row).with(ETAG, Values.text(etag == null ? "" : etag));
  }

  /** Two lines of one reference are told apart, so that a person can see that one is too many. */
  private static String reference(Row row, Set<String> before) {
    String lot = String.valueOf(row.text(LOT));
    String reference = String.valueOf(row.text(REFERENCE)).strip();
    boolean ours = reference.length() == References.LENGTH && !reference.contains("/");
    boolean taken = before.contains(LineFields.name(reference, LOT));
    return ours && !taken ? reference : FOREIGN + lot;
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    throw new IllegalStateException("lines are added to an order that is there");
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    updateAll(seen, requests(seen.record(), changes));
  }

  @Override
  public List<Request> requests(RecordRef root, Fields changes) {
    return Lines.requests(root, changes);
  }

  @Override
  public void updateAll(Snapshot seen, List<Request> requests) {
    List<Write> writes = new ArrayList<>();
    for (Request request : requests) {
      writes.add(write(seen, request));
    }
    client.changeset(writes);
  }

  private Write write(Snapshot seen, Request request) {
    String line = Lines.line(request.target());
    Fields now = Lines.of(seen.fields(), line);
    Fields changes = Lines.bare(request.changes());
    String lot = now.get(LOT).text();
    if (lot.isEmpty()) {
      return new Write.Create(SalesOrderRows.LINES, body(seen.record(), line, changes));
    }
    EntityKey key =
        EntityKey.of(SalesOrderRows.LINES, SalesOrderRecords.company(seen.record()), LOT, lot);
    String etag = now.get(ETAG).text();
    boolean removed = changes.has(LOT) && changes.get(LOT).isAbsent();
    return removed
        ? new Write.Delete(key, etag)
        : new Write.Update(key, etag, D365Values.body(changes, rows.types()));
  }

  private Map<String, Object> body(RecordRef order, String line, Fields changes) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(SalesOrderRows.COMPANY, SalesOrderRecords.company(order));
    body.put(SalesOrderRows.KEY, order.key());
    body.put(REFERENCE, line);
    body.putAll(D365Values.body(changes, rows.types()));
    return body;
  }

  /** What is written to remove a line. */
  static Fields removal(String line) {
    return Fields.of(LineFields.name(line, LOT), Values.ABSENT);
  }

  /** Whether D365 still lets the line be changed. */
  static boolean isOpen(Fields line) {
    Value status = line.get(LINE_STATUS);
    return status.isAbsent() || status.text().equals("Backorder") || status.text().equals("None");
  }
}
