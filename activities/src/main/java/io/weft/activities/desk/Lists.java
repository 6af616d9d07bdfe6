package io.weft.activities.desk;

import io.weft.activities.store.AuditStore;
import io.weft.activities.store.ParkedStore;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.AuditLine;
import io.weft.workflows.desk.Question;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of the desk: what waits for a person, and the audit of a record. */
public final class Lists {
  /** An answer travels through Temporal, which takes 2 MB. */
  private static final int MOST = 1000;

  private static final int ALL = 100_000;

  private final ParkedStore parked;
  private final AuditStore audit;
  private final WaitingBoard waiting;

  public Lists(ParkedStore parked, AuditStore audit, WaitingBoard waiting) {
    this.parked = parked;
    this.waiting = waiting;
    this.audit = audit;
  }

  /** Longest waiting first, at most 1000. */
  Answer parked(Question.Parked filter) {
    String id = filter.id();
    String legalEntity = lower(filter.legalEntity());
    int limit = id == null ? MOST : ALL; // the beginning of an id is compared here
    WaitingBoard.Board board = waiting.read();
    return new Answer.ParkedList(
        parked.list(null, filter.fingerprint(), filter.object(), legalEntity, limit).stream()
            .filter(row -> id == null || row.work().workflowId().startsWith(id))
            .limit(MOST)
            .map(row -> line(row, board))
            .toList());
  }

  private static Answer.ParkedLine line(ParkedStore.Parked row, WaitingBoard.Board board) {
    ParkedWork work = row.work();
    return new Answer.ParkedLine(
        work.workflowId(),
        work.object(),
        work.legalEntity(),
        work.record(),
        work.problem(),
        row.since(),
        board.behind(work));
  }

  /** One line per field, newest write first. */
  Answer audit(Question.Audit question) {
    List<AuditLine> lines = new ArrayList<>();
    for (AuditStore.Entry entry : audit.find(question.record(), question.limit())) {
      if (entry.fields().isEmpty()) {
        lines.add(line(entry, null));
      }
      entry.fields().forEach(field -> lines.add(line(entry, field)));
    }
    int end = Math.min(lines.size(), question.limit());
    return new Answer.AuditTrail(question.record(), lines.subList(0, end));
  }

  private static AuditLine line(AuditStore.Entry entry, @Nullable FieldDecision field) {
    String target = entry.target();
    return new AuditLine(
        entry.at(),
        entry.outcome() == null ? words(entry.kind()) : words(entry.outcome()),
        target == null ? "Weft" : Paths.record(target).map(Lists::system).orElse(""),
        target == null ? entry.subject() : target,
        field == null ? "" : field.field(),
        field == null ? null : field.before(),
        field == null ? null : field.after(),
        field == null ? null : field.rival(),
        entry.who() == null ? "Weft" : entry.who(),
        field == null || field.why().isEmpty() ? entry.why() : field.why(),
        entry.mappingVersion(),
        entry.run().isEmpty() ? null : entry.run());
  }

  private static String system(RecordRef record) {
    Side side = record.side();
    return side.title();
  }

  /** {@code WITHOUT_EFFECT} becomes {@code without effect}. */
  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
