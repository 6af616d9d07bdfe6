package io.weft.workflows.desk;

import io.temporal.activity.ActivityInterface;

/**
 * The worker's desk: one method per question. All are safe to repeat; {@link #syncRecords} and
 * {@link #forgetFeeds} change something, and the same again changes nothing more.
 *
 * <p>Each answers with its own kind of {@link Answer}, or {@link Answer.Refused} where the question
 * fits nothing. A system that is away is a finding, not an exception, for {@link #examine} and
 * {@link #showStatus}.
 */
@ActivityInterface
public interface DeskActivities {
  /** {@link Answer.Findings}. Reads only. */
  Answer examine(Question.Doctor question);

  /** {@link Answer.ParkedList}. */
  Answer listParked(Question.Parked question);

  /** {@link Answer.AuditTrail}. */
  Answer showAudit(Question.Audit question);

  /** {@link Answer.StatusReport}. */
  Answer showStatus(Question.Status question);

  /** {@link Answer.SyncStarted}: stores one operator's hint per key and hands it over. */
  Answer syncRecords(Question.SyncNow question);

  /** {@link Answer.PreviewReport}: a pass without writes. */
  Answer previewPass(Question.Preview question);

  /** {@link Answer.FeedReport}. */
  Answer showFeeds(Question.PollerStatus question);

  /** {@link Answer.Done}. */
  Answer forgetFeeds(Question.Reset question);
}
