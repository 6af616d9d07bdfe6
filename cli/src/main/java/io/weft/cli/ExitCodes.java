package io.weft.cli;

/** How a command ended, for scripts. Numbers are never given another meaning. */
public final class ExitCodes {
  /** It is done, and nothing is wrong. */
  public static final int DONE = 0;

  /** It failed, or it found problems. */
  public static final int FAILED = 1;

  /** The command or a setting is wrong; nothing was done. */
  public static final int USAGE = 2;

  /** Temporal cannot be reached, or has no such namespace. */
  public static final int UNREACHABLE = 3;

  /** Nothing fits what was named. */
  public static final int NO_MATCH = 4;

  /** Temporal took the question, and no worker answered in time. */
  public static final int NO_ANSWER = 5;

  private ExitCodes() {}
}
