package io.weft.workflows.introduction;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.PairId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an introduction ended. Kept in histories: components are only ever added. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = IntroductionOutcome.Introduced.class, name = "introduced"),
  @JsonSubTypes.Type(value = IntroductionOutcome.LeftOut.class, name = "leftOut"),
  @JsonSubTypes.Type(value = IntroductionOutcome.WaitsFor.class, name = "waitsFor"),
  @JsonSubTypes.Type(value = IntroductionOutcome.NeedsPerson.class, name = "needsPerson")
})
public sealed interface IntroductionOutcome {
  /** Linked, newly or before, and handed over to the workflows of these pairs. */
  record Introduced(List<PairId> pairs) implements IntroductionOutcome {
    public Introduced {
      pairs = List.copyOf(pairs);
    }
  }

  /** Not ours to sync (own company, out of scope, one-time customer, gone again): counted. */
  record LeftOut(String why) implements IntroductionOutcome {}

  /**
   * Another pair must be linked first.
   *
   * @param because why the other one does not get on, if it waits for a person; else null
   */
  record WaitsFor(PairId other, @Nullable String because) implements IntroductionOutcome {}

  /** No rule fits, or a match is doubtful: a person decides. */
  record NeedsPerson(Problem problem) implements IntroductionOutcome {}
}
