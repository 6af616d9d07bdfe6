package io.weft.workflows.introduction;

import io.temporal.activity.ActivityInterface;

/** The outside of {@link Introduction}. */
@ActivityInterface
public interface IntroductionActivities {
  /**
   * Routes a new record to its legal entities, matches it with what exists, fixes its key, links,
   * and hands its hints over to the pairs. Safe to repeat: links are unique on both keys and keys
   * are stored before they are used.
   */
  IntroductionOutcome introduceRecord(IntroductionRequest request);
}
