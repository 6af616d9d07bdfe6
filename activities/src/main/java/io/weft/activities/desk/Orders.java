package io.weft.activities.desk;

import io.weft.activities.hint.HandOver;
import io.weft.activities.hint.Intake;
import io.weft.activities.poll.FeedReset;
import io.weft.activities.store.AuditStore;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person tells a worker to do. Each word goes to the audit first, with name and reason. */
public final class Orders {
  private static final int MOST = 1000;
  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Intake intake;
  private final HandOver handOver;
  private final AuditStore audit;
  private final FeedReset feeds;
  private final Clock clock;

  public Orders(Intake intake, HandOver handOver, AuditStore audit, FeedReset feeds, Clock clock) {
    this.intake = intake;
    this.handOver = handOver;
    this.audit = audit;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** One hint per key, stored and handed over now. Safe to repeat: a run told twice looks twice. */
  Answer sync(Question.SyncNow question) {
    LegalEntity legalEntity = question.legalEntity();
    if (question.side() == Side.D365 && legalEntity == null) {
      return new Answer.Refused("A record of D365 needs a legal entity: name it.");
    }
    if (question.keys().isEmpty() || question.keys().size() > MOST) {
      return new Answer.Refused("Name 1 to " + MOST + " records at a time.");
    }
    List<String> notes = new ArrayList<>();
    List<Hint> hints = hints(question, notes);
    List<StoredHint> stored = intake.accept(hints);
    HandOver.Told told = handOver.now(stored);
    if (told.held() > 0) {
      notes.add(told.held() + " are held back by a freeze and go on when it is lifted.");
    }
    if (told.missed() > 0) {
      notes.add(told.missed() + " are stored and start as soon as Temporal takes them.");
    }
    return new Answer.SyncStarted(stored.stream().flatMap(s -> runs(s).stream()).toList(), notes);
  }

  private List<Hint> hints(Question.SyncNow question, List<String> notes) {
    Instant now = clock.instant();
    List<Hint> hints = new ArrayList<>();
    for (String key : question.keys().stream().distinct().toList()) {
      if (key.isBlank() || (question.side() == Side.CREATIO && !GUID.matcher(key).matches())) {
        notes.add("'" + key + "' is no id of a Creatio record: a GUID is expected.");
        continue;
      }
      Hint hint = Hint.of(record(question, key), Origin.OPERATOR, now);
      String off = intake.sift(hint, null).filtered();
      if (off != null) {
        notes.add(hint.record().path() + ": " + off + ".");
      }
      audit.said(hint.record().path(), new Instruction.Retry(question.who(), question.why()), now);
      hints.add(hint);
    }
    return hints;
  }

  private static RecordRef record(Question.SyncNow question, String key) {
    LegalEntity legalEntity = question.legalEntity();
    return legalEntity == null || question.side() == Side.CREATIO
        ? RecordRef.creatio(question.object(), key)
        : RecordRef.d365(question.object(), legalEntity, key);
  }

  private static List<String> runs(StoredHint stored) {
    List<String> runs = new ArrayList<>();
    for (PairId pair : stored.pairs()) {
      runs.add(WorkflowIds.pair(pair));
    }
    if (stored.unknown()) {
      runs.add(WorkflowIds.introduction(stored.hint().record()));
    }
    return runs;
  }

  /** Forgets where feeds stand. Safe to repeat. */
  Answer reset(Question.Reset question) {
    List<String> names = feeds.reset(question.scope(), question.who(), question.why());
    return names.isEmpty()
        ? new Answer.Refused(
            "'"
                + question.scope()
                + "' has no feeds: write a legal entity, creatio-sweep/<connection>, an object or"
                + " the beginning of a feed's name.")
        : new Answer.Done("Read from the beginning again: " + String.join(", ", names) + ".");
  }
}
