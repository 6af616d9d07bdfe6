package io.weft.workflows;

import io.weft.workflows.introduction.IntroductionActivities;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.introduction.IntroductionRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Introduces as told; links at once when nothing was told. */
public final class FakeIntroductions implements IntroductionActivities {
  private final List<IntroductionRequest> requests = new ArrayList<>();
  private final Deque<IntroductionOutcome> script = new ArrayDeque<>();

  /** The next attempt ends like this. */
  public synchronized void then(IntroductionOutcome outcome) {
    script.add(outcome);
  }

  /** Every attempt so far. */
  public synchronized List<IntroductionRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public synchronized IntroductionOutcome introduceRecord(IntroductionRequest request) {
    requests.add(request);
    IntroductionOutcome told = script.poll();
    return told == null ? new IntroductionOutcome.Introduced(List.of(World.PAIR)) : told;
  }
}
