package io.weft.activities.object;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.store.Link;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans one pair by its mapping and rules: pure, given look-ups that were read before. */
public interface Planner {
  /** What to write where, and why. */
  Plan plan(Question question);

  /** The version of the mapping, for the audit. */
  int version();

  /**
   * What a plan is made from.
   *
   * @param movedAt per side: when it moved, as far as anybody can tell, for newest-wins
   * @param muted per written side: fields to be left out this time
   */
  record Question(
      Link link,
      Both<@Nullable Base> bases,
      Both<@Nullable Snapshot> now,
      Both<@Nullable Instant> movedAt,
      List<Instruction> said,
      Both<Set<String>> muted) {
    public Question {
      said = List.copyOf(said);
    }

    /** Who wins where the settings say this: nobody where a load has left it to a person. */
    public ConflictPolicy policy(ConflictPolicy settings) {
      return link.asks() ? ConflictPolicy.ASK : settings;
    }

    /** The same with these fields left out. */
    public Question muting(Both<Set<String>> fields) {
      return new Question(link, bases, now, movedAt, said, fields.map(LinkedHashSet::new));
    }
  }
}
