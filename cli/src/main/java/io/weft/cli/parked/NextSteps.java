package io.weft.cli.parked;

import io.weft.cli.Texts;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that a person may paste for one record, the likeliest first. */
final class NextSteps {
  private static final String WHY = " --reason \"...\"";

  private NextSteps() {}

  static List<String> of(ParkedRow row, List<FieldDecision> disputed, long alike) {
    String id = Texts.shell(row.workflowId());
    Problem problem = row.problem();
    List<String> next = new ArrayList<>();
    if (!disputed.isEmpty()) {
      next.add("weft parked choose " + id + " --side creatio" + WHY);
      next.add("weft parked choose " + id + " --side d365" + WHY);
      if (disputed.size() > 1) {
        String field = Texts.shell(disputed.get(0).field());
        next.add("weft parked choose " + id + " --side creatio --field " + field + WHY);
      }
    }
    String field = problem == null ? null : problem.field();
    if (field != null) {
      next.add("weft parked amend " + id + " --set " + assignment(field) + WHY);
    }
    if (row.isNew()) {
      next.add("weft parked link " + id + " --to KEY" + WHY);
    }
    next.add("weft parked retry " + id + WHY);
    if (alike > 1) {
      next.add("weft parked retry --fingerprint " + Texts.shell(row.fingerprint()) + WHY);
    }
    next.add("weft parked discard " + id + WHY);
    return next;
  }

  private static String assignment(@Nullable String field) {
    return Texts.shell(field + "=VALUE");
  }
}
