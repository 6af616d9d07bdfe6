package io.weft.activities.order;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.object.Records;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import java.util.List;
import java.util.Optional;

/** The orders of Creatio. None is ever created from here. */
final class OrderRecords implements Records {
  private final CreatioClient client;
  private final OrderRows rows;

  OrderRecords(CreatioClient client, OrderRows rows) {
    this.client = client;
    this.rows = rows;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return client.get(OrderRows.ORDER, record.key(), rows.columns()).map(rows::snapshot);
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    throw new IllegalStateException("orders are taken in Creatio, not made there");
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    client.patch(OrderRows.ORDER, seen.record().key(), rows.body(changes));
  }

  @Override
  public void updateAll(Snapshot seen, List<Request> requests) {
    requests.forEach(request -> update(seen, request.changes()));
  }
}
