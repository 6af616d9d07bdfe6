package io.weft.activities.introduction;

import io.weft.activities.object.Need;
import io.weft.activities.object.Newcomer;
import io.weft.activities.store.Link;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;

/** What an introduction tells people. */
final class IntroductionProblems {
  private IntroductionProblems() {}

  /** An operator named a partner that does not exist. */
  static Problem notThere(Newcomer newcomer, String key) {
    String other = newcomer.snapshot().record().side().other().title();
    String what = "There is no record '" + key + "' in " + other + " to link with.";
    return problem(
        "LinkTargetMissing", what, "Check the key and link again, or retry to match anew.");
  }

  /** The same company on the other side has a partner already. */
  static Problem partnerTaken(Newcomer newcomer, Link by) {
    RecordRef record = newcomer.snapshot().record();
    String what =
        "The record that matches "
            + record.path()
            + " is linked already: '"
            + by.creatioId()
            + "' in Creatio with '"
            + by.d365Key()
            + "' in D365, legal entity "
            + by.pair().legalEntity()
            + ". It may be a duplicate.";
    String remedy =
        "Merge the duplicates in their own system, then retry; or discard this one; or link it with"
            + " another record by its key.";
    return problem("PartnerTaken", what, remedy);
  }

  /** Its like on the other side was parted from it by a person. */
  static Problem parted(Newcomer newcomer, Snapshot partner) {
    RecordRef record = newcomer.snapshot().record();
    String what =
        "The record that matches "
            + record.path()
            + " is "
            + partner.record().path()
            + ", but a person decided that the two are not the same.";
    String remedy =
        "Correct what makes them alike, then retry; or link it with another record by its key; or"
            + " discard this one.";
    return problem("Parted", what, remedy);
  }

  /** A load found somebody who may be the same, and nobody has decided about the two. */
  static Problem undecided(RecordRef record, String partner, LegalEntity legalEntity) {
    String what =
        record.path()
            + " may be the same as '"
            + partner
            + "' in "
            + record.side().other().title()
            + ": a load left that to a person, and nobody has decided yet.";
    String remedy =
        "Accept or reject the pair (weft load review list "
            + record.object()
            + " --legal-entity "
            + legalEntity
            + "): this one goes on by itself then. Or link it with another record by its key, or discard"
            + " it.";
    return new Problem(
        "ReviewOpen", what, remedy, fingerprint("ReviewOpen", "review"), null, false);
  }

  /** What the newcomer needs will not be linked. */
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
        "Bring that record into scope (its type, or the rules in weft.yaml), then retry; or discard"
            + " this one.";
    return problem("NeverLinked", what, remedy);
  }

  private static Problem problem(String failure, String what, String remedy) {
    return new Problem(failure, what, remedy, fingerprint(failure, what), null, false);
  }

  private static String fingerprint(String failure, String what) {
    return Fingerprint.of("weft", "introduce", failure, what);
  }
}
