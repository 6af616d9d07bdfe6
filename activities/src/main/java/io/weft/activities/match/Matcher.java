package io.weft.activities.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the same company on the other side. Sure is: the noted customer number; the same tax number
 * and a name alike; an equal name in the same country with what supports it, or a misspelt one with
 * a lot of it. Whatever contradicts makes it doubtful, and so do two candidates alike.
 *
 * <p>The caller hands in candidates of one legal entity: those of several are never compared. What
 * is linked already is the caller's to leave out.
 */
public final class Matcher {
  private static final Comparator<Finding> LIKELIEST_FIRST =
      Comparator.comparing((Finding finding) -> finding.verdict().grade())
          .thenComparing(finding -> finding.verdict().basis())
          .thenComparing(finding -> -finding.verdict().score())
          .thenComparing(finding -> finding.candidate().record().path());

  private Matcher() {}

  /** What the candidates are to a newcomer. The order of candidates does not matter. */
  public static Match match(Profile newcomer, List<Profile> candidates) {
    List<Finding> findings =
        judge(Traits.of(newcomer), candidates.stream().map(Traits::of).toList());
    Optional<Finding> chosen = chosen(findings);
    if (chosen.isPresent()) {
      return new Match.Sure(chosen.get().candidate(), chosen.get().verdict());
    }
    return findings.isEmpty() ? new Match.None() : new Match.Doubtful(findings);
  }

  /**
   * Whether two records are {@link Grade#NONE} to each other at the first glance, which costs much
   * less than to judge them; nothing is said of the others.
   */
  public static boolean areStrangers(Traits one, Traits other) {
    return !Facts.shareNumberOrMail(one, other) && !Similar.names(one.name(), other.name()).near();
  }

  /** What two records are to each other. */
  public static Verdict judge(Traits one, Traits other) {
    return Grading.of(Facts.of(one, other));
  }

  /** The candidates that may be the same company, the likeliest first. */
  public static List<Finding> judge(Traits one, List<Traits> candidates) {
    List<Finding> findings = new ArrayList<>();
    for (Traits candidate : candidates) {
      Verdict verdict = areStrangers(one, candidate) ? null : judge(one, candidate);
      if (verdict != null && verdict.grade() != Grade.NONE) {
        findings.add(new Finding(candidate.profile(), verdict));
      }
    }
    findings.sort(LIKELIEST_FIRST);
    return findings;
  }

  /** The finding that may be linked by itself, if it is sure and no other comes near it. */
  public static Optional<Finding> chosen(List<Finding> findings) {
    int chosen = Choice.of(findings.stream().map(Finding::verdict).toList());
    return chosen == Choice.NONE ? Optional.empty() : Optional.of(findings.get(chosen));
  }
}
