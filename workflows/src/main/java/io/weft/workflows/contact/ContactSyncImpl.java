package io.weft.workflows.contact;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.sync.ActivityProfiles;
import io.weft.workflows.sync.SyncInput;
import io.weft.workflows.sync.SyncLoop;

/**
 * One run brings a person in step, and again while hints come in. The customer that the person
 * belongs to comes first: until it is there, this one waits.
 */
public final class ContactSyncImpl implements ContactSync {
  private final ContactActivities contacts =
      Workflow.newActivityStub(
          ContactActivities.class,
          ActivityProfiles.named(ActivityProfiles.WRITE, "Bring the contact in step"));
  private final SyncLoop loop;

  @WorkflowInit
  public ContactSyncImpl(SyncInput input) {
    loop = new SyncLoop(input);
  }

  @Override
  public void run(SyncInput input) {
    loop.untilQuiet(contacts::reconcileContact);
  }
}
