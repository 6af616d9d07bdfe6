package io.weft.workflows.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
  @JsonSubTypes.Type(value = Question.Reset.class, name = "reset")
})
public sealed interface Question {
  /** Puts the question to the desk of a worker. */
  Answer putTo(DeskActivities desk);

  /** The word for this question in workflow ids and summaries. */
  String word();

  /** Are connections, rights, names, columns and number sequences as they must be? */
  record Doctor() implements Question {
    @Override
    public Answer putTo(DeskActivities desk) {
      return desk.examine(this);
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
    public Answer putTo(DeskActivities desk) {
      return desk.listParked(this);
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
    public Answer putTo(DeskActivities desk) {
      return desk.showAudit(this);
    }

    @Override
    public String word() {
      return "audit";
    }
  }

  /** How do things stand: objects, connections, counts? */
  record Status() implements Question {
    @Override
    public Answer putTo(DeskActivities desk) {
      return desk.showStatus(this);
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
    public Answer putTo(DeskActivities desk) {
      return desk.syncRecords(this);
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
    public Answer putTo(DeskActivities desk) {
      return desk.previewPass(this);
    }

    @Override
    public String word() {
      return "preview";
    }
  }

  /** How far are the feeds read, as the store knows? A null legal entity means all. */
  record PollerStatus(@Nullable LegalEntity legalEntity) implements Question {
    @Override
    public Answer putTo(DeskActivities desk) {
      return desk.showFeeds(this);
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
    public Answer putTo(DeskActivities desk) {
      return desk.forgetFeeds(this);
    }

    @Override
    public String word() {
      return "reset";
    }
  }
}
