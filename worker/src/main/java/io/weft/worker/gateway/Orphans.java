package io.weft.worker.gateway;

import io.weft.activities.poll.Orphan;

/** Where rows go whose record has to be asked for, after the answer and beside it. */
@FunctionalInterface
public interface Orphans {
  /**
   * Takes a row to ask for its record. Never waits, never fails. What is taken may be lost with the
   * process: the feeds find the change all the same.
   *
   * @return whether it was taken; if not, the event counts as unknown
   */
  boolean take(Orphan orphan);
}
