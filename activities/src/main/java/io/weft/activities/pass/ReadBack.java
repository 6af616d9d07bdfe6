package io.weft.activities.pass;

import io.weft.activities.merge.Base;
import io.weft.activities.object.LineFields;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Settlement;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the target shows right after a write that was answered with success. What came to stay is
 * known from now on. What shows the old value again in a row that did not move was not applied at
 * all (change approval, an ignored property). Anything else is somebody's next change, or a system
 * that keeps values in its own form: the next pass sees to it.
 */
final class ReadBack {
  private ReadBack() {}

  /**
   * Moves the bases in {@code work} accordingly and returns how the write ended.
   *
   * @param together all that was sent in the same go
   */
  static IntentResult judge(
      Work work,
      Intent intent,
      Fields together,
      @Nullable Snapshot before,
      @Nullable Snapshot after,
      long mark) {
    if (after == null) {
      work.again = true;
      known(work, intent, intent.sent());
      return WriteResults.applied(intent);
    }
    Fields lost = differing(intent.sent(), after.fields());
    if (lost.isEmpty()) {
      stayed(work, intent, together, before, after, mark);
      return WriteResults.applied(intent);
    }
    if (before != null && after.version().equals(before.version())) {
      return withoutEffect(work, intent);
    }
    return movedOn(work, intent, before, after, lost);
  }

  private static void stayed(
      Work work,
      Intent intent,
      Fields together,
      @Nullable Snapshot before,
      Snapshot after,
      long mark) {
    Side side = intent.target().side();
    known(work, intent, intent.sent());
    work.bases = work.bases.with(side, work.base(side).stayed(intent.sent().names()));
    if (before == null || isAll(before.fields().with(together), after.fields())) {
      work.seen = work.seen.with(side, new Settlement.Seen(mark, after.modifiedOn()));
      work.judged(side, after);
    } else {
      work.again = true; // something else moved as well
    }
  }

  /** Marks, such as the version of a line, move with every write. */
  private static boolean isAll(Fields expected, Fields shown) {
    return withoutMarks(expected).equals(withoutMarks(shown));
  }

  private static Fields withoutMarks(Fields fields) {
    return fields.only(fields.names().stream().filter(n -> !LineFields.isMark(n)).toList());
  }

  private static IntentResult withoutEffect(Work work, Intent intent) {
    Side side = intent.target().side();
    work.bases = work.bases.with(side, work.base(side).inVain(intent.sent()));
    if (side == Side.D365 && work.object.approvals()) {
      work.proposed = true;
    } else {
      work.again = true; // the next look either finds the value after all or parks the pair
    }
    return new IntentResult(
        intent.id(), Outcome.WITHOUT_EFFECT, "answered with success, but the old values stay");
  }

  private static IntentResult movedOn(
      Work work, Intent intent, @Nullable Snapshot before, Snapshot after, Fields lost) {
    Side side = intent.target().side();
    known(work, intent, intent.sent());
    Set<String> old = before == null ? Set.of() : shownBefore(lost, before, after);
    Base base = work.base(side).inVain(lost);
    work.bases = work.bases.with(side, old.isEmpty() ? base : base.doubting(old));
    work.again = true;
    return new IntentResult(
        intent.id(), Outcome.APPLIED, "answered with success; " + lost.names() + " moved on since");
  }

  /** Fields that show the value from before the write: applied and taken back, or never applied. */
  private static Set<String> shownBefore(Fields lost, Snapshot before, Snapshot after) {
    Map<String, Value> old = new LinkedHashMap<>();
    lost.forEach(
        (name, value) -> {
          if (after.fields().get(name).equals(before.fields().get(name))) {
            old.put(name, value);
          }
        });
    return old.keySet();
  }

  private static Fields differing(Fields sent, Fields shown) {
    Map<String, Value> lost = new LinkedHashMap<>();
    sent.forEach(
        (name, value) -> {
          if (!shown.get(name).equals(value)) {
            lost.put(name, value);
          }
        });
    return Fields.of(lost);
  }

  private static void known(Work work, Intent intent, Fields sent) {
    Side side = intent.target().side();
    work.bases =
        work.bases
            .with(side, work.base(side).noting(sent))
            .with(side.other(), work.base(side.other()).noting(intent.counterpart()));
  }
}
