package io.weft.workflows.pass;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.PairId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a pass over one pair ended. Kept in histories: components are only ever added. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PassOutcome.Settled.class, name = "settled"),
  @JsonSubTypes.Type(value = PassOutcome.Stepped.class, name = "stepped"),
  @JsonSubTypes.Type(value = PassOutcome.Proposed.class, name = "proposed"),
  @JsonSubTypes.Type(value = PassOutcome.WaitsFor.class, name = "waitsFor"),
  @JsonSubTypes.Type(value = PassOutcome.NeedsPerson.class, name = "needsPerson"),
  @JsonSubTypes.Type(value = PassOutcome.Ended.class, name = "ended")
})
public sealed interface PassOutcome {
  /**
   * Both sides agree on every field that may be written.
   *
   * @param more whether hints came in meanwhile that this pass does not cover: pass again
   */
  record Settled(List<FieldDecision> decisions, boolean more) implements PassOutcome {
    public Settled {
      decisions = List.copyOf(decisions);
    }
  }

  /** A step of a document is done; the next one follows, and the hints stay open until the last. */
  record Stepped(List<FieldDecision> decisions, Progress progress) implements PassOutcome {
    public Stepped {
      decisions = List.copyOf(decisions);
    }
  }

  /** Sent to D365, which put it up for approval; followed up when the customer changes again. */
  record Proposed(List<FieldDecision> decisions) implements PassOutcome {
    public Proposed {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * Another pair must be in step first.
   *
   * @param because why the other one does not get on, if it waits for a person; else null
   */
  record WaitsFor(PairId other, @Nullable String because) implements PassOutcome {
    /** The other one is on its way. */
    public WaitsFor(PairId other) {
      this(other, null);
    }
  }

  /** A person must decide or correct something; whatever else could be written was. */
  record NeedsPerson(Problem problem, List<FieldDecision> decisions) implements PassOutcome {
    public NeedsPerson {
      decisions = List.copyOf(decisions);
    }
  }

  /** The pair is no more, or no longer ours to write; a merge names the pair that goes on. */
  record Ended(String why, @Nullable PairId successor) implements PassOutcome {}
}
