package io.weft.activities.mapping;

import io.weft.activities.value.Columns;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one sync object that are kept in step.
 *
 * @param version grows with every published change; kept with each audit row
 * @param entities the Creatio object and the D365 set
 * @param policy who wins a conflict where the field does not say
 * @param extras columns that are read but not kept in step: formulas and rules look at them
 * @param lines the same for the lines of a document; null for a record without lines
 */
public record Mapping(
    int version,
    SyncObjectName object,
    Both<String> entities,
    List<FieldRule> rules,
    ConflictPolicy policy,
    List<Feed> feeds,
    Both<List<Slot>> extras,
    @Nullable Mapping lines) {
  public Mapping {
    rules = List.copyOf(rules);
    feeds = List.copyOf(feeds);
    extras = extras.map(List::copyOf);
  }

  /** A mapping of a record without lines. */
  public Mapping(
      int version,
      SyncObjectName object,
      Both<String> entities,
      List<FieldRule> rules,
      ConflictPolicy policy,
      List<Feed> feeds,
      Both<List<Slot>> extras) {
    this(version, object, entities, rules, policy, feeds, extras, null);
  }

  /** A mapping without further columns. */
  public Mapping(
      int version,
      SyncObjectName object,
      Both<String> entities,
      List<FieldRule> rules,
      ConflictPolicy policy,
      List<Feed> feeds) {
    this(version, object, entities, rules, policy, feeds, new Both<>(List.of(), List.of()));
  }

  /** The rules that a pair follows: all of them through the leading legal entity. */
  public List<FieldRule> rules(boolean leading) {
    return rules.stream().filter(r -> leading || r.conduct().span() == Span.EVERY).toList();
  }

  /** Every column that a read of that side has to ask for. */
  public Columns columns(Side side) {
    return new Columns(slots(side).stream().map(Slot::name).toList());
  }

  /** The slots of that side, to read and write each value by its type; each name once. */
  public List<Slot> slots(Side side) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    for (FieldRule rule : rules) {
      Slot slot = rule.slots().of(side);
      if (!slot.derived()) {
        slots.putIfAbsent(slot.name(), slot);
      }
    }
    extras.of(side).forEach(slot -> slots.putIfAbsent(slot.name(), slot));
    return List.copyOf(slots.values());
  }

  /** The rule of that id; empty if there is none. */
  public Optional<FieldRule> rule(String id) {
    return rules.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  Mapping with(List<FieldRule> otherRules, ConflictPolicy otherPolicy) {
    return new Mapping(version, object, entities, otherRules, otherPolicy, feeds, extras, lines);
  }

  Mapping with(int otherVersion) {
    return new Mapping(otherVersion, object, entities, rules, policy, feeds, extras, lines);
  }

  Mapping with(@Nullable Mapping otherLines) {
    return new Mapping(version, object, entities, rules, policy, feeds, extras, otherLines);
  }
}
