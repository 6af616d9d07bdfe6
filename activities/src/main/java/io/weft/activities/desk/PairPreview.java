package io.weft.activities.desk;

import io.weft.activities.merge.Plan;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.Rehearsal;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.PairId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a pass would write to a pair now: a record's fields, a document's head and its lines. */
public final class PairPreview implements Preview {
  private final SyncObjects objects;
  private final Rehearsal rehearsal;
  private final Supplier<Attempt> attempt;

  /**
   * @param attempt the attempt that holds the pair for the moment
   */
  public PairPreview(SyncObjects objects, Rehearsal rehearsal, Supplier<Attempt> attempt) {
    this.objects = objects;
    this.rehearsal = rehearsal;
    this.attempt = attempt;
  }

  @Override
  public Answer.PreviewReport preview(PairId pair) {
    List<SyncObject> parts = new ArrayList<>(List.of(objects.of(pair)));
    objects.lines(pair.object(), pair.legalEntity()).ifPresent(parts::add);
    List<FieldDecision> decisions = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int writes = 0;
    for (SyncObject part : parts) {
      Plan plan = rehearsal.plan(part, pair, attempt.get());
      writes += plan.writes().creatio().names().size() + plan.writes().d365().names().size();
      decisions.addAll(plan.decisions());
      problems.addAll(plan.problems());
    }
    return new Answer.PreviewReport(pair.path(), summary(writes), decisions, problems);
  }

  private static String summary(int writes) {
    return switch (writes) {
      case 0 -> "Nothing would be written.";
      case 1 -> "One field would be written.";
      default -> writes + " fields would be written.";
    };
  }
}
