package io.weft.workflows.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only a worker can answer, because only a worker has the store, the settings and the secrets.
 * Each question knows which activity answers it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Question.Doctor.class, name = "doctor"),
  @JsonSubTypes.Type(value = Question.Parked.class, name = "parked"),
  @JsonSubTypes.Type(value = Question.Audit.class, name = "audit"),
  @JsonSubTypes.Type(value = Question.Status.class, name = "status"),
  @JsonSubTypes.Type(value = Question.SyncNow.class, name = "syncNow"),
  @JsonSubTypes.Type(value = Question.Preview.class, name = "preview"),
  @JsonSubTypes.Type(value = Question.PollerStatus.class, name = "pollerStatus"),
  @JsonSubTypes.Type(value = Question.Reset.class, name = "reset"),
  @JsonSubTypes.Type(value = Question.Loads.class, name = "loads"),
  @JsonSubTypes.Type(value = Question.LoadStatus.class, name = "loadStatus"),
  @JsonSubTypes.Type(value = Question.LoadReport.class, name = "loadReport"),
  @JsonSubTypes.Type(value = Question.Reviews.class, name = "reviews"),
  @JsonSubTypes.Type(value = Question.DecideReviews.class, name = "decideReviews"),
  @JsonSubTypes.Type(value = Question.UndoLink.class, name = "undoLink")
})
public sealed interface Question {
  /** Puts the question to the desk of a worker that answers it. */
  Answer putTo(Counters counters);

  /** The word for this question in workflow ids and summaries. */
  String word();

  /** Are connections, rights, names, columns and number sequences as they must be? */
  record Doctor() implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().examine(this);
    }

    @Override
    public String word() {
      return "doctor";
    }
  }

  /**
   * What waits for a person? Everything given must fit; nothing given means all.
   *
   * @param id a workflow id, or the beginning of one
   * @param object slug of a sync object
   */
  record Parked(
      @Nullable String id,
      @Nullable String fingerprint,
      @Nullable String object,
      @Nullable String legalEntity)
      implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().listParked(this);
    }

    @Override
    public String word() {
      return "parked";
    }
  }

  /**
   * Who changed what, when and why, newest first?
   *
   * @param record path of a pair or of a record, or a bare key
   * @param limit lines at most, 1 to 1000
   */
  record Audit(String record, int limit) implements Question {
    public Audit {
      if (limit < 1 || limit > 1000) {
        throw new IllegalArgumentException("limit " + limit + ": 1 to 1000 expected");
      }
    }

    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().showAudit(this);
    }

    @Override
    public String word() {
      return "audit";
    }
  }

  /** How do things stand: objects, connections, counts? */
  record Status() implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().showStatus(this);
    }

    @Override
    public String word() {
      return "status";
    }
  }

  /**
   * Look at these records now.
   *
   * @param legalEntity needed for records of D365; null for Creatio
   */
  record SyncNow(
      SyncObjectName object,
      Side side,
      List<String> keys,
      @Nullable LegalEntity legalEntity,
      String who,
      String why)
      implements Question {
    public SyncNow {
      keys = List.copyOf(keys);
    }

    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().syncRecords(this);
    }

    @Override
    public String word() {
      return "sync";
    }
  }

  /**
   * What would a pass do, without doing it?
   *
   * @param record path of a pair or of a record
   */
  record Preview(String record) implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().previewPass(this);
    }

    @Override
    public String word() {
      return "preview";
    }
  }

  /** How far are the feeds read, as the store knows? A null legal entity means all. */
  record PollerStatus(@Nullable LegalEntity legalEntity) implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().showFeeds(this);
    }

    @Override
    public String word() {
      return "feeds";
    }
  }

  /**
   * Forget how far the feeds were read, also where no poller runs.
   *
   * @param scope a legal entity's id, or {@code creatio-sweep/<connection>}
   */
  record Reset(String scope, String who, String why) implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.desk().forgetFeeds(this);
    }

    @Override
    public String word() {
      return "reset";
    }
  }

  /** Whether an order is carried out, or only looked at. */
  enum Carry {
    /** Say what is wrong with it, and change nothing. */
    CHECK,
    /** Carry it out. */
    OUT
  }

  /** Which loads and plans are there? Null means any. */
  record Loads(@Nullable SyncObjectName object, @Nullable LegalEntity legalEntity, boolean openOnly)
      implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.loads().listLoads(this);
    }

    @Override
    public String word() {
      return "loads";
    }
  }

  /** How far is one load, and what did it find? */
  record LoadStatus(LoadId load) implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.loads().showLoad(this);
    }

    @Override
    public String word() {
      return "load-status";
    }
  }

  /**
   * What became of every record of a load?
   *
   * @param after {@link Answer.LoadRows#next} of the page before; null for the first page
   */
  record LoadReport(LoadId load, @Nullable String after) implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.loads().reportLoad(this);
    }

    @Override
    public String word() {
      return "load-report";
    }
  }

  /**
   * Which pairs wait for a decision?
   *
   * @param evidence only pairs with this kind of evidence; null for all
   * @param after {@link Answer.ReviewPage#next} of the page before; null for the first page
   */
  record Reviews(
      SyncObjectName object,
      LegalEntity legalEntity,
      @Nullable String evidence,
      @Nullable String after)
      implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.loads().listReviews(this);
    }

    @Override
    public String word() {
      return "reviews";
    }
  }

  /** Take these decisions, at most {@link #MOST}: all of them, or none. */
  record DecideReviews(
      SyncObjectName object,
      LegalEntity legalEntity,
      List<ReviewPair.Decided> decisions,
      Carry carry,
      String who,
      String why)
      implements Question {
    /** How many fit one question. */
    public static final int MOST = 250;

    public DecideReviews {
      decisions = List.copyOf(decisions);
      if (decisions.size() > MOST) {
        throw new IllegalArgumentException(
            decisions.size() + " decisions: at most " + MOST + " expected");
      }
    }

    @Override
    public Answer putTo(Counters counters) {
      return counters.loads().decideReviews(this);
    }

    @Override
    public String word() {
      return "decide-reviews";
    }
  }

  /**
   * Part two records that were linked by mistake.
   *
   * @param pair path of the pair
   */
  record UndoLink(String pair, Carry carry, String who, String why) implements Question {
    @Override
    public Answer putTo(Counters counters) {
      return counters.loads().undoLink(this);
    }

    @Override
    public String word() {
      return "undo-link";
    }
  }
}
