package io.weft.workflows.contact;

import io.temporal.activity.ActivityInterface;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;

/** The outside of {@link ContactSync}. */
@ActivityInterface
public interface ContactActivities {
  /**
   * Brings one contact and its contact person in D365 in step: reads both, plans, writes, records.
   * Safe to repeat as a whole and beside its own timed-out twin: each attempt claims both records
   * and reads again.
   */
  PassOutcome reconcileContact(PassRequest request);
}
