package io.weft.cli;

import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.DeskActivities;
import io.weft.workflows.desk.Question;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A worker's desk with a few rows, filtered as the real one filters them. */
public final class FakeDesk implements DeskActivities {
  public static final String GROUP = "d365-update-rejected-5f3a90c1";
  public static final String DISPUTE = "d365-name-disputed-00000001";

  private final List<Answer.ParkedLine> parked = new ArrayList<>();
  private final List<Answer.Finding> findings = new ArrayList<>();
  private final List<Answer.AuditLine> audit = new ArrayList<>();
  private final List<Answer.FeedStatus> feeds = new ArrayList<>();
  private final List<Question> asked = new ArrayList<>();
  private Answer.Waiting waiting = Answer.Waiting.NOBODY;
  private boolean failing;

  /** What was asked so far. */
  public synchronized List<Question> asked() {
    return List.copyOf(asked);
  }

  /** Every question fails for good. */
  public synchronized void fail() {
    failing = true;
  }

  public synchronized void finds(Level level, String check, String found, String remedy) {
    findings.add(new Answer.Finding(check, level, found, remedy));
  }

  public synchronized void waits(Answer.Waiting all) {
    waiting = all;
  }

  public synchronized void parkHoldingUp(String key, Problem problem, long others) {
    String path = "account-customer/usmf/" + key;
    Answer.ParkedLine line = line(path, "usmf", problem);
    parked.add(
        new Answer.ParkedLine(path, line.object(), "usmf", path, problem, line.since(), others));
  }

  public synchronized void wrote(Answer.AuditLine line) {
    audit.add(line);
  }

  public synchronized void follows(Answer.FeedStatus feed) {
    feeds.add(feed);
  }

  /** A record of usmf that waits because of a refused customer group. */
  public void parkRejected(String key) {
    parkRejected(key, "D365 refused the record: group 'X9' is unknown");
  }

  public void parkRejected(String key, String what) {
    String remedy = "Correct the record at its source, or amend the value.";
    park(key, new Problem("Rejected", what, remedy, GROUP, "CustomerGroupId", false));
  }

  /** A record of usmf whose name is disputed. */
  public void parkDisputed(String key) {
    String what = "Both sides changed the field: Creatio Name says 'A', D365 Name says 'B'.";
    String remedy = "Choose the side whose value is to hold, or make both sides equal.";
    park(key, new Problem("Disputed", what, remedy, DISPUTE, "OrganizationName", false));
  }

  public synchronized void park(String key, Problem problem) {
    String path = "account-customer/usmf/" + key;
    parked.add(line(path, "usmf", problem));
  }

  /** A new customer of usmf that could not be linked. */
  public synchronized void parkNewcomer(String number) {
    String path = "account-customer/d365/usmf/" + number;
    Problem problem =
        new Problem("PartnerTaken", "It may be a duplicate.", "Link it.", "weft-1", null, false);
    Answer.ParkedLine line = line(path, "usmf", problem);
    parked.add(
        new Answer.ParkedLine(
            "introduce/" + path,
            line.object(),
            line.legalEntity(),
            line.record(),
            line.problem(),
            line.since()));
  }

  private static Answer.ParkedLine line(String path, String legalEntity, Problem problem) {
    Instant since = Instant.now().minus(Duration.ofSeconds(12 * 60 + 20));
    return new Answer.ParkedLine(path, "account-customer", legalEntity, path, problem, since);
  }

  @Override
  public synchronized Answer examine(Question.Doctor question) {
    note(question);
    return new Answer.Findings(findings);
  }

  @Override
  public synchronized Answer listParked(Question.Parked question) {
    note(question);
    return new Answer.ParkedList(
        parked.stream()
            .filter(line -> question.id() == null || line.workflowId().startsWith(question.id()))
            .filter(line -> fits(question.fingerprint(), line.problem().fingerprint()))
            .filter(line -> fits(question.object(), line.object()))
            .filter(line -> fits(question.legalEntity(), line.legalEntity()))
            .toList());
  }

  private static boolean fits(String wanted, String actual) {
    return wanted == null || Objects.equals(wanted, actual);
  }

  @Override
  public synchronized Answer showAudit(Question.Audit question) {
    note(question);
    return new Answer.AuditTrail(question.record(), audit);
  }

  @Override
  public synchronized Answer showStatus(Question.Status question) {
    note(question);
    return new Answer.StatusReport(
        List.of(
            new Answer.ObjectStatus("account-customer", "usmf", "write", 1200, 3, 2),
            new Answer.ObjectStatus("account-customer", "demf", "observe", 40, 0, 0),
            new Answer.ObjectStatus("account-customer", "dat", "off", 0, 0, 0)),
        List.of(
            new Answer.StatusLine(
                "hints", Level.OK, "9 accepted: 4 applied, 1 already equal, 2 parked, 2 in flight"),
            new Answer.StatusLine("Creatio", Level.OK, "answers"),
            new Answer.StatusLine("feed usmf/customers", Level.OK, "last read 5 min ago"),
            new Answer.StatusLine("parked " + GROUP, Level.WARNING, "2 waiting, for example: X9")),
        waiting);
  }

  @Override
  public synchronized Answer syncRecords(Question.SyncNow question) {
    note(question);
    List<String> notes = question.keys().contains("US-404") ? List.of("filtered") : List.of();
    List<String> started =
        notes.isEmpty() ? question.keys().stream().map(key -> "run/" + key).toList() : List.of();
    return new Answer.SyncStarted(started, notes);
  }

  @Override
  public synchronized Answer previewPass(Question.Preview question) {
    note(question);
    if (question.record().endsWith("US-404")) {
      return new Answer.Refused("'" + question.record() + "' is not linked.");
    }
    return new Answer.PreviewReport(
        question.record(),
        "One field would be written.",
        List.of(
            new FieldDecision(
                "OrganizationName", Verdict.ASKED, null, "B", null, "A", "A person is asked.")),
        List.of());
  }

  @Override
  public synchronized Answer showFeeds(Question.PollerStatus question) {
    note(question);
    return new Answer.FeedReport(feeds);
  }

  @Override
  public synchronized Answer forgetFeeds(Question.Reset question) {
    note(question);
    return question.scope().equals("zz")
        ? new Answer.Refused("'zz' has no feeds.")
        : new Answer.Done("Read from the beginning again.");
  }

  private void note(Question question) {
    asked.add(question);
    if (failing) {
      throw ApplicationFailure.newFailure("the store is on fire", "Rejected");
    }
  }
}
