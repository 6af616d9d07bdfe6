package io.weft.workflows.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.load.LoadActivities;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadRow;
import io.weft.workflows.load.LoadSummary;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.pass.FieldDecision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a worker answers: rows that are ready to be shown, and no more than was asked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Findings.class, name = "findings"),
  @JsonSubTypes.Type(value = Answer.ParkedList.class, name = "parkedList"),
  @JsonSubTypes.Type(value = Answer.AuditTrail.class, name = "auditTrail"),
  @JsonSubTypes.Type(value = Answer.StatusReport.class, name = "statusReport"),
  @JsonSubTypes.Type(value = Answer.SyncStarted.class, name = "syncStarted"),
  @JsonSubTypes.Type(value = Answer.PreviewReport.class, name = "previewReport"),
  @JsonSubTypes.Type(value = Answer.FeedReport.class, name = "feedReport"),
  @JsonSubTypes.Type(value = Answer.LoadList.class, name = "loadList"),
  @JsonSubTypes.Type(value = Answer.LoadStatus.class, name = "loadStatus"),
  @JsonSubTypes.Type(value = Answer.LoadRows.class, name = "loadRows"),
  @JsonSubTypes.Type(value = Answer.ReviewPage.class, name = "reviewPage"),
  @JsonSubTypes.Type(value = Answer.ReviewsDecided.class, name = "reviewsDecided"),
  @JsonSubTypes.Type(value = Answer.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused")
})
public sealed interface Answer {
  /** How good or bad a finding or a status line is. */
  enum Level {
    OK,
    WARNING,
    PROBLEM
  }

  /** What the doctor found, in the order of the checks. */
  record Findings(List<Finding> findings) implements Answer {
    public Findings {
      findings = List.copyOf(findings);
    }
  }

  /**
   * One finding.
   *
   * @param check what was looked at
   * @param found one sentence
   * @param remedy what to do; null where nothing is to be done
   */
  record Finding(String check, Level level, String found, @Nullable String remedy) {}

  /** What waits for a person, longest first. */
  record ParkedList(List<ParkedLine> parked) implements Answer {
    public ParkedList {
      parked = List.copyOf(parked);
    }
  }

  /**
   * One record that waits; {@code workflowId} takes the instructions.
   *
   * @param holdsUp how many other records wait for this one
   */
  record ParkedLine(
      String workflowId,
      String object,
      @Nullable String legalEntity,
      String record,
      Problem problem,
      Instant since,
      long holdsUp) {
    /** One that nobody waits for. */
    public ParkedLine(
        String workflowId,
        String object,
        @Nullable String legalEntity,
        String record,
        Problem problem,
        Instant since) {
      this(workflowId, object, legalEntity, record, problem, since, 0);
    }
  }

