package io.weft.activities.introduction;

import io.weft.activities.hint.Runs;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.Attempts;
import io.weft.workflows.introduction.IntroductionActivities;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.introduction.IntroductionRequest;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import java.time.Clock;

/** Introduces records, and tells the workflows of the pairs that came of it. */
public final class IntroductionActivitiesImpl implements IntroductionActivities {
  private final Introducer introducer;
  private final Notice notice;
  private final Runs runs;
  private final Clock clock;

  public IntroductionActivitiesImpl(Introducer introducer, Notice notice, Runs runs, Clock clock) {
    this.introducer = introducer;
    this.notice = notice;
    this.runs = runs;
    this.clock = clock;
  }

  /** Telling a pair twice does no harm; one that is not told is found by the backlog. */
  @Override
  public IntroductionOutcome introduceRecord(IntroductionRequest request) {
    IntroductionOutcome outcome = introduce(request);
    if (outcome instanceof IntroductionOutcome.Introduced introduced) {
      Hint hint = Hint.of(request.record(), Origin.PASS, clock.instant());
      for (PairId pair : introduced.pairs()) {
        runs.changed(pair, hint);
      }
    }
    return outcome;
  }

  private IntroductionOutcome introduce(IntroductionRequest request) {
    try {
      Attempt attempt = Attempts.current(clock);
      IntroductionOutcome outcome = introducer.introduce(request, attempt);
      notice.tell(request.record(), outcome, attempt);
      return outcome;
    } catch (PairToMove e) {
      runs.changed(e.pair(), Hint.of(e.lost(), Origin.PASS, clock.instant()));
      throw e;
    }
  }
}
