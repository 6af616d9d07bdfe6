package io.weft.activities.merge;

import io.weft.activities.value.Fields;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.List;

/**
 * What one pass is to do with a pair.
 *
 * @param writes what to send to each side: changed fields that we own, nothing else
 * @param confirmed by written side: what <em>both</em> bases take in once that write is confirmed
 *     ({@code confirmed().of(D365).creatio()} goes into Creatio's base)
 * @param basesAfterNoting both bases with the fields noted that need no write; to be stored also if
 *     nothing is sent
 * @param decisions why each field that moved has the value it has; losers named
 * @param problems what a person has to settle; the other fields go on
 * @param createHeldBack whether a record that is to be created lacks something it cannot be without
 */
public record Plan(
    Both<Fields> writes,
    Both<Both<Fields>> confirmed,
    Both<Base> basesAfterNoting,
    List<FieldDecision> decisions,
    List<Problem> problems,
    boolean createHeldBack) {
  public Plan {
    decisions = List.copyOf(decisions);
    problems = List.copyOf(problems);
  }

  /** Whether nothing is to be sent to either side. */
  public boolean writesNothing() {
    return writes.creatio().isEmpty() && writes.d365().isEmpty();
  }

  /** Both bases once the write to that side is confirmed, given what they were until then. */
  public Both<Base> confirm(Side written, Both<Base> bases) {
    Both<Fields> sent = confirmed.of(written);
    return new Both<>(bases.creatio().noting(sent.creatio()), bases.d365().noting(sent.d365()));
  }
}
