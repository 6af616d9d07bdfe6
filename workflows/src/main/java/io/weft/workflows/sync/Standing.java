package io.weft.workflows.sync;

import io.temporal.common.SearchAttributes;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state that people see in lists. Every change is an event in the history, so it is written
 * only when it differs, and not at all in a run that was started without labels (its server would
 * refuse them).
 */
public final class Standing {
  /** Works, or has nothing to do. */
  public void running() {
    show(Labels.RUNNING, null);
  }

  /** Waits for another record, or paused. */
  public void waiting() {
    show(Labels.WAITING, null);
  }

  /** Waits for a person, because of the problem with this fingerprint. */
  public void parked(String fingerprint) {
    show(Labels.PARKED, fingerprint);
  }

  private static void show(String state, @Nullable String failure) {
    SearchAttributes now = Workflow.getTypedSearchAttributes();
    String shown = now.get(Labels.STATE);
    if (shown == null
        || (shown.equals(state) && Objects.equals(now.get(Labels.FAILURE), failure))) {
      return;
    }
    Workflow.upsertTypedSearchAttributes(
        Labels.STATE.valueSet(state),
        failure == null ? Labels.FAILURE.valueUnset() : Labels.FAILURE.valueSet(failure));
  }
}
