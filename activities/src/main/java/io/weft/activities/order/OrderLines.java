package io.weft.activities.order;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.creatio.Write;
import io.weft.activities.creatio.WriteResult;
import io.weft.activities.http.Row;
import io.weft.activities.object.LineFields;
import io.weft.activities.object.Records;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All lines of an order of Creatio as one record; the names of its fields begin with the line's
 * reference. Lines are never made or removed from here.
 */
final class OrderLines implements Records {
  /** The line's id in Creatio, beside its fields. */
  static final String ID = "Id";

  private static final int MOST = 1_000;
  private static final int SCALE = 4;

  private final CreatioClient client;
  private final OrderRows rows;

  OrderLines(CreatioClient client, OrderRows rows) {
    this.client = client;
    this.rows = rows;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return Optional.of(snapshot(record, rows(record, List.of())));
  }

  /** The rows of an order's lines, with more columns than the mapping's. */
  List<Row> rows(RecordRef record, List<String> more) {
    CreatioQuery query =
        CreatioQuery.of(rows.columns().and(more))
            .where(CreatioFilter.lookup("Order", root(record).key()))
            .top(MOST);
    return client.query(OrderRows.LINE, query).rows();
  }

  Snapshot snapshot(RecordRef record, List<Row> read) {
    Map<String, Value> fields = new LinkedHashMap<>();
    Instant newest = null;
    for (Row row : read) {
      line(row).forEach(fields::put);
      newest = later(newest, CreatioValues.modifiedOn(row));
    }
    return new Snapshot(root(record), Fields.of(fields), null, newest, null);
  }

  private Fields line(Row row) {
    String id = String.valueOf(row.text("Id"));
    String line = References.of(id);
    Map<String, Value> all = new LinkedHashMap<>();
    Fields own = rows.fields(row);
    own.forEach((name, value) -> all.put(LineFields.name(line, name), value));
    all.put(LineFields.name(line, ID), new Value.Reference(id));
    all.put(LineFields.name(line, Computed.DISCOUNT_PER_UNIT), perUnit(own, row));
    return Fields.of(all);
  }

  /** The line's discount for one unit, where no percentage says it; rounding may leave a rest. */
  private static Value perUnit(Fields line, Row row) {
    BigDecimal amount = row.number("DiscountAmount");
    boolean percent =
        line.get("DiscountPercent") instanceof Value.Decimal d && d.number().signum() != 0;
    if (amount == null || amount.signum() == 0 || percent) {
      return Values.ABSENT;
    }
    return line.get("Quantity") instanceof Value.Decimal quantity && quantity.number().signum() > 0
        ? new Value.Decimal(amount.divide(quantity.number(), SCALE, RoundingMode.HALF_UP))
        : Values.ABSENT;
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    throw new IllegalStateException("lines are written in Creatio by people");
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    updateAll(seen, requests(seen.record(), changes));
  }

  @Override
  public List<Request> requests(RecordRef root, Fields changes) {
    return Lines.requests(root, changes);
  }

  /** Each line may be written twice without harm, so that a batch need not be all or nothing. */
  @Override
  public void updateAll(Snapshot seen, List<Request> requests) {
    List<Write> writes = new ArrayList<>();
    for (Request request : requests) {
      String line = Lines.line(request.target());
      String id = seen.fields().get(LineFields.name(line, ID)).text();
      Fields bare = Lines.bare(request.changes());
      writes.add(new Write.Update(OrderRows.LINE, id, rows.body(bare)));
    }
    for (WriteResult result : client.batch(writes)) {
      if (result instanceof WriteResult.Failed failed) {
        throw failed.failure();
      }
    }
  }

  private static RecordRef root(RecordRef record) {
    return Lines.root(record);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
  }
}
