package io.weft.activities.pass;

/** How much of a pair one attempt looks at, and on what occasion. */
enum Extent {
  /** A step of a document that others follow: the hints stay open. */
  STEP,
  /** All of it, or its last step, because something hinted at it. */
  WHOLE,
  /** All of it, although nobody may have hinted at it: a load brings it in step. */
  UNASKED
}
