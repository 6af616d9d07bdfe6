package io.weft.workflows.desk;

import io.temporal.activity.ActivityInterface;

/**
 * The worker's desk for loads: one method per question, answered from the store. All are safe to
 * repeat; {@link #decideReviews} and {@link #undoLink} change something, and the same again changes
 * nothing more. Each answers with its own kind of {@link Answer}, or {@link Answer.Refused} where
 * the question fits nothing.
 */
@ActivityInterface
public interface LoadDeskActivities {
  /** {@link Answer.LoadList}: the newest first, at most 100. */
  Answer listLoads(Question.Loads question);

  /** {@link Answer.LoadStatus}. */
  Answer showLoad(Question.LoadStatus question);

  /** {@link Answer.LoadRows}: a page of at most 64 KB, in an order that does not change. */
  Answer reportLoad(Question.LoadReport question);

  /** {@link Answer.ReviewPage}: a page of at most 64 KB, best score first. */
  Answer listReviews(Question.Reviews question);

  /**
   * {@link Answer.ReviewsDecided}: all or nothing. A decision that was taken before counts as
   * unchanged; the opposite one is a fault, and so is a second partner for a record that has one.
   */
  Answer decideReviews(Question.DecideReviews question);

  /**
   * {@link Answer.Done}: the two are no pair any more and are not proposed again; neither record is
   * deleted, no field is changed but Weft's own id on the Creatio record.
   */
  Answer undoLink(Question.UndoLink question);
}
