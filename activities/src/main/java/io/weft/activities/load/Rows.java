package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.load.LoadRow;
import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs and records as lines of a report. */
final class Rows {
  private Rows() {}

  static LoadRow of(LoadPair pair, Titles titles, Load load) {
    Proof proof = Proof.read(pair.evidence());
    String note = pair.note() == null ? orNull(proof.contradictions()) : pair.note();
    return new LoadRow(
        pair.creatioKey(),
        titles.account(pair),
        pair.d365Key(),
        titles.customer(pair),
        verdict(pair),
        pair.evidence() == null ? null : pair.score() / 100.0,
        proof.kinds(),
        action(pair),
        outcome(pair, load),
        pair.fingerprint(),
        note);
  }

  static LoadRow of(LoadRecord record) {
    boolean creatio = record.record().side() == Side.CREATIO;
    String key = record.record().key();
    return new LoadRow(
        creatio ? key : null,
        creatio ? record.title() : null,
        creatio ? null : key,
        creatio ? null : record.title(),
        "out-of-scope",
        null,
        List.of(),
        "nothing",
        record.verdict() == LoadVerdict.WAITS ? "waiting" : "left-out",
        null,
        record.note());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String verdict(LoadPair pair) {
    return switch (pair.kind()) {
      case LINKED -> "linked-before";
      case SURE -> "sure";
      case DOUBTFUL -> "doubtful";
      case DUPLICATE -> "duplicate";
      case NEW_IN_CREATIO, NEW_IN_D365, REFUSED -> "new";
    };
  }

  private static String action(LoadPair pair) {
    if (pair.state() == State.LEFT
        || pair.state() == State.REVIEW
        || pair.state() == State.REJECTED) {
      return "nothing";
    }
    return switch (pair.kind()) {
      case LINKED -> "update";
      case SURE -> "link";
      case NEW_IN_CREATIO -> "create-in-d365";
      case NEW_IN_D365 -> "create-in-creatio";
      case DOUBTFUL, DUPLICATE, REFUSED -> "nothing";
    };
  }

  private static String outcome(LoadPair pair, Load load) {
    return switch (pair.state()) {
      case REVIEW -> "for-review";
      case LEFT, REJECTED -> "left-out";
      case LATER -> "waiting";
      case TODO -> planned(pair, load);
      case DONE -> done(pair);
    };
  }

  private static String planned(LoadPair pair, Load load) {
    if (!load.planOnly()) {
      return "waiting";
    }
    LoadPair.Outcome outcome = pair.outcome();
    return outcome == LoadPair.Outcome.PARKED || pair.kind() == LoadPair.Kind.REFUSED
        ? "refused"
        : "planned";
  }

  private static String done(LoadPair pair) {
    LoadPair.Outcome outcome = pair.outcome();
    if (outcome == null) {
      return "waiting";
    }
    return switch (outcome) {
      case EQUAL -> pair.kind() == LoadPair.Kind.LINKED ? "equal" : "linked";
      case WRITTEN -> pair.kind() == LoadPair.Kind.LINKED ? "updated" : "linked";
      case MADE_IN_CREATIO, MADE_IN_D365 -> "created";
      case AWAITING, CHANGED, FAILED -> "waiting";
      case PARKED -> "parked";
      case ENDED -> "left-out";
    };
  }
}
