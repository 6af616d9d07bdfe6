package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.Drift;
import io.weft.activities.mapping.Translated;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides one field after another. Every value that loses is written down with its winner. */
final class FieldMerge {
  private final Situation situation;
  private final Orders orders;
  private final Draft draft;
  private final Sending sending;

  FieldMerge(Situation situation, Orders orders, Draft draft) {
    this.situation = situation;
    this.orders = orders;
    this.draft = draft;
    this.sending = new Sending(draft);
  }

  void decide(FieldCase field) {
    if (sending.amended(field, orders)) {
      return;
    }
    Side source = field.direction == Direction.TO_CREATIO ? Side.D365 : Side.CREATIO;
    if (field.trouble != null) {
      sending.block(field, source.other(), field.trouble);
    } else if (!field.exists(Side.CREATIO) || !field.exists(Side.D365)) {
      create(field);
    } else if (!field.known()) {
      firstLink(field, source);
    } else {
      change(field, source);
    }
  }

  private void create(FieldCase field) {
    Side target = field.exists(Side.CREATIO) ? Side.D365 : Side.CREATIO;
    if (field.flowsTo(target)) {
      sending.create(field, target);
    }
  }

  private void firstLink(FieldCase field, Side source) {
    if (field.equal()) {
      agree(field);
    } else if (field.direction == Direction.BOTH) {
      linkBoth(field);
    } else if (field.empty(source)) {
      draft.note(field);
      sending.stays(field, source.other(), Words.KEPT_AT_LINK);
    } else if (field.empty(source.other())) {
      sending.send(field, source.other(), toward(source.other()), Words.FIRST_FILL);
    } else {
      sending.win(field, source, Words.oneWay(source.other()));
    }
  }

  private void linkBoth(FieldCase field) {
    if (field.empty(Side.CREATIO)) {
      sending.send(field, Side.CREATIO, Verdict.TO_CREATIO, Words.FIRST_FILL);
    } else if (field.empty(Side.D365)) {
      sending.send(field, Side.D365, Verdict.TO_D365, Words.FIRST_FILL);
    } else {
      settle(field, field.firstLinkPolicy(), "First link: ");
    }
  }

  private void change(FieldCase field, Side source) {
    boolean creatio = field.moved(Side.CREATIO);
    boolean d365 = field.moved(Side.D365);
    if (!creatio && !d365) {
      return;
    }
    if (field.equal()) {
      agree(field);
    } else if (field.direction != Direction.BOTH) {
      oneWay(field, source, source == Side.CREATIO ? creatio : d365, creatio && d365);
    } else if (creatio && d365) {
      settle(field, field.policy(), "Both sides had changed: ");
    } else {
      Side moved = creatio ? Side.CREATIO : Side.D365;
      sending.send(field, moved.other(), toward(moved.other()), Words.only(moved));
    }
  }

  private void oneWay(FieldCase field, Side source, boolean sourceMoved, boolean bothMoved) {
    Side target = source.other();
    if (bothMoved) {
      sending.win(field, source, Words.oneWay(target));
    } else if (sourceMoved) {
      sending.send(field, target, toward(target), Words.only(source));
    } else if (field.rule.conduct().drift() == Drift.RESTORE) {
      sending.win(field, source, Words.restored(target));
    } else {
      draft.note(field, target);
      sending.stays(field, target, Words.kept(target));
    }
  }

  private void agree(FieldCase field) {
    draft.note(field);
    Value agreed = field.now(Side.D365);
    String text = Words.shown(agreed);
    draft.decide(
        new FieldDecision(
            field.name(Side.D365), Verdict.EQUAL, null, text, text, null, Words.EQUAL));
  }

  private void settle(FieldCase field, ConflictPolicy policy, String occasion) {
    Instruction.Choose choice = orders.choice(field);
    if (choice != null) {
      String why = occasion + choice.who() + " chose " + choice.side().title() + ", because: ";
      sending.win(field, choice.side(), why + choice.why());
      return;
    }
    Side winner =
        switch (policy) {
          case CREATIO_WINS -> Side.CREATIO;
          case D365_WINS -> Side.D365;
          case NEWEST_WINS -> newest();
          case ASK -> null;
        };
    if (winner == null) {
      sending.ask(field, policy);
    } else {
      String rule = policy == ConflictPolicy.NEWEST_WINS ? " changed last." : " wins by policy.";
      sending.win(field, winner, occasion + winner.title() + rule);
    }
  }

  private @Nullable Side newest() {
    Instant creatio = situation.changedAt().creatio();
    Instant d365 = situation.changedAt().d365();
    if (creatio == null || d365 == null) {
      return null;
    }
    return d365.isAfter(creatio) ? Side.D365 : Side.CREATIO;
  }

  private static Verdict toward(Side target) {
    return target == Side.D365 ? Verdict.TO_D365 : Verdict.TO_CREATIO;
  }

  /** Whether a translation carries a value that may be sent. */
  static @Nullable Value sendable(Translated translated) {
    return translated instanceof Translated.Done done ? done.value() : null;
  }
}
