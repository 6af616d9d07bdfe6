package io.weft.activities.introduction;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.util.Optional;

/** What people have said, or have still to say, about records that may be the same. */
public interface Reviewed {
  /**
   * Whether the account of the pair and that D365 record were parted: nobody links them by their
   * likeness again.
   */
  boolean areParted(PairId pair, String d365Key);

  /**
   * The key of the one on the other side that a person gave the record as its partner, and has not
   * taken back. Empty if there is none.
   */
  Optional<String> accepted(RecordRef record, LegalEntity legalEntity);

  /**
   * The key of one on the other side that may be the same, about which nobody has decided yet: no
   * partner is made for either meanwhile. Empty if there is none.
   */
  Optional<String> undecided(RecordRef record, LegalEntity legalEntity);

  /** Nothing was ever reviewed. */
  static Reviewed nothing() {
    return new Reviewed() {
      @Override
      public boolean areParted(PairId pair, String d365Key) {
        return false;
      }

      @Override
      public Optional<String> accepted(RecordRef record, LegalEntity legalEntity) {
        return Optional.empty();
      }

      @Override
      public Optional<String> undecided(RecordRef record, LegalEntity legalEntity) {
        return Optional.empty();
      }
    };
  }
}
