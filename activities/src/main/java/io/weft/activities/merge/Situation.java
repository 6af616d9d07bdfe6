package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan depends on.
 *
 * @param rules the fields that this pair keeps in step, see {@link
 *     io.weft.activities.mapping.Mapping#rules(boolean)}
 * @param policy who wins where a field does not say
 * @param now both records; null for one that is to be created
 * @param bases what we last knew; null before the first plan
 * @param lookUps the value lists of the legal entity
 * @param changedAt when each side changed, for newest wins: Creatio's ModifiedOn, D365's hint or
 *     first sight; null where not known
 * @param supplied values that a rule supplies, by D365 name and in D365's form; they take the place
 *     of Creatio's own
 * @param instructions what operators said, oldest first
 */
public record Situation(
    List<FieldRule> rules,
    ConflictPolicy policy,
    Both<@Nullable Snapshot> now,
    Both<@Nullable Base> bases,
    LookUps lookUps,
    Both<@Nullable Instant> changedAt,
    Fields supplied,
    List<Instruction> instructions) {}
