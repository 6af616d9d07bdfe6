package io.weft.worker;

/** How the process ends. */
final class ExitCodes {
  /** Asked to stop, and stopped. */
  static final int DONE = 0;

  /** Something that it needs is not there or refuses. */
  static final int FAILED = 1;

  /** Settings or environment are wrong. */
  static final int SETTINGS = 2;

  private ExitCodes() {}
}
