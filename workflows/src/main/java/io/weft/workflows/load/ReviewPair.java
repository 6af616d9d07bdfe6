package io.weft.workflows.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two records that may be the same company, before a person.
 *
 * @param id short, made of both keys: the same pair has the same id in every load and plan
 * @param score 0 to 1
 * @param evidence kinds of evidence, in kebab case, strongest first
 * @param agreements what the two share, in words
 * @param contradictions what speaks against it, in words; empty if nothing does
 * @param decision null while nobody decided
 */
public record ReviewPair(
    String id,
    String creatioKey,
    String creatioName,
    String d365Key,
    String d365Name,
    double score,
    List<String> evidence,
    String agreements,
    String contradictions,
    @Nullable Decision decision) {
  public ReviewPair {
    evidence = List.copyOf(evidence);
  }

  /** What a person says of a pair. Kept in the store: never rename one. */
  public enum Decision {
    /** The same company: to be linked. */
    ACCEPT,
    /** Two companies: never to be proposed again. */
    REJECT
  }

  /**
   * A decision about one pair.
   *
   * @param creatioKey as the person saw it, so that a row that slipped is noticed; null where only
   *     the id was named
   */
  public record Decided(
      String id, Decision decision, @Nullable String creatioKey, @Nullable String d365Key) {}

  /**
   * Why a decision cannot be taken.
   *
   * @param field what is wrong: id, decision, creatioKey or d365Key
   * @param value the value at fault
   */
  public record Fault(String id, String field, String value, String what, String remedy) {}
}
