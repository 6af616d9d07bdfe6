package io.weft.activities.match;

import java.util.List;

/**
 * Why two records are, may be, or are not the same company.
 *
 * @param agreements what they share, in words
 * @param contradictions what speaks against it, in words
 */
public record Evidence(List<String> agreements, List<String> contradictions) {
  public Evidence {
    agreements = List.copyOf(agreements);
    contradictions = List.copyOf(contradictions);
  }

  /** One sentence for a person. */
  public String words() {
    String shared = agreements.isEmpty() ? "nothing" : String.join(", ", agreements);
    String against = contradictions.isEmpty() ? "" : "; but " + String.join(", ", contradictions);
    return "Shared: " + shared + against + ".";
  }
}
