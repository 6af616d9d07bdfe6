package io.weft.workflows.order;

import io.temporal.activity.ActivityInterface;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;

/**
 * The outside of {@link OrderSalesOrderSync}, a step each. Every step may be repeated as a whole
 * and beside its own timed-out twin: it claims the order on both sides and reads again.
 */
@ActivityInterface
public interface OrderActivities {
  /**
   * Sees to it that the customer is linked and the order stands in D365, with warehouse,
   * dimensions, address and terms; and that number, confirmation and delivery stand on the order in
   * Creatio.
   */
  PassOutcome placeOrder(PassRequest request);

  /** Adds, changes and removes the lines in D365, as long as D365 allows it. */
  PassOutcome bringLinesInStep(PassRequest request);

  /** Compares what D365 charges with what Creatio says, and tells on the order what differs. */
  PassOutcome compareTotals(PassRequest request);
}
