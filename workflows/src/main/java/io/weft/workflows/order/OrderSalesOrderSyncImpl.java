package io.weft.workflows.order;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.sync.ActivityProfiles;
import io.weft.workflows.sync.SyncInput;
import io.weft.workflows.sync.SyncLoop;
import java.util.List;

/**
 * One run places an order, brings its lines in step and compares the totals; and does so again
 * while hints come in. Confirmation, shipment and cancellation reach it as hints of later runs:
 * nothing stays open for months.
 */
public final class OrderSalesOrderSyncImpl implements OrderSalesOrderSync {
  private final OrderActivities place = step("Customer linked, order placed, status brought back");
  private final OrderActivities lines = step("Lines in step");
  private final OrderActivities totals = step("Totals compared");
  private final SyncLoop loop;

  @WorkflowInit
  public OrderSalesOrderSyncImpl(SyncInput input) {
    loop = new SyncLoop(input);
  }

  @Override
  public void run(SyncInput input) {
    loop.untilQuiet(List.of(place::placeOrder, lines::bringLinesInStep, totals::compareTotals));
  }

  private static OrderActivities step(String name) {
    return Workflow.newActivityStub(
        OrderActivities.class, ActivityProfiles.named(ActivityProfiles.WRITE, name));
  }
}
