package io.weft.worker;

import io.weft.activities.order.Orders;
import io.weft.activities.poll.FeedRows;
import io.weft.activities.poll.RowReader;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;

/** The feeds of orders and their lines; orders begin in Creatio only. */
record OrderFeedRows(Orders orders) implements FeedRows {
  @Override
  public SyncObjectName object() {
    return SyncObjectName.ORDER_SALES_ORDER;
  }

  @Override
  public boolean newcomersInD365() {
    return false;
  }

  @Override
  public RowReader creatio(String set) {
    return orders.creatioRows(set);
  }

  @Override
  public RowReader d365(String set, LegalEntity legalEntity) {
    return orders.d365Rows(set, legalEntity);
  }
}
