package io.weft.workflows.account;

import io.temporal.activity.ActivityInterface;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;

/** The outside of {@link AccountCustomerSync}. */
@ActivityInterface
public interface AccountActivities {
  /**
   * Brings one account and its customer in step: reads both, plans, writes, records. Safe to repeat
   * as a whole and beside its own timed-out twin: each attempt claims both records and reads again.
   */
  PassOutcome reconcileAccount(PassRequest request);
}
