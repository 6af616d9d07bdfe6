package io.weft.workflows.load;

import io.temporal.activity.ActivityInterface;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outside of {@link InitialLoad}. How far a load has come is kept in the store, record by
 * record; every method goes on where the last attempt stopped, is safe to repeat and beside its own
 * timed-out twin, heartbeats at least once a second, and when it is cancelled finishes the records
 * in hand and stops.
 */
@ActivityInterface
public interface LoadActivities {
  /**
   * Notes the load and its choices in the store, and the place from which feeds will follow (before
   * anything is read). Refuses, as a failure that no repetition helps, a load beside another open
   * one of the same object and legal entity, and a plan that is not there or not complete.
   */
  void openLoad(OpenLoad request);

  /** Reads both sides into the store. */
  LoadStep scanRecords(LoadRequest request);

  /** Judges what was scanned, and refuses a population that is not the plan's. */
  LoadStep matchRecords(LoadRequest request);

  /** Works out what would be written, and writes nothing. */
  LoadStep rehearseRecords(LoadRequest request);

  /** Links, makes and brings in step the next few hundred records. */
  LoadStep applyRecords(LoadRequest request);

  /** Compares both sides of the next few hundred records once more. */
  LoadStep verifyRecords(LoadRequest request);

  /**
   * Whether the load may work now, by the windows of {@code weft.yaml}, and until when. Asked
   * before batches of a load; a plan writes nothing and may work at any time.
   */
  WindowState checkWindow(LoadRequest request);

  /**
   * Closes the load in the store; records held back for it are handed over. A load that was never
   * opened, or is closed already, stays as it is.
   */
  void closeLoad(CloseLoad request);

  /** Begins a load or a plan. */
  record OpenLoad(LoadId load, boolean planOnly, LoadChoices choices) {}

  /**
   * Goes on with a phase.
   *
   * @param untilMillis when the window closes, in milliseconds since 1970: no record is begun after
   *     it; null for never
   */
  record LoadRequest(LoadId load, @Nullable Long untilMillis) {}

  /**
   * How far a phase has come.
   *
   * @param complete whether the phase is done
   * @param handled records handled in this phase so far, of {@code total}
   * @param note what a person should know, one sentence; null for nothing
   */
  record LoadStep(boolean complete, long handled, long total, @Nullable String note) {}

  /**
   * Off-peak windows.
   *
   * @param open whether work is allowed now
   * @param until when that changes; null for never
   */
  record WindowState(boolean open, @Nullable Instant until) {}

  /** How a load ended. */
  record CloseLoad(LoadId load, Ending ending, @Nullable String why) {}

  /** How a load may end. */
  enum Ending {
    COMPLETED,
    CANCELLED
  }
}
