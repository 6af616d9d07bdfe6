package io.weft.activities.mapping;

import io.weft.activities.value.Columns;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one sync object that are kept in step.
 *
 * @param version grows with every published change; kept with each audit row
 * @param entities the Creatio object and the D365 set
 * @param policy who wins a conflict where the field does not say
 */
public record Mapping(
    int version,
    SyncObjectName object,
    Both<String> entities,
    List<FieldRule> rules,
    ConflictPolicy policy,
    List<Feed> feeds) {
  public Mapping {
    rules = List.copyOf(rules);
    feeds = List.copyOf(feeds);
  }

  /** The rules that a pair follows: all of them through the leading legal entity. */
  public List<FieldRule> rules(boolean leading) {
    return rules.stream().filter(r -> leading || r.conduct().span() == Span.EVERY).toList();
  }

  /** Every column that a read of that side has to ask for. */
  public Columns columns(Side side) {
    List<String> names = new ArrayList<>();
    for (FieldRule rule : rules) {
      if (!rule.slots().of(side).derived()) {
        names.add(rule.name(side));
      }
      if (rule.direction().flowsTo(side.other())) {
        names.addAll(rule.conversion().transforms().of(side.other()).reads());
      }
    }
    return new Columns(names);
  }

  /** The slots of that side, for reading and writing each value by its type; derived ones apart. */
  public List<Slot> slots(Side side) {
    return rules.stream().map(r -> r.slots().of(side)).filter(s -> !s.derived()).toList();
  }

  Mapping with(List<FieldRule> other, ConflictPolicy otherPolicy) {
    return new Mapping(version, object, entities, other, otherPolicy, feeds);
  }
}