  /** Writes to one record, newest first. */
  record AuditTrail(String record, List<AuditLine> lines) implements Answer {
    public AuditTrail {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One field of one write.
   *
   * @param outcome what became of the write: applied, presumed applied, refused, unknown, ...
   * @param system the system written to
   * @param who whose change it was, by id, or an operator's name
   * @param run the workflow run that wrote
   */
  record AuditLine(
      Instant at,
      String outcome,
      String system,
      String record,
      String field,
      @Nullable String before,
      @Nullable String after,
      @Nullable String rival,
      String who,
      String why,
      int mappingVersion,
      @Nullable String run) {}

  /** How things stand: one line per object and legal entity, then one per connection and so on. */
  record StatusReport(List<ObjectStatus> objects, List<StatusLine> lines, Waiting waiting)
      implements Answer {
    public StatusReport {
      objects = List.copyOf(objects);
      lines = List.copyOf(lines);
      waiting = Objects.requireNonNullElse(waiting, Waiting.NOBODY); // of an older worker
    }

    /** Where nobody waits for another. */
    public StatusReport(List<ObjectStatus> objects, List<StatusLine> lines) {
      this(objects, lines, Waiting.NOBODY);
    }
  }

  /** Records that wait for another one to be linked, and what of those is stuck itself. */
  record Waiting(List<WaitingLine> objects, List<HeldUp> heldUp) {
    /** Nobody waits. */
    public static final Waiting NOBODY = new Waiting(List.of(), List.of());

    public Waiting {
      objects = List.copyOf(objects);
      heldUp = List.copyOf(heldUp);
    }
  }

  /**
   * The waiting records of one object.
   *
   * @param example path of the one that waits longest, and what it waits for since when
   */
  record WaitingLine(String object, long records, String example, String waitsFor, Instant since) {}

  /**
   * Something that waits for a person, and others for it.
   *
   * @param blocker its path
   * @param records how many wait for it
   * @param because why it waits for a person
   */
  record HeldUp(String blocker, String workflowId, long records, String because) {}

  /**
   * One object in one legal entity.
   *
   * @param mode off, observe, write or frozen
   * @param open hints that no pass has covered yet
   */
  record ObjectStatus(
      String object, String legalEntity, String mode, long linked, long open, long parked) {}

  /** Anything else worth a line: a connection, the store, a feed that is silent. */
  record StatusLine(String what, Level level, String state) {}

  /** The workflows that look at the records now, and what could not be started and why. */
  record SyncStarted(List<String> workflowIds, List<String> notes) implements Answer {
    public SyncStarted {
      workflowIds = List.copyOf(workflowIds);
      notes = List.copyOf(notes);
    }
  }

  /** What a pass would decide for one pair; nothing was written. */
  record PreviewReport(
      String pair, String summary, List<FieldDecision> decisions, List<Problem> problems)
      implements Answer {
    public PreviewReport {
      decisions = List.copyOf(decisions);
      problems = List.copyOf(problems);
    }
  }

  /** How far every feed is read. */
  record FeedReport(List<FeedStatus> feeds) implements Answer {
    public FeedReport {
      feeds = List.copyOf(feeds);
    }
  }

  /**
   * One feed.
   *
   * @param lastSuccess when it was last read to its end; null if never
   * @param note what is remarkable; null if nothing is
   */
  record FeedStatus(
      String scope,
      String feed,
      @Nullable Instant lastSuccess,
      Level level,
      @Nullable String note) {}

  /** Loads and plans, the newest first. */
  record LoadList(List<LoadLine> loads) implements Answer {
    public LoadList {
      loads = List.copyOf(loads);
    }
  }

  /**
   * One load or plan, as the store knows it.
   *
   * @param phase null before the first
   * @param ending null while it is open
   * @param conclusion what it came to, in one line; null while it is open
   */
  record LoadLine(
      LoadId load,
      boolean planOnly,
      @Nullable LoadPhase phase,
      long handled,
      long total,
      Instant startedAt,
      @Nullable Instant endedAt,
      LoadActivities.@Nullable Ending ending,
      @Nullable String conclusion) {}

  /** How one load stands. */
  record LoadStatus(LoadSummary summary) implements Answer {}

  /**
   * A page of a report.
   *
   * @param next where the next page begins; null on the last one
   */
  record LoadRows(List<LoadRow> rows, @Nullable String next) implements Answer {
    public LoadRows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A page of pairs that wait for a decision.
   *
   * @param next where the next page begins; null on the last one
   */
  record ReviewPage(List<ReviewPair> pairs, @Nullable String next) implements Answer {
    public ReviewPage {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * What became of decisions, or would.
   *
   * @param unchanged decided so before
   * @param faults what is wrong with them; if there is one, none was taken
   */
  record ReviewsDecided(long accepted, long rejected, long unchanged, List<ReviewPair.Fault> faults)
      implements Answer {
    public ReviewsDecided {
      faults = List.copyOf(faults);
    }
  }

  /** It is done. */
  record Done(String what) implements Answer {}

  /** It cannot be answered or done: an unknown record, a name that fits nothing. */
  record Refused(String why) implements Answer {}
}
