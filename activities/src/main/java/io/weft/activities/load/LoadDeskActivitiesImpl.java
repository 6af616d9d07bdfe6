package io.weft.activities.load;

import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.Pass;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.LoadDeskActivities;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadId;
import java.util.function.Supplier;

/** See {@link LoadDeskActivities}. Thread-safe. */
public final class LoadDeskActivitiesImpl implements LoadDeskActivities {
  private final LoadStores stores;
  private final Board board;
  private final Report report;
  private final Reviews reviews;
  private final Parting parting;

  /**
   * A desk for loads.
   *
   * @param pass reconciles a single pair
   * @param attempt the attempt of the activity that runs on this thread
   */
  public LoadDeskActivitiesImpl(
      Tools tools, Loadables loadables, Pass pass, Supplier<Attempt> attempt) {
    this.stores = tools.stores();
    this.board = new Board(tools.stores());
    this.report = new Report(tools.stores());
    this.reviews = new Reviews(tools);
    this.parting = new Parting(tools, loadables, pass, attempt);
  }

  @Override
  public Answer listLoads(Question.Loads question) {
    return board.list(question);
  }

  @Override
  public Answer showLoad(Question.LoadStatus question) {
    return stores
        .loads()
        .find(question.load())
        .<Answer>map(load -> new Answer.LoadStatus(board.summary(load)))
        .orElseGet(() -> unknown(question.load()));
  }

  @Override
  public Answer reportLoad(Question.LoadReport question) {
    return stores
        .loads()
        .find(question.load())
        .<Answer>map(load -> report.page(load, question.after()))
        .orElseGet(() -> unknown(question.load()));
  }

  @Override
  public Answer listReviews(Question.Reviews question) {
    return reviews.page(question);
  }

  @Override
  public Answer decideReviews(Question.DecideReviews question) {
    return reviews.decide(question);
  }

  @Override
  public Answer undoLink(Question.UndoLink question) {
    return parting.part(question);
  }

  private static Answer unknown(LoadId load) {
    return new Answer.Refused(
        "there is no "
            + load
            + " in this installation's store: weft load list shows all there are");
  }
}
