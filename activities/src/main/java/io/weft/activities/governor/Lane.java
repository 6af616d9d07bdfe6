package io.weft.activities.governor;

/** Who asks: live work always passes bulk. */
public enum Lane {
  /** A change that somebody waits for. */
  LIVE,
  /** Loads, sweeps and other work that may take its time. */
  BULK
}
