package io.weft.activities.merge;

/**
 * The three-way merge of one pair, field by field. Pure: the same situation gives the same plan,
 * and a plan that was carried out gives an empty one.
 */
public final class Merge {
  private Merge() {}

  /** What is to be done with the pair. Never throws for a value; those become problems. */
  @SuppressWarnings("DoNotCallSuggester") // the body follows in the next commit
  public static Plan plan(Situation situation) {
    throw new UnsupportedOperationException("not built: " + situation.rules());
  }
}
