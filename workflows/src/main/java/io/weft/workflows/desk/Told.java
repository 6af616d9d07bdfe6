package io.weft.workflows.desk;

/** Whether an order reached its workflow. */
public enum Told {
  /** It is in the workflow's history and will be carried out. */
  DELIVERED,
  /** No run is open under this id any more: it was settled, or never existed. */
  NOBODY_THERE
}
