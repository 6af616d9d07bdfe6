package io.weft.activities.merge;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Slot;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of every plan, said without looking at how plans are made. Each law returns the
 * complaint, or null.
 */
final class MergeLaws {
  private final Function<Situation, Plan> planner;

  MergeLaws(Function<Situation, Plan> planner) {
    this.planner = planner;
  }

  /** The first complaint about the plan for this situation; null if all laws hold. */
  @Nullable String complaint(Situation situation) {
    Plan plan = planner.apply(situation);
    String owned = writesOnlyOwnedChangedFields(situation, plan);
    if (owned != null) {
      return owned;
    }
    for (FieldRule rule : situation.rules()) {
      String field = fieldComplaint(new Seen(rule, situation), plan);
      if (field != null) {
        return field;
      }
    }
    return settles(situation, plan);
  }

  private static @Nullable String fieldComplaint(Seen seen, Plan plan) {
    if (!seen.bothExist() || seen.amended() || seen.rule.derived()) {
      return null; // creates and amendments are judged by where they settle
    }
    String still = nothingMovesUnmoved(seen, plan);
    if (still != null) {
      return still;
    }
    for (Side side : Side.values()) {
      String lost = noLostEdit(seen, side, plan);
      if (lost != null) {
        return lost;
      }
    }
    String policy = winnerIsRight(seen, plan);
    return policy != null ? policy : basesTellTheTruth(seen, plan);
  }

  private static @Nullable String writesOnlyOwnedChangedFields(Situation situation, Plan plan) {
    for (Side side : Side.values()) {
      for (String name : plan.writes().of(side).names()) {
        FieldRule rule =
            situation.rules().stream()
                .filter(r -> r.name(side).equals(name))
                .findFirst()
                .orElse(null);
        if (rule == null || !rule.direction().flowsTo(side) || rule.slots().of(side).derived()) {
          return "writes a field that is not ours: " + name;
        }
        Value now = new Seen(rule, situation).now(side);
        Slot slot = rule.slots().of(side);
        Value sent = plan.writes().of(side).get(name);
        if (now.equals(sent)) {
          return "writes what is there: " + name;
        }
        boolean tooLong = slot.maxLength() > 0 && sent.text().length() > slot.maxLength();
        if (tooLong || (!slot.multiline() && sent.text().indexOf('\n') >= 0)) {
          return "writes what does not fit: " + name;
        }
        if (slot.required() && sent.isAbsent()) {
          return "clears what is required: " + name;
        }
      }
    }
    return null;
  }

  private static @Nullable String nothingMovesUnmoved(Seen seen, Plan plan) {
    if (seen.first() || seen.moved(Side.CREATIO) || seen.moved(Side.D365)) {
      return null;
    }
    boolean quiet =
        !seen.written(plan, Side.CREATIO)
            && !seen.written(plan, Side.D365)
            && seen.decisions(plan).isEmpty();
    return quiet ? null : "acts where nothing moved: " + seen.rule.id();
  }

  /** A value that moved and is overwritten, or counted as seen without going over, is a rival. */
  private static @Nullable String noLostEdit(Seen seen, Side side, Plan plan) {
    boolean mayBeEdit = seen.first() ? !seen.empty(side) : seen.moved(side);
    if (!mayBeEdit || seen.now(side).isAbsent()) {
      return null;
    }
    boolean overwritten = seen.written(plan, side);
    boolean passedOver =
        plan.basesAfterNoting().of(side).values().get(seen.name(side)).equals(seen.now(side))
            && !seen.written(plan, side.other())
            && !seen.unchangedBase(plan, side)
            && !seen.equal();
    if (!overwritten && !passedOver) {
      return null;
    }
    String text = seen.now(side).text();
    boolean told =
        seen.decisions(plan).stream()
            .anyMatch(d -> text.equals(d.rival()) || (passedOver && text.equals(d.after())));
    return told ? null : "loses " + side + " " + seen.name(side) + " without a word";
  }

