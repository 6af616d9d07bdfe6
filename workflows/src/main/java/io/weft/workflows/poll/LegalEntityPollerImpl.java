package io.weft.workflows.poll;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.poll.PollActivities.PollRequest;
import io.weft.workflows.sync.ActivityProfiles;

/** Turns at the feeds of one legal entity, one after the other; a quiet turn is one activity. */
public final class LegalEntityPollerImpl implements LegalEntityPoller {
  private final PollActivities feeds =
      Workflow.newActivityStub(
          PollActivities.class, ActivityProfiles.named(ActivityProfiles.POLL, "Follow the feeds"));
  private final Turns turns;

  @WorkflowInit
  public LegalEntityPollerImpl(Input input) {
    turns = new Turns(input.legalEntity().id(), input.secondsPerTurn(), input.progress());
  }

  @Override
  public void follow(Input input) {
    PollRequest request = new PollRequest(input.legalEntity(), input.secondsPerTurn());
    turns.takeForEver(
        () -> feeds.followFeeds(request),
        progress -> new Input(input.legalEntity(), input.secondsPerTurn(), progress));
  }
}
