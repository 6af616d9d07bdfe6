package io.weft.workflows;

import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.DeskActivities;
import io.weft.workflows.desk.Question;
import java.time.Instant;
import java.util.List;

/** A desk that answers every question in its own kind. */
public final class FakeDesk implements DeskActivities {
  @Override
  public Answer examine(Question.Doctor question) {
    return new Answer.Findings(
        List.of(new Answer.Finding("store", Answer.Level.OK, "reachable", null)));
  }

  @Override
  public Answer listParked(Question.Parked question) {
    return new Answer.ParkedList(
        List.of(
            new Answer.ParkedLine(
                "account-customer/usmf/a1",
                "account-customer",
                "usmf",
                "account-customer/usmf/a1",
                FakeAccounts.WRONG_GROUP,
                Instant.EPOCH)));
  }

  @Override
  public Answer showAudit(Question.Audit question) {
    return new Answer.AuditTrail(question.record(), List.of());
  }

  @Override
  public Answer showStatus(Question.Status question) {
    return new Answer.StatusReport(
        List.of(new Answer.ObjectStatus("account-customer", "usmf", "write", 10, 0, 1)),
        List.of(new Answer.StatusLine("Creatio", Answer.Level.OK, "answers")));
  }

  @Override
  public Answer syncRecords(Question.SyncNow question) {
    return new Answer.SyncStarted(question.keys(), List.of());
  }

  @Override
  public Answer previewPass(Question.Preview question) {
    return new Answer.Refused("nothing is known of " + question.record());
  }

  @Override
  public Answer showFeeds(Question.PollerStatus question) {
    throw ApplicationFailure.newFailure("D365.read answered 400: no such entity", "Rejected");
  }

  @Override
  public Answer forgetFeeds(Question.Reset question) {
    return new Answer.Done("forgotten: " + question.scope());
  }
}
