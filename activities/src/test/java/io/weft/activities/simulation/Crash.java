package io.weft.activities.simulation;

/** The process is gone: an error, so that no handler of the code under test sees it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String where) {
    super(where, null, false, false);
  }
}
