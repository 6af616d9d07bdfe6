package io.weft.workflows.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report: a pair, or a record that has no partner. Names are there because a person
 * must judge them; no other field of a record is.
 *
 * @param verdict what matching found: linked-before, sure, doubtful, duplicate, new, out-of-scope
 * @param score 0 to 1; null where nothing was compared
 * @param evidence kinds of evidence, in kebab case: customer-number, tax-number, likeness
 * @param action what is to be done: link, create-in-d365, create-in-creatio, update, nothing
 * @param outcome what became of it: planned, linked, created, updated, equal, waiting, parked,
 *     refused, left-out, for-review
 * @param fingerprint of the trouble; null if there is none
 * @param problem the trouble, the reason or the contradiction, in one sentence; null if there is
 *     none
 */
public record LoadRow(
    @Nullable String creatioKey,
    @Nullable String creatioName,
    @Nullable String d365Key,
    @Nullable String d365Name,
    String verdict,
    @Nullable Double score,
    List<String> evidence,
    String action,
    String outcome,
    @Nullable String fingerprint,
    @Nullable String problem) {
  public LoadRow {
    evidence = List.copyOf(evidence);
  }
}
