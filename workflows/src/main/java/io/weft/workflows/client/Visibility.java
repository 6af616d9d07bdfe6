package io.weft.workflows.client;

/** Whether the server knows our search attributes. */
public enum Visibility {
  /** They are registered: every start carries them. */
  LABELLED,
  /** The server refuses them: starts go without, and lists can only be filtered by id and type. */
  PLAIN
}
