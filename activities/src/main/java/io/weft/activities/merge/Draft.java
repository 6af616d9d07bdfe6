package io.weft.activities.merge;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan in the making. */
final class Draft {
  private final Both<Map<String, Value>> writes = maps();
  private final Both<Both<Map<String, Value>>> confirmed = new Both<>(maps(), maps());
  private final Both<Map<String, Value>> noted = maps();
  private final List<FieldDecision> decisions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Side heldBack;

  private static Both<Map<String, Value>> maps() {
    return new Both<>(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** Sends a value; once confirmed, the target's base is what was sent. */
  void write(FieldCase field, Side target, Value value) {
    writes.of(target).put(field.name(target), value);
    confirmed.of(target).of(target).put(field.name(target), value);
  }

  /** A new record is to be without this field: nothing is sent, and that is how it was meant. */
  void leaveOut(FieldCase field, Side target) {
    confirmed.of(target).of(target).put(field.name(target), Values.ABSENT);
  }

  /** With that write confirmed, the other side's value counts as seen as well. */
  void confirmSource(FieldCase field, Side target) {
    Side source = target.other();
    confirmed.of(target).of(source).put(field.name(source), field.now(source));
  }

  /** Takes that side's value into its base without sending anything. */
  void note(FieldCase field, Side side) {
    noted.of(side).put(field.name(side), field.now(side));
  }

  void note(FieldCase field) {
    note(field, Side.CREATIO);
    note(field, Side.D365);
  }

  void decide(FieldDecision decision) {
    decisions.add(decision);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** A record that is to be created on that side lacks what it cannot be without. */
  void holdBack(Side side) {
    heldBack = side;
  }

  /** Both records as they will be after the writes so far. */
  Both<Fields> written(Both<Fields> seen) {
    return new Both<>(
        seen.creatio().with(fields(writes.creatio())), seen.d365().with(fields(writes.d365())));
  }

  Plan plan(Situation situation) {
    if (heldBack != null) {
      writes.of(heldBack).clear();
      confirmed.of(heldBack).creatio().clear();
      confirmed.of(heldBack).d365().clear();
    }
    return new Plan(
        writes.map(Draft::fields),
        confirmed.map(side -> side.map(Draft::fields)),
        new Both<>(
            noting(situation.bases().creatio(), noted.creatio()),
            noting(situation.bases().d365(), noted.d365())),
        decisions,
        problems,
        heldBack != null);
  }

  private static Fields fields(Map<String, Value> values) {
    return values.isEmpty() ? Fields.none() : Fields.of(values);
  }

  private static Base noting(@Nullable Base base, Map<String, Value> seen) {
    return (base == null ? Base.NONE : base).noting(fields(seen));
  }
}
