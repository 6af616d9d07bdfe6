package io.weft.activities.introduction;

import io.weft.activities.object.Arrival;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Newcomer;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a newcomer's partner. What people have said, or have still to say, goes before what the
 * records look like: first the operator who sees to this record, then those who reviewed it.
 */
final class Partners {
  private final Reviewed reviewed;

  Partners(Reviewed reviewed) {
    this.reviewed = reviewed;
  }

  /** Whether there is one in that legal entity. Reads, and is safe to repeat. */
  Meeting meet(
      Arrival arrival, Newcomer newcomer, LegalEntity legalEntity, @Nullable Instruction said) {
    if (said instanceof Instruction.Link link) {
      return named(arrival, newcomer, legalEntity, link.key(), "linked by " + link.who())
          .orElseGet(
              () -> new Meeting.Doubtful(IntroductionProblems.notThere(newcomer, link.key())));
    }
    return reviewed
        .accepted(newcomer.snapshot().record(), legalEntity)
        .flatMap(key -> named(arrival, newcomer, legalEntity, key, "accepted by a reviewer"))
        .orElseGet(() -> weighed(newcomer, legalEntity, arrival.meet(newcomer, legalEntity)));
  }

  private static Optional<Meeting> named(
      Arrival arrival, Newcomer newcomer, LegalEntity legalEntity, String key, String because) {
    return arrival
        .named(newcomer, legalEntity, key)
        .map(partner -> new Meeting.Sure(partner, because));
  }

  /** Neither links what was parted, nor has made anew what may be there. */
  private Meeting weighed(Newcomer newcomer, LegalEntity legalEntity, Meeting meeting) {
    if (meeting instanceof Meeting.Sure sure) {
      return isParted(newcomer, legalEntity, sure.partner())
          ? new Meeting.Doubtful(IntroductionProblems.parted(newcomer, sure.partner()))
          : sure;
    }
    if (!(meeting instanceof Meeting.Nobody)) {
      return meeting;
    }
    RecordRef record = newcomer.snapshot().record();
    return reviewed
        .undecided(record, legalEntity)
        .map(key -> IntroductionProblems.undecided(record, key, legalEntity))
        .<Meeting>map(Meeting.Doubtful::new)
        .orElse(meeting);
  }

  private boolean isParted(Newcomer newcomer, LegalEntity legalEntity, Snapshot partner) {
    RecordRef record = newcomer.snapshot().record();
    boolean fromCreatio = record.side() == Side.CREATIO;
    RecordRef account = fromCreatio ? record : partner.record();
    RecordRef customer = fromCreatio ? partner.record() : record;
    PairId pair = new PairId(record.object(), legalEntity, account.key());
    return reviewed.areParted(pair, customer.key());
  }
}
