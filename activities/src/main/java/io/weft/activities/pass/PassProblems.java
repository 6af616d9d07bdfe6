package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.Need;
import io.weft.activities.store.Link;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a pass tells people, in one place. */
final class PassProblems {
  private PassProblems() {}

  /** The remote system refused what was sent. */
  static Problem rejected(RemoteException.Rejected refusal) {
    String what = refusal.system().title() + " refused the record: " + refusal.getMessage();
    String remedy =
        "Correct the record at its source, or the list it refers to, or amend the value: the record"
            + " is tried again by itself when it changes, and on retry.";
    return problem(
        refusal.system(), refusal.call(), refusal.failureType(), what, remedy, refusal.field());
  }

  /** The same value was sent before and did not come to stay. */
  static Problem circle(Side side, String field, String sent, String shown) {
    String what =
        side.title()
            + " field "
            + field
            + " was set to '"
            + sent
            + "' and showed '"
            + shown
            + "' right after; sending the same again would go round in circles.";
    String remedy =
        "Bring the value into the form that "
            + side.title()
            + " keeps, or choose the side whose form"
            + " is to stay.";
    return problem(side, "write", "Reformatted", what, remedy, field);
  }

  /** Conflicts that policy puts to a person. */
  static Problem first(List<Problem> problems) {
    Problem first = problems.get(0);
    if (problems.size() == 1) {
      return first;
    }
    String what = first.what() + " (and " + (problems.size() - 1) + " more, see the decisions)";
    return new Problem(
        first.failure(), what, first.remedy(), first.fingerprint(), first.field(), false);
  }

  /** The record on that side is gone for no reason that we know of. */
  static Problem mergedInto(RecordRef lost, String survivor, String otherKey) {
    String what =
        "Record "
            + lost.key()
            + " was merged in Creatio into "
            + survivor
            + ", which is linked with '"
            + otherKey
            + "' in D365 already; this pair's record in D365 now has none of its own in Creatio.";
    String remedy =
        "Merge the two in D365, or take the second out of use there, then discard; or part the"
            + " survivor from its record (weft link undo) and retry.";
    return problem(Side.CREATIO, "merge", "MergedTwice", what, remedy, null);
  }

  /** Two records of D365 carry one reference of ours. */
  static Problem doubled(RecordRef wanted, List<String> keys) {
    String what =
        "D365 has "
            + keys.size()
            + " records that answer to "
            + wanted.path()
            + ": "
            + String.join(", ", keys)
            + ". One of them is too many.";
    String remedy = "Cancel or delete the wrong one in D365, then retry.";
    return problem(Side.D365, "look-up", "Doubled", what, remedy, null);
  }

  /** The record that was found is somebody else's partner. */
  static Problem partnerTaken(RecordRef found, Link by) {
    String what =
        "The record "
            + found.path()
            + " looks like this one's partner and is linked already, with "
            + by.creatioId()
            + " in Creatio. The two may be duplicates.";
    String remedy = "Merge the duplicates in Creatio, or make them different; then retry.";
    return problem(Side.D365, "look-up", "PartnerTaken", what, remedy, null);
  }

  /** What this record needs will not be linked. */
  static Problem neverLinked(Need need, String why) {
    String what =
        "It needs "
            + need.record().path()
            + " in "
            + need.legalEntity()
            + ", which is left out: "
            + why
            + ".";
    String remedy =
        "Bring that record into scope (its type, or the rules in weft.yaml), or name another one"
            + " here; then retry.";
    return problem(need.record().side(), "wait", "NeverLinked", what, remedy, null);
  }

  private static Problem problem(
      Side side,
      String operation,
      String failure,
      String what,
      String remedy,
      @Nullable String field) {
    String system = side.name().toLowerCase(Locale.ROOT);
    return new Problem(
        failure, what, remedy, Fingerprint.of(system, operation, failure, what), field, false);
  }
}
