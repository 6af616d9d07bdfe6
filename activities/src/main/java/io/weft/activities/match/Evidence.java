package io.weft.activities.match;

import java.util.List;

/**
 * Why two records are, may be, or are not the same company.
 *
 * @param agreements what they share, in words
 * @param contradictions what speaks against it so much that a person has to decide, in words
 * @param differences what else is not the same, in words: it may have changed
 */
public record Evidence(
    List<String> agreements, List<String> contradictions, List<String> differences) {
  public Evidence {
    agreements = List.copyOf(agreements);
    contradictions = List.copyOf(contradictions);
    differences = List.copyOf(differences);
  }

  /** One sentence for a person. */
  public String words() {
    String shared = agreements.isEmpty() ? "nothing" : String.join(", ", agreements);
    String against = contradictions.isEmpty() ? "" : "; but " + String.join(", ", contradictions);
    String other = differences.isEmpty() ? "" : "; not the same: " + String.join(", ", differences);
    return "Shared: " + shared + against + other + ".";
  }
}
