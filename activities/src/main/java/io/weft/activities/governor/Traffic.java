package io.weft.activities.governor;

/**
 * What a request does to the system; each kind has places of its own, because writes weigh more.
 */
public enum Traffic {
  /** Changes nothing. */
  READ,
  /** May change something. */
  WRITE
}
