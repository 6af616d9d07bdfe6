package io.weft.workflows.desk;

import io.temporal.workflow.Workflow;
import io.weft.workflows.sync.ActivityProfiles;

/** One question, one activity, one answer. Whoever asks sets how long the run may take. */
public final class EnquiryImpl implements Enquiry {
  private final DeskActivities desk =
      Workflow.newActivityStub(DeskActivities.class, ActivityProfiles.READ);
  private final LoadDeskActivities loads =
      Workflow.newActivityStub(LoadDeskActivities.class, ActivityProfiles.READ);

  @Override
  public Answer ask(Question question) {
    return question.putTo(new Counters(desk, loads));
  }
}
