package io.weft.activities.store;

/** What came of the wish to link. */
public sealed interface Linking {
  /** The link is ours, newly made or made by an earlier attempt with the same keys. */
  record Made(Link link) implements Linking {}

  /** One of the two records is linked already, with another partner. */
  record Taken(Link by) implements Linking {}

  /** A match key is reserved by another pair whose record is just being made: look again. */
  record Reserved(String matchKey, Link by) implements Linking {}
}
