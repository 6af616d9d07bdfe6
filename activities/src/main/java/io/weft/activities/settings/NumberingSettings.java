package io.weft.activities.settings;

import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Our own numbers: a prefix and a reserved range per legal entity, outside of every number sequence
 * of D365.
 *
 * @param customer for customers, in every legal entity
 * @param order for sales orders, where own numbers are allowed; elsewhere D365 numbers them
 */
public record NumberingSettings(
    Map<LegalEntity, NumberRange> customer, Map<LegalEntity, NumberRange> order) {
  private static final NumberRange STANDARD = new NumberRange("customer", "CRT-", 6, 1, 899_999);

  private static final NumberRange ORDER = new NumberRange("order", "CRT-", 8, 1, 89_999_999);

  /** Longest account or order number that D365 takes. */
  private static final int LONGEST = 20;

  public NumberingSettings {
    customer = Collections.unmodifiableMap(new LinkedHashMap<>(customer));
    order = Collections.unmodifiableMap(new LinkedHashMap<>(order));
  }

  static NumberingSettings read(YamlNode node, LegalEntities known) {
    YamlNode block = node.child("customer");
    block.entries().forEach((id, child) -> known.find(child, id));
    Map<LegalEntity, NumberRange> ranges = new LinkedHashMap<>();
    for (LegalEntity legalEntity : known.ids()) {
      ranges.put(legalEntity, range(STANDARD, legalEntity, block.child(legalEntity.id())));
    }
    Map<LegalEntity, NumberRange> orders = orders(node.child("order"), known);
    node.done();
    return new NumberingSettings(ranges, orders);
  }

  /** Only where the file says so: sales orders need a manual number sequence for it. */
  private static Map<LegalEntity, NumberRange> orders(YamlNode block, LegalEntities known) {
    Map<LegalEntity, NumberRange> ranges = new LinkedHashMap<>();
    block
        .entries()
        .forEach(
            (id, child) ->
                known.find(child, id).ifPresent(le -> ranges.put(le, range(ORDER, le, child))));
    return ranges;
  }

  /** The range for sales orders of a legal entity; empty where D365 numbers them. */
  public Optional<NumberRange> order(LegalEntity legalEntity) {
    return Optional.ofNullable(order.get(legalEntity));
  }

  /** The range of a legal entity; throws IllegalArgumentException if it is not configured. */
  public NumberRange customer(LegalEntity legalEntity) {
    NumberRange range = customer.get(legalEntity);
    if (range == null) {
      throw new IllegalArgumentException("no numbers for legal entity '" + legalEntity + "'");
    }
    return range;
  }

  private static NumberRange range(NumberRange standard, LegalEntity legalEntity, YamlNode node) {
    NumberRange range =
        new NumberRange(
            standard.name() + "/" + legalEntity,
            node.text("prefix", standard.prefix()),
            node.positiveInt("digits", standard.digits()),
            node.positiveInt("first", (int) standard.first()),
            node.positiveInt("last", (int) standard.last()));
    if (range.last() < range.first()) {
      node.problem("ends before it begins", "Write last above first");
    }
    if (Long.toString(range.last()).length() > range.digits()) {
      node.problem("does not fit its digits", "Write a smaller last or more digits");
    }
    if (range.prefix().length() + range.digits() > LONGEST) {
      node.problem("makes numbers that are too long", "Keep prefix and digits together at 20");
    }
    node.done();
    return range;
  }
}
