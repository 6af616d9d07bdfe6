package io.weft.activities.match;

import java.util.Comparator;
import java.util.List;

/**
 * Which of several verdicts on one record stands: the one that is sure, where no other comes near
 * it. A noted customer number beats all but another one; the tax number beats what is doubtful.
 */
final class Choice {
  /** No verdict stands. */
  static final int NONE = -1;

  /** Closer than this, two candidates are alike. */
  private static final int MARGIN = 15;

  private static final Comparator<Verdict> STRONGEST_FIRST =
      Comparator.comparing(Verdict::basis)
          .thenComparing(Comparator.comparingInt(Verdict::score).reversed());

  private Choice() {}

  /** The place of the verdict that stands; {@link #NONE} if a person has to choose. */
  static int of(List<Verdict> verdicts) {
    int best = best(verdicts);
    for (int i = 0; best != NONE && i < verdicts.size(); i++) {
      if (i != best && rivals(verdicts.get(best), verdicts.get(i))) {
        return NONE;
      }
    }
    return best;
  }

  private static int best(List<Verdict> verdicts) {
    int best = NONE;
    for (int i = 0; i < verdicts.size(); i++) {
      boolean sure = verdicts.get(i).grade() == Grade.SURE;
      if (sure && (best == NONE || beats(verdicts.get(i), verdicts.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean beats(Verdict one, Verdict other) {
    return STRONGEST_FIRST.compare(one, other) < 0;
  }

  private static boolean rivals(Verdict best, Verdict other) {
    boolean sure = other.grade() == Grade.SURE;
    return switch (best.basis()) {
      case CUSTOMER_NUMBER -> other.basis() == Basis.CUSTOMER_NUMBER;
      case TAX_NUMBER -> sure;
      case LIKENESS -> sure || other.score() > best.score() - MARGIN;
    };
  }
}
