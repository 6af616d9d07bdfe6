package io.weft.activities.hint;

import io.weft.activities.object.Mode;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door for hints of every messenger. A hint is counted and stored whatever it says; one of an
 * object that is switched off is closed in the same transaction (G1). Thread-safe.
 */
public final class Intake {
  private final HintWriter writer;
  private final Switches switches;
  private final Tally tally;

  public Intake(HintWriter writer, Switches switches, Tally tally) {
    this.writer = writer;
    this.switches = switches;
    this.tally = tally;
  }

  /**
   * Stores hints, all or none; once this returns they are safe. Returns them in the order given,
   * those switched off too (nobody is to be told of them). Safe to repeat: a doubled hint is
   * harmless.
   *
   * @throws io.weft.activities.store.StoreException.Unavailable if the store does not answer
   */
  public List<StoredHint> accept(List<Hint> hints) {
    if (hints.isEmpty()) {
      return List.of();
    }
    List<Incoming> incoming = hints.stream().map(h -> sift(h, null)).toList();
    List<StoredHint> stored = writer.accept(incoming);
    incoming.forEach(this::count);
    return stored;
  }

  /**
   * A hint as it goes into the store, closed at once where its object is switched off. For feeds,
   * which store their hints together with their token.
   *
   * @param digest digest of the row that the hint was made from; null if there was none
   */
  public Incoming sift(Hint hint, @Nullable String digest) {
    return new Incoming(hint, digest, reasonToFilter(hint.record()));
  }

  /** Counts something that is no hint at all. */
  public void count(Origin origin, Tally.What what, int number) {
    tally.count(origin, what, number);
  }

  private void count(Incoming incoming) {
    Tally.What what = incoming.filtered() == null ? Tally.What.ACCEPTED : Tally.What.FILTERED;
    tally.count(incoming.hint().origin(), what, 1);
  }

  private @Nullable String reasonToFilter(RecordRef record) {
    LegalEntity legalEntity = record.legalEntity();
    if (legalEntity != null) {
      return isOff(record, legalEntity)
          ? record.object() + " is switched off in " + legalEntity
          : null;
    }
    boolean offEverywhere = switches.legalEntities().stream().allMatch(le -> isOff(record, le));
    return offEverywhere ? record.object() + " is switched off" : null;
  }

  private boolean isOff(RecordRef record, LegalEntity legalEntity) {
    return switches.mode(record.object(), legalEntity) == Mode.OFF;
  }
}
