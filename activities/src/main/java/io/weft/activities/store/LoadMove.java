package io.weft.activities.store;

/**
 * One step of a stage, stored in one transaction with the work that it stands for: only if the
 * stage still stands where the step began and the load is open, so that a twin repeats nothing.
 *
 * @param stage stable name of the stage
 * @param from where the step began, as {@link LoadPlace#at} said
 * @param to where the next one goes on
 * @param complete whether it was the last
 * @param handled records handled by it
 * @param counts what it adds to the load's totals
 */
public record LoadMove(
    Load load,
    String stage,
    String from,
    String to,
    boolean complete,
    long handled,
    LoadTally counts) {
  /** The step after this place. */
  public static LoadMove from(Load load, String stage, LoadPlace place, LoadTally counts) {
    return new LoadMove(load, stage, place.at(), place.at(), false, 0, counts);
  }

  /** The same step, ending there. */
  public LoadMove to(String there, boolean last, long records) {
    return new LoadMove(load, stage, from, there, last, records, counts);
  }
}
