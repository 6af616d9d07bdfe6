package io.weft.activities.desk;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.DeskActivities;
import io.weft.workflows.desk.Question;

/** See {@link DeskActivities}. Thread-safe. */
public final class DeskActivitiesImpl implements DeskActivities {
  private final Doctor doctor;
  private final Lists lists;
  private final Status status;
  private final Orders orders;
  private final Previews previews;

  public DeskActivitiesImpl(
      Doctor doctor, Lists lists, Status status, Orders orders, Previews previews) {
    this.doctor = doctor;
    this.lists = lists;
    this.status = status;
    this.orders = orders;
    this.previews = previews;
  }

  @Override
  public Answer examine(Question.Doctor question) {
    return new Answer.Findings(doctor.examine().stream().map(DeskActivitiesImpl::finding).toList());
  }

  @Override
  public Answer listParked(Question.Parked question) {
    return lists.parked(question);
  }

  @Override
  public Answer showAudit(Question.Audit question) {
    return lists.audit(question);
  }

  @Override
  public Answer showStatus(Question.Status question) {
    return status.report();
  }

  @Override
  public Answer syncRecords(Question.SyncNow question) {
    return orders.sync(question);
  }

  @Override
  public Answer previewPass(Question.Preview question) {
    return previews.answer(question);
  }

  @Override
  public Answer showFeeds(Question.PollerStatus question) {
    return status.feeds().report(question.legalEntity());
  }

  @Override
  public Answer forgetFeeds(Question.Reset question) {
    return orders.reset(question);
  }

  private static Answer.Finding finding(Doctor.Named named) {
    Finding finding = named.finding();
    Level level =
        switch (finding.level()) {
          case OK -> Level.OK;
          case WARN -> Level.WARNING;
          case PROBLEM -> Level.PROBLEM;
        };
    return new Answer.Finding(
        named.check(), level, finding.where() + ": " + finding.what(), finding.remedy());
  }
}
