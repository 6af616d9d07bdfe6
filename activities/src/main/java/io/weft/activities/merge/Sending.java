package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Fit;
import io.weft.activities.mapping.Slot;
import io.weft.activities.mapping.Translated;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/** Puts what was decided for a field into the draft, or says why it cannot be done. */
final class Sending {
  private final Draft draft;

  Sending(Draft draft) {
    this.draft = draft;
  }

  /** The source's value goes to the target, which had not moved. */
  void send(FieldCase field, Side target, Verdict verdict, String why) {
    Value value = ready(field, target);
    if (value != null) {
      write(field, target, value, verdict, null, why);
    }
  }

  /** The winner's value goes to the other side, whose own value is the rival. */
  void win(FieldCase field, Side winner, String why) {
    Side target = winner.other();
    Value value = ready(field, target);
    if (value != null) {
      Verdict verdict = winner == Side.CREATIO ? Verdict.CREATIO_WON : Verdict.D365_WON;
      write(field, target, value, verdict, Words.shown(field.now(target)), why);
    }
  }

  /** A field of a new record; what is missing holds the whole record back. */
  void create(FieldCase field, Side target) {
    Translated translated = field.to(target);
    Value value = FieldMerge.sendable(translated);
    boolean required = field.slot(target).required();
    if (value == null || (value.isAbsent() && required)) {
      ready(field, target);
      if (required) {
        draft.holdBack(target);
      }
    } else if (!value.isAbsent()) {
      Verdict verdict = target == Side.D365 ? Verdict.TO_D365 : Verdict.TO_CREATIO;
      write(field, target, value, verdict, null, Words.created(target));
    }
  }

  /** Nothing is sent: that side's own value stays, the other's is the rival. */
  void stays(FieldCase field, Side side, String why) {
    Value other = FieldMerge.sendable(field.to(side));
    String rival = Words.shown(other == null ? field.now(side.other()) : other);
    String text = Words.shown(field.now(side));
    Verdict verdict = side == Side.CREATIO ? Verdict.CREATIO_WON : Verdict.D365_WON;
    draft.decide(new FieldDecision(field.name(side), verdict, null, text, text, rival, why));
  }

  /** A person has to choose. */
  void ask(FieldCase field, ConflictPolicy policy) {
    String why =
        policy == ConflictPolicy.ASK
            ? "Both sides had changed: a person is asked by policy."
            : "Both sides had changed, and it is not known which was last: a person is asked.";
    String before = Words.shown(field.now(Side.D365));
    String rival = Words.shown(field.now(Side.CREATIO));
    draft.decide(
        new FieldDecision(field.name(Side.D365), Verdict.ASKED, null, before, null, rival, why));
    draft.problem(Words.disputed(field));
  }

  /** Nothing can be sent. */
  void block(FieldCase field, Side target, Translated.Refused refused) {
    boolean silent =
        refused.why() == Translated.Why.UNKNOWN_CODE && field.rule.conduct().leaveUnknownCodes();
    String before = Words.shown(field.now(target));
    String tried = refused.value().isEmpty() ? null : refused.value();
    draft.decide(
        new FieldDecision(
            field.name(target),
            Verdict.BLOCKED,
            target,
            before,
            tried,
            null,
            "The value " + refused.what() + "."));
    if (!silent) {
      draft.problem(Words.refused(field, target, refused));
    }
  }

  private @Nullable Value ready(FieldCase field, Side target) {
    Translated translated = field.to(target);
    if (translated instanceof Translated.Refused refused) {
      block(field, target, refused);
      return null;
    }
    Value value = FieldMerge.sendable(translated);
    if (value != null && value.isAbsent() && field.slot(target).required()) {
      block(field, target, missing(field, target));
      return null;
    }
    return value;
  }

  private static Translated.Refused missing(FieldCase field, Side target) {
    String place = field.slot(target.other()).derived() ? "the record" : "the field";
    return new Translated.Refused(
        Translated.Why.MISSING,
        "",
        "is required and would be empty",
        "Fill " + place + " in " + target.other().title() + ", or set a default in the mapping");
  }

  private void write(
      FieldCase field,
      Side target,
      Value value,
      Verdict verdict,
      @Nullable String rival,
      String why) {
    draft.write(field, target, value);
    draft.confirmSource(field, target);
    String before = Words.shown(field.now(target));
    draft.decide(
        new FieldDecision(
            field.name(target), verdict, target, before, Words.shown(value), rival, why));
  }

  /** Sends an operator's values for this field; false if there are none. */
  boolean amended(FieldCase field, Orders orders) {
    Orders.Amendment creatio = orders.amendment(field, Side.CREATIO);
    Orders.Amendment d365 = orders.amendment(field, Side.D365);
    if (d365 != null) {
      amend(field, Side.D365, d365, creatio == null);
    }
    if (creatio != null) {
      amend(field, Side.CREATIO, creatio, d365 == null);
    }
    return creatio != null || d365 != null;
  }

  private void amend(FieldCase field, Side target, Orders.Amendment order, boolean alone) {
    Slot slot = field.slot(target);
    Translated translated = parse(field, slot, order.text());
    Value value = FieldMerge.sendable(translated);
    if (!field.direction.flowsTo(target)) {
      block(field, target, notOurs(order.text()));
    } else if (translated instanceof Translated.Refused refused) {
      block(field, target, refused);
    } else if (value != null && value.isAbsent() && slot.required()) {
      block(field, target, missing(field, target));
    } else if (value != null) {
      amend(field, target, order, value, alone);
    }
  }

  private void amend(
      FieldCase field, Side target, Orders.Amendment order, Value value, boolean alone) {
    boolean fresh = !field.exists(target);
    boolean send = fresh || !Fit.same(field.slot(target), value, field.now(target));
    if (fresh && value.isAbsent()) {
      draft.leaveOut(field, target);
    } else if (send) {
      draft.write(field, target, value);
    } else {
      draft.note(field, target);
    }
    if (alone && field.exists(target.other())) {
      if (send) {
        draft.confirmSource(field, target);
      } else {
        draft.note(field, target.other());
      }
    }
    Value other = FieldMerge.sendable(field.to(target));
    Value loser = other == null ? field.now(target.other()) : other;
    boolean lost = alone && !Fit.same(field.slot(target), loser, value);
    draft.decide(
        new FieldDecision(
            field.name(target),
            Verdict.AMENDED,
            send ? target : null,
            Words.shown(field.now(target)),
            Words.shown(value),
            lost ? Words.shown(loser) : null,
            order.by().who() + " gave this value, because: " + order.by().why()));
  }

  private static Translated.Refused notOurs(String text) {
    return new Translated.Refused(
        Translated.Why.WRONG_FORM,
        text,
        "would go against the field's direction",
        "Change it in that system, or change the direction in the mapping");
  }

  private static Translated parse(FieldCase field, Slot slot, String text) {
    try {
      Value value = Values.parse(slot.type(), text);
      return Fit.into(slot, value, field.rule.conduct(), field.lookUps());
    } catch (IllegalArgumentException e) {
      return new Translated.Refused(
          Translated.Why.WRONG_FORM,
          text,
          String.valueOf(e.getMessage()),
          "Give the value in its own form");
    }
  }
}
