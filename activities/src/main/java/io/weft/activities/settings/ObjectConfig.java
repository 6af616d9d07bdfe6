package io.weft.activities.settings;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.object.Mode;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.Optional;

/**
 * One sync object as it is switched. Each part may differ by legal entity.
 *
 * @param enabled the main switch; off beats every mode
 * @param mode what may be done
 * @param direction which way it flows
 * @param policy who wins a conflict; empty: as the mapping says
 * @param pollInterval how often its feeds are followed; empty: as {@code polling.interval} says
 */
public record ObjectConfig(
    boolean enabled,
    PerEntity<Mode> mode,
    PerEntity<Direction> direction,
    PerEntity<Optional<ConflictPolicy>> policy,
    PerEntity<Optional<Duration>> pollInterval) {

  /** Switched off, as every object is that the file does not name. */
  static ObjectConfig off(SyncObjectName object) {
    return new ObjectConfig(
        false,
        PerEntity.all(Mode.OFF),
        PerEntity.all(standardDirection(object)),
        PerEntity.all(Optional.empty()),
        PerEntity.all(Optional.empty()));
  }

  static ObjectConfig read(SyncObjectName object, YamlNode node, LegalEntities known) {
    Direction standard = standardDirection(object);
    ObjectConfig config =
        new ObjectConfig(
            node.flag("enabled", true),
            PerEntity.read(
                node, "mode", known, Mode.OBSERVE, (n, k) -> n.oneOf(k, Mode.class, Mode.OFF)),
            PerEntity.read(node, "direction", known, standard, (n, k) -> direction(n, k, standard)),
            PerEntity.read(node, "policy", known, Optional.empty(), ObjectConfig::policy),
            PerEntity.read(node, "pollInterval", known, Optional.empty(), ObjectConfig::interval));
    node.done();
    return config;
  }

  /** What may be done in a legal entity. */
  public Mode mode(LegalEntity legalEntity) {
    return enabled ? mode.of(legalEntity) : Mode.OFF;
  }

  private static Optional<ConflictPolicy> policy(YamlNode node, String key) {
    return Optional.of(node.oneOf(key, ConflictPolicy.class, ConflictPolicy.ASK));
  }

  private static Optional<Duration> interval(YamlNode node, String key) {
    return Optional.of(node.duration(key, Duration.ofMinutes(1)));
  }

  private static Direction direction(YamlNode node, String key, Direction standard) {
    Direction chosen = node.oneOf(key, Direction.class, standard);
    if (standard != Direction.BOTH && chosen != standard) {
      node.child(key).problem("is not offered for this object", "Leave the key out");
      return standard;
    }
    return chosen;
  }

  /** Objects 1 to 3 flow both ways and may be narrowed; the others have one way only. */
  private static Direction standardDirection(SyncObjectName object) {
    return switch (object) {
      case ACCOUNT_CUSTOMER, CONTACT, PRODUCT -> Direction.BOTH;
      case OPPORTUNITY_QUOTATION, ORDER_SALES_ORDER -> Direction.TO_D365;
      case INVOICE_ORDER_STATUS, INVENTORY_AVAILABILITY, PAYMENT_ACTIVITY -> Direction.TO_CREATIO;
    };
  }
}