  private static @Nullable String winnerIsRight(Seen seen, Plan plan) {
    boolean apart = !seen.equal();
    boolean creatio = seen.moved(Side.CREATIO);
    boolean d365 = seen.moved(Side.D365);
    for (FieldDecision decision : seen.decisions(plan)) {
      boolean disputed = seen.first() || (creatio && d365);
      if (decision.verdict() == Verdict.ASKED && (seen.oneWay() || !apart || !disputed)) {
        return "asks about what is not disputed: " + seen.rule.id();
      }
    }
    if (seen.oneWay() || seen.first() || !apart) {
      return null;
    }
    if (creatio != d365) {
      return seen.written(plan, creatio ? Side.CREATIO : Side.D365)
          ? "overwrites the only side that moved: " + seen.rule.id()
          : null;
    }
    Side winner = creatio ? seen.winner() : null;
    if (!creatio) {
      return null;
    }
    if (winner == null) {
      boolean held = !seen.written(plan, Side.CREATIO) && !seen.written(plan, Side.D365);
      boolean asked = seen.decisions(plan).stream().anyMatch(d -> d.verdict() == Verdict.ASKED);
      return held && asked && !plan.problems().isEmpty() ? null : "does not ask: " + seen.rule.id();
    }
    boolean blocked = seen.decisions(plan).stream().anyMatch(d -> d.verdict() == Verdict.BLOCKED);
    boolean right = !seen.written(plan, winner) && (blocked || seen.written(plan, winner.other()));
    return right ? null : "lets the wrong side win: " + seen.rule.id();
  }

  private static @Nullable String basesTellTheTruth(Seen seen, Plan plan) {
    for (Side side : Side.values()) {
      Fields sent = plan.confirmed().of(side).of(side);
      if (seen.bothExist() && !sent.equals(plan.writes().of(side))) {
        return "confirms what was not sent to " + side;
      }
      boolean noted = !seen.unchangedBase(plan, side);
      Value base = plan.basesAfterNoting().of(side).values().get(seen.name(side));
      if (noted && !base.equals(seen.now(side))) {
        return "notes what was not seen: " + seen.rule.id();
      }
    }
    return null;
  }

  /** Carried out, the plan leaves nothing to do, and both sides agree where they should. */
  private @Nullable String settles(Situation before, Plan first) {
    Situation after = Applied.to(before, first);
    Plan plan = planner.apply(after);
    boolean created =
        before.now().creatio() == null
            || before.now().d365() == null
            || before.rules().stream().anyMatch(r -> new Seen(r, before).amended());
    for (int round = 0; created && round < 2 && !plan.writesNothing(); round++) {
      after = Applied.to(after, plan);
      plan = planner.apply(after);
    }
    if (!plan.writesNothing()) {
      return "writes again: " + plan.writes();
    }
    List<String> open = new ArrayList<>();
    for (FieldDecision decision : plan.decisions()) {
      open.add(decision.field());
      if (decision.verdict() != Verdict.ASKED
          && decision.verdict() != Verdict.BLOCKED
          && !created) {
        return "decides again: " + decision;
      }
    }
    for (FieldRule rule : before.rules()) {
      String apart = agrees(new Seen(rule, before), new Seen(rule, after), first, open);
      if (apart != null) {
        return apart;
      }
    }
    return null;
  }

  private static @Nullable String agrees(Seen before, Seen after, Plan first, List<String> open) {
    boolean acted = before.first() || before.moved(Side.CREATIO) || before.moved(Side.D365);
    boolean exempt =
        !before.bothExist()
            || before.amended()
            || before.rule.derived()
            || open.contains(before.name(Side.CREATIO))
            || open.contains(before.name(Side.D365))
            || before.decisions(first).stream().anyMatch(d -> d.target() == null && stays(d));
    return acted && !exempt && !after.equal()
        ? "leaves both sides apart: " + before.rule.id()
        : null;
  }

  private static boolean stays(FieldDecision decision) {
    return decision.verdict() == Verdict.CREATIO_WON || decision.verdict() == Verdict.D365_WON;
  }
}
