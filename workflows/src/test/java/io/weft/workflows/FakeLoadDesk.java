package io.weft.workflows;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.LoadDeskActivities;
import io.weft.workflows.desk.Question;
import java.util.List;

/** A desk for loads that knows none. */
public final class FakeLoadDesk implements LoadDeskActivities {
  @Override
  public Answer listLoads(Question.Loads question) {
    return new Answer.LoadList(List.of());
  }

  @Override
  public Answer showLoad(Question.LoadStatus question) {
    return new Answer.Refused("there is no " + question.load());
  }

  @Override
  public Answer reportLoad(Question.LoadReport question) {
    return new Answer.LoadRows(List.of(), null);
  }

  @Override
  public Answer listReviews(Question.Reviews question) {
    return new Answer.ReviewPage(List.of(), null);
  }

  @Override
  public Answer decideReviews(Question.DecideReviews question) {
    return new Answer.ReviewsDecided(question.decisions().size(), 0, 0, List.of());
  }

  @Override
  public Answer undoLink(Question.UndoLink question) {
    return new Answer.Done("parted: " + question.pair());
  }
}
