package io.weft.activities.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.merge.Base;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The day of delivery without a packing slip. */
class FateTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  @Test
  void theDayFirstSeenStaysWhileTheStateStays() {
    Fields first = dated(shipped("PartiallyDelivered", "partly"), null, MONDAY);
    assertThat(first.get(Computed.DELIVERED_ON)).isEqualTo(new Value.Day(MONDAY));

    Fields later = dated(shipped("PartiallyDelivered", "partly"), Base.of(first), TUESDAY);
    assertThat(later.get(Computed.DELIVERED_ON)).isEqualTo(new Value.Day(MONDAY));

    Fields rest = dated(shipped("Delivered", "delivered"), Base.of(later), TUESDAY);
    assertThat(rest.get(Computed.DELIVERED_ON)).isEqualTo(new Value.Day(TUESDAY));
  }

  @Test
  void aPackingSlipsOwnDayStands() {
    Fields slip =
        shipped("Delivered", "delivered").with(Computed.DELIVERED_ON, new Value.Day(MONDAY));
    assertThat(dated(slip, null, TUESDAY)).isEqualTo(slip);
  }

  @Test
  void whatWasNotShippedHasNoDay() {
    Fields confirmed = shipped("Confirmed", "");
    assertThat(dated(confirmed, null, TUESDAY)).isEqualTo(confirmed);
  }

  private static Fields shipped(String processing, String status) {
    Value delivery = status.isEmpty() ? Values.ABSENT : new Value.Reference(status);
    return Fields.of(SalesOrderRows.PROCESSING, new Value.Code(processing))
        .with(Computed.DELIVERY_STATUS, delivery)
        .with(Computed.DELIVERED_ON, Values.ABSENT);
  }

  private static Fields dated(Fields header, @Nullable Base before, LocalDate today) {
    RecordRef order =
        RecordRef.d365(SyncObjectName.ORDER_SALES_ORDER, new LegalEntity("usmf"), "000901");
    return Fate.dated(new Snapshot(order, header, "etag", null, null), before, today).fields();
  }
}
