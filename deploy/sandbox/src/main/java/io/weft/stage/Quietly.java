package io.weft.stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends things at the very end, where nobody can do anything about a failure any more. */
final class Quietly {
  private static final Logger log = LoggerFactory.getLogger(Quietly.class);

  private Quietly() {}

  /** Closes it; a failure is written to the log. */
  static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      log.atDebug().setCause(e).log("A part of the stage did not end well");
    }
  }
}
