package io.weft.workflows.pass;

/** Who told us that a record may have changed. */
public enum Origin {
  WEBHOOK,
  EVENT,
  POLLER,
  SWEEP,
  LOAD,
  OPERATOR,
  /** A pass that saw something move while it worked and wants another look. */
  PASS,
  /** A record that this one waited for has settled. */
  RELEASE
}
