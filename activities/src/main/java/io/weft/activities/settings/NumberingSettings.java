package io.weft.activities.settings;

import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Our own numbers for customers: a prefix and a reserved range per legal entity, outside of every
 * number sequence of D365.
 */
public record NumberingSettings(Map<LegalEntity, NumberRange> customer) {
  private static final NumberRange STANDARD = new NumberRange("customer", "CRT-", 6, 1, 899_999);

  /** Longest account number that D365 takes. */
  private static final int LONGEST = 20;

  public NumberingSettings {
    customer = Collections.unmodifiableMap(new LinkedHashMap<>(customer));
  }

  static NumberingSettings read(YamlNode node, LegalEntities known) {
    YamlNode block = node.child("customer");
    block.entries().forEach((id, child) -> known.find(child, id));
    Map<LegalEntity, NumberRange> ranges = new LinkedHashMap<>();
    for (LegalEntity legalEntity : known.ids()) {
      ranges.put(legalEntity, range(legalEntity, block.child(legalEntity.id())));
    }
    node.done();
    return new NumberingSettings(ranges);
  }

  /** The range of a legal entity; throws IllegalArgumentException if it is not configured. */
  public NumberRange customer(LegalEntity legalEntity) {
    NumberRange range = customer.get(legalEntity);
    if (range == null) {
      throw new IllegalArgumentException("no numbers for legal entity '" + legalEntity + "'");
    }
    return range;
  }

  private static NumberRange range(LegalEntity legalEntity, YamlNode node) {
    NumberRange range =
        new NumberRange(
            "customer/" + legalEntity,
            node.text("prefix", STANDARD.prefix()),
            node.positiveInt("digits", STANDARD.digits()),
            node.positiveInt("first", (int) STANDARD.first()),
            node.positiveInt("last", (int) STANDARD.last()));
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
