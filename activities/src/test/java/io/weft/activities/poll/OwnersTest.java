package io.weft.activities.poll;

import static io.weft.activities.poll.FakeCreatio.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnersTest {
  private static final SyncObjectName ORDERS = SyncObjectName.ORDER_SALES_ORDER;
  private static final LegalEntity USMF = new LegalEntity("usmf");

  private final FakeCreatio creatio = new FakeCreatio();
  private final FakeD365 d365 = new FakeD365();
  private final Owners owners = Owners.remote(creatio, d365);

  private static Orphan line(int number) {
    return new Orphan(ORDERS, Side.CREATIO, "OrderProduct", id(number), null);
  }

  private static Orphan lot(String legalEntity, String lot) {
    return new Orphan(ORDERS, Side.D365, "SalesOrderLines", lot, new LegalEntity(legalEntity));
  }

  private void line(int number, int order) {
    creatio.put("OrderProduct", "Id", id(number), "OrderId", id(order));
  }

  private void lot(String legalEntity, String lot, String order) {
    d365.put(
        "SalesOrderLines",
        "dataAreaId",
        legalEntity,
        "InventoryLotId",
        lot,
        "SalesOrderNumber",
        order);
  }

  @Test
  void asksForTheOrderOfTwentyLinesInOneRequest() {
    List<Orphan> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      line(i, 100);
      lines.add(line(i));
    }

    assertThat(owners.of(lines)).containsExactly(RecordRef.creatio(ORDERS, id(100)));
    assertThat(creatio.asked()).hasSize(1);
  }

  @Test
  void asksEachSetOfEachLegalEntity() {
    line(1, 100);
    creatio.put("ContactCommunication", "Id", id(2), "ContactId", id(200));
    lot("usmf", "L-1", "000901");
    lot("demf", "L-1", "000001");

    assertThat(
            owners.of(
                List.of(
                    line(1),
                    new Orphan(
                        SyncObjectName.CONTACT, Side.CREATIO, "ContactCommunication", id(2), null),
                    lot("usmf", "L-1"))))
        .containsExactly(
            RecordRef.creatio(ORDERS, id(100)),
            RecordRef.creatio(SyncObjectName.CONTACT, id(200)),
            RecordRef.d365(ORDERS, USMF, "000901"));
  }

  @Test
  void knowsNobodyForARowThatIsGoneOrBelongsToNoOne() {
    creatio.put("OrderProduct", "Id", id(3));

    assertThat(owners.of(List.of(line(3), line(4), lot("usmf", "L-9")))).isEmpty();
  }
}
