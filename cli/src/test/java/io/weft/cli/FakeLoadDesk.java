package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.LoadDeskActivities;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadRow;
import io.weft.workflows.load.LoadSummary;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A worker's desk for loads, with the loads and pairs that a test puts there. */
public final class FakeLoadDesk implements LoadDeskActivities {
  public static final LoadChoices CHOSEN =
      new LoadChoices(Creation.BOTH, "ask", null, false, "ann", "go-live");
  private static final Instant BEGAN = Instant.parse("2026-11-28T08:00:00Z");
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final int PAGE = 2;

  private final Map<LoadId, LoadSummary> loads = new LinkedHashMap<>();
  private final List<LoadRow> rows = new ArrayList<>();
  private final List<ReviewPair> pairs = new ArrayList<>();
  private final List<Question> asked = new ArrayList<>();
  private List<LoadSummary.Group> waiting = List.of();
  private boolean planning;
  private int closing;

  public static LoadId id(int number) {
    return new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, number);
  }

  /** What was asked so far. */
  public synchronized List<Question> asked() {
    return List.copyOf(asked);
  }

  /** Records of loads that are put here from now on wait for accounts. */
  public synchronized void waiting(long records) {
    String what = "They need 37 records of account-customer that are not linked in usmf.";
    String remedy = "Load account-customer in usmf first.";
    waiting = List.of(new LoadSummary.Group("account-customer", what, remedy, records, "contact"));
  }

  /** An open load in its apply phase. */
  public synchronized void open(int number) {
    put(number, false, CHOSEN, null);
  }

  /** A closed load or plan. */
  public synchronized void closed(int number, boolean planOnly, LoadChoices choices) {
    put(number, planOnly, choices, Ending.COMPLETED);
  }

  /** An open load or plan is closed. */
  public synchronized void complete(int number) {
    LoadSummary now = loads.get(id(number));
    put(number, now.planOnly(), now.choices(), Ending.COMPLETED);
  }

  /** An open load that is closed right after it was shown as open. */
  public synchronized void closing(int number) {
    open(number);
    closing = number;
  }

  private void shown() {
    int number = closing;
    closing = 0;
    if (number != 0) {
      complete(number);
    }
  }

  /** A load that nobody put here is a plan, and complete. */
  public synchronized void planAtOnce() {
    planning = true;
  }

  /** An open plan. */
  public synchronized void openPlan(int number) {
    put(number, true, CHOSEN, null);
  }

  /** A closed load or plan of contacts. */
  public synchronized void contacts(int number, boolean planOnly) {
    put(new LoadId(SyncObjectName.CONTACT, USMF, number), planOnly, CHOSEN, Ending.COMPLETED);
  }

  private void put(int number, boolean planOnly, LoadChoices choices, @Nullable Ending ending) {
    put(id(number), planOnly, choices, ending);
  }

  private void put(LoadId load, boolean planOnly, LoadChoices choices, @Nullable Ending ending) {
    LoadSummary summary =
        new LoadSummary(
            load,
            planOnly,
            choices,
            planOnly ? LoadPhase.REHEARSE : LoadPhase.APPLY,
            ending == null ? 250 : 1000,
            1000,
            counts(planOnly),
            List.of(new LoadSummary.Group("NotCustomer", "Type is no customer.", null, 40, null)),
            List.of(
                new LoadSummary.Group(
                    "d365-create-rejected-1", "No name.", "Give it one.", 3, "account/a1")),
            List.of(new LoadSummary.MissingCode(Side.D365, "CustomerGroupId", "X9", 7, "Add it.")),
            waiting,
            620,
            planOnly ? 3900L : 75L,
            BEGAN,
            ending == null ? null : BEGAN.plusSeconds(600),
            ending);
    loads.put(load, summary);
  }

  private static Map<LoadCount, Long> counts(boolean planOnly) {
    Map<LoadCount, Long> counts = new LinkedHashMap<>();
    counts.put(LoadCount.SCANNED_CREATIO, 1000L);
    counts.put(LoadCount.DOUBTFUL, 2L);
    if (planOnly) {
      counts.put(LoadCount.TO_LINK, 900L);
      counts.put(LoadCount.TO_CREATE_IN_D365, 50L);
    } else {
      counts.put(LoadCount.LINKED, 940L);
      counts.put(LoadCount.EQUAL, 937L);
      counts.put(LoadCount.PARKED, 3L);
    }
    return counts;
  }

  /** A row of every report. */
  public synchronized void row(String key, String name, @Nullable String problem) {
    rows.add(
        new LoadRow(
            key,
            name,
            "US-" + key,
            name,
            "sure",
            0.97,
            List.of("tax-number"),
            "link",
            problem == null ? "linked" : "refused",
            null,
            problem));
  }

  /** A pair that waits for a decision. */
  public synchronized void pair(String id, String evidence) {
    pairs.add(
        new ReviewPair(
            id,
            "c-" + id,
            "Acme " + id,
            "US-" + id,
            "ACME, " + id,
            0.8,
            List.of(evidence),
            "name",
            "another city",
            null));
  }

  @Override
  public synchronized Answer listLoads(Question.Loads question) {
    asked.add(question);
    List<Answer.LoadLine> lines = new ArrayList<>();
    loads.values().stream()
        .filter(one -> question.object() == null || question.object() == one.load().object())
        .filter(one -> !question.openOnly() || one.ending() == null)
        .forEach(one -> lines.add(0, line(one)));
    shown();
    return new Answer.LoadList(lines);
  }

  private static Answer.LoadLine line(LoadSummary one) {
    return new Answer.LoadLine(
        one.load(),
        one.planOnly(),
        one.phase(),
        one.handled(),
        one.total(),
        one.startedAt(),
        one.endedAt(),
        one.ending(),
        one.ending() == null ? null : one.conclusion());
  }

  @Override
  public synchronized Answer showLoad(Question.LoadStatus question) {
    asked.add(question);
    if (planning && !loads.containsKey(question.load())) {
      put(question.load(), true, CHOSEN, Ending.COMPLETED);
    }
    LoadSummary found = loads.get(question.load());
    shown();
    return found == null
        ? new Answer.Refused("There is no load " + question.load() + ".")
        : new Answer.LoadStatus(found);
  }

  @Override
  public synchronized Answer reportLoad(Question.LoadReport question) {
    asked.add(question);
    int from = question.after() == null ? 0 : Integer.parseInt(question.after());
    int to = Math.min(rows.size(), from + PAGE);
    return new Answer.LoadRows(
        rows.subList(from, to), to < rows.size() ? Integer.toString(to) : null);
  }

  @Override
  public synchronized Answer listReviews(Question.Reviews question) {
    asked.add(question);
    List<ReviewPair> all =
        pairs.stream()
            .filter(
                one -> question.evidence() == null || one.evidence().contains(question.evidence()))
            .toList();
    int from = question.after() == null ? 0 : Integer.parseInt(question.after());
    int to = Math.min(all.size(), from + PAGE);
    return new Answer.ReviewPage(
        all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  @Override
  public synchronized Answer decideReviews(Question.DecideReviews question) {
    asked.add(question);
    long accepted = 0;
    long rejected = 0;
    List<ReviewPair.Fault> faults = new ArrayList<>();
    for (ReviewPair.Decided one : question.decisions()) {
      if (pairs.stream().noneMatch(pair -> pair.id().equals(one.id()))) {
        faults.add(
            new ReviewPair.Fault(one.id(), "id", one.id(), "is not known", "List them again."));
      } else if (one.decision() == ReviewPair.Decision.ACCEPT) {
        accepted++;
      } else {
        rejected++;
      }
    }
    return faults.isEmpty()
        ? new Answer.ReviewsDecided(accepted, rejected, 0, List.of())
        : new Answer.ReviewsDecided(0, 0, 0, faults);
  }

  @Override
  public synchronized Answer undoLink(Question.UndoLink question) {
    asked.add(question);
    return question.pair().endsWith("404")
        ? new Answer.Refused("'" + question.pair() + "' is not linked.")
        : new Answer.Done("Acme and US-001 are no pair any more.");
  }
}
