package io.weft.workflows.sync;

import io.temporal.activity.ActivityInterface;
import io.weft.workflows.failure.Problem;
import org.jspecify.annotations.Nullable;

/** The desk's list of what waits for a person. Safe to repeat: one row per workflow id. */
@ActivityInterface
public interface ParkActivities {
  /**
   * Puts a workflow on the list, or renews its reason, and tells those who wait for its record that
   * it is held up. Returns how many wait.
   */
  @Nullable Integer parkRecord(ParkedWork work);

  /**
   * One workflow that waits.
   *
   * @param workflowId the workflow that takes the instructions
   * @param object slug of the sync object
   * @param legalEntity null while a record has none yet
   * @param record the record's path without personal data
   */
  record ParkedWork(
      String workflowId,
      String object,
      @Nullable String legalEntity,
      String record,
      Problem problem) {}
}
