package io.weft.activities.pass;

import io.weft.activities.merge.Plan;
import io.weft.activities.object.Records.Request;
import io.weft.activities.store.Intent;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes as they are announced: before anything is sent, with what they change and why. */
final class IntentDraft {
  private IntentDraft() {}

  /**
   * What a plan would send to one side, as it is announced: nothing, or one write of the whole
   * record.
   *
   * @param shown what goes along with it to tell how the record stands: in its audit row, and in no
   *     comparison
   */
  static Optional<Intent> whole(Work work, Side side, Plan plan, Fields shown) {
    Fields writes = plan.writes().of(side);
    boolean create = work.now.of(side) == null;
    if (create ? plan.createHeldBack() : writes.isEmpty()) {
      return Optional.empty();
    }
    Request request = new Request(work.record(side), writes);
    Intent.Kind kind = create ? Intent.Kind.CREATE : Intent.Kind.UPDATE;
    Fields counterpart = plan.confirmed().of(side).of(side.other());
    Intent intent = of(work, request, kind, counterpart, plan.decisions());
    return Optional.of(shown.isEmpty() ? intent : intent.alsoFor(telling(shown)));
  }

  /** How the record stands, as it is announced. */
  static Intent telling(Work work, Fields fields) {
    Request request = new Request(work.record(Side.CREATIO), fields);
    return of(work, request, Intent.Kind.UPKEEP, Fields.none(), telling(fields));
  }

  private static List<FieldDecision> telling(Fields fields) {
    List<FieldDecision> why = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            why.add(
                new FieldDecision(
                    name,
                    Verdict.TO_CREATIO,
                    Side.CREATIO,
                    null,
                    value.text(),
                    null,
                    "Tells on the record how it stands.")));
    return why;
  }

  /** One write to one record: what was seen there, what is sent, and why. */
  static Intent of(
      Work work,
      Request request,
      Intent.Kind kind,
      Fields counterpart,
      List<FieldDecision> decisions) {
    Side side = request.target().side();
    Fields sent = request.changes();
    Snapshot seen = work.now.of(side);
    Instant deadline = work.attempt.deadline();
    return new Intent(
        work.nextIntentId(),
        work.link().pair(),
        request.target(),
        kind,
        seen == null ? Fields.none() : seen.fields().only(List.copyOf(sent.names())),
        sent,
        counterpart,
        seen == null ? "" : seen.version(),
        decisions.stream().filter(d -> d.target() == side && sent.has(d.field())).toList(),
        work.attempt.clock().instant(),
        deadline,
        deadline.plus(work.object.horizon().of(side)));
  }
}
