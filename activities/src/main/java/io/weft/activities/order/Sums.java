package io.weft.activities.order;

import io.weft.activities.http.Row;
import io.weft.activities.object.Records;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sums of an order on one side, and the prices of its lines, as a record that nobody writes. It
 * is made of the whole document, and tells by digests of header and lines whether either has
 * changed since the steps before.
 */
abstract class Sums implements Records {
  static final String LINES = "Sum of the lines";
  static final String TAX = "Tax";
  private static final String HEADER_AS_READ = "@header";
  private static final String LINES_AS_READ = "@lines";

  /**
   * All that is known of an order on this side.
   *
   * @param header null if there is none
   */
  static Snapshot of(
      RecordRef record, Fields sums, Fields prices, @Nullable Snapshot header, Snapshot lines) {
    String head = header == null ? "" : Digest.of(header.fields());
    Fields parts =
        Fields.of(
            Map.of(
                HEADER_AS_READ,
                Values.text(head),
                LINES_AS_READ,
                Values.text(Digest.of(lines.fields()))));
    return new Snapshot(record, sums.with(prices).with(parts), "sums", null, null);
  }

  static Fields sums(BigDecimal lines, BigDecimal tax) {
    Map<String, Value> sums = new LinkedHashMap<>();
    sums.put(LINES, new Value.Decimal(lines));
    sums.put(TAX, new Value.Decimal(tax));
    return Fields.of(sums);
  }

  /** The header's, then the lines': as the two steps before have them. */
  @Override
  public List<String> parts(Snapshot read) {
    return List.of(
        read.fields().get(HEADER_AS_READ).text(), read.fields().get(LINES_AS_READ).text());
  }

  static BigDecimal number(Row row, String column) {
    BigDecimal number = row.number(column);
    return number == null ? BigDecimal.ZERO : number;
  }

  static BigDecimal decimal(Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal d ? d.number() : BigDecimal.ZERO;
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public abstract Optional<Snapshot> read(RecordRef record);

  @Override
  public void create(RecordRef wanted, Fields fields) {
    throw new IllegalStateException("sums are computed, not written");
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    throw new IllegalStateException("sums are computed, not written");
  }
}
