package io.weft.activities.load;

import io.weft.activities.store.Link;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;

/** What a load itself tells people. */
final class Troubles {
  private Troubles() {}

  /** A value that cannot be read as its column says. */
  static Problem unreadable(Side side, String record, String why) {
    return new Problem(
        "Unreadable",
        record + " cannot be read: " + why,
        "Correct the value in " + side.title() + ", or the column's type in the mapping.",
        Fingerprint.of(side.name(), "read", "Unreadable", why),
        null,
        false);
  }

  /** One of the two was linked meanwhile, with another one. */
  static Problem taken(Link by) {
    return new Problem(
        "PartnerTaken",
        "It was linked meanwhile: "
            + by.creatioId()
            + " with "
            + by.d365Key()
            + " in "
            + by.pair().legalEntity(),
        "Look at both pairs: one of the records may be a duplicate.",
        Fingerprint.of("load", "link", "PartnerTaken", "linked meanwhile"),
        null,
        false);
  }

  /** It could not be done, although it was tried again. */
  static Problem failed(String record, String why) {
    return new Problem(
        "LoadFailed",
        record + " could not be brought in step by the load: " + why,
        "Nothing: the ordinary work goes on with it, and says what is wrong.",
        Fingerprint.of("load", "apply", "LoadFailed", why),
        null,
        true);
  }
}
