package io.weft.activities.settings;

import io.weft.activities.hint.Switches;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.object.Mode;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is switched on: the eight sync objects in every legal entity. Immutable. */
public final class ObjectSettings implements Switches {
  /**
   * The objects that this release can sync: those that it ships a mapping for. One that is switched
   * on without it is a problem.
   */
  static final Set<SyncObjectName> AVAILABLE = available(SyncObjectName.values());

  /** What hangs on the account's customer, and cannot be without. */
  private static final Set<SyncObjectName> DEPENDANTS =
      Collections.unmodifiableSet(
          EnumSet.of(
              SyncObjectName.CONTACT,
              SyncObjectName.OPPORTUNITY_QUOTATION,
              SyncObjectName.ORDER_SALES_ORDER));

  private final LegalEntities known;
  private final Map<SyncObjectName, ObjectConfig> objects;

  private ObjectSettings(LegalEntities known, Map<SyncObjectName, ObjectConfig> objects) {
    this.known = known;
    this.objects = objects;
  }

  static ObjectSettings read(YamlNode node, LegalEntities known) {
    Map<SyncObjectName, ObjectConfig> objects = new EnumMap<>(SyncObjectName.class);
    for (SyncObjectName object : SyncObjectName.values()) {
      objects.put(object, readOne(object, node, known));
    }
    node.done();
    if (objects.values().stream().noneMatch(ObjectConfig::enabled)) {
      node.problem(
          "switches nothing on", "Write for example objects: {account-customer: {mode: observe}}");
    }
    ObjectSettings settings = new ObjectSettings(known, objects);
    DEPENDANTS.forEach(object -> settings.requireCustomers(object, node));
    return settings;
  }

  private static Set<SyncObjectName> available(SyncObjectName... all) {
    Set<SyncObjectName> shipped = EnumSet.noneOf(SyncObjectName.class);
    Arrays.stream(all).filter(Mappings::ships).forEach(shipped::add);
    return Collections.unmodifiableSet(shipped);
  }

  /** A contact or document whose customer is never linked would wait for ever. */
  private void requireCustomers(SyncObjectName object, YamlNode node) {
    for (LegalEntity legalEntity : known.ids()) {
      Mode own = mode(object, legalEntity);
      Mode customers = mode(SyncObjectName.ACCOUNT_CUSTOMER, legalEntity);
      if (own != Mode.OFF && customers == Mode.OFF) {
        node.child(object.slug())
            .problem(
                "needs customers, and account-customer is off in " + legalEntity,
                "Switch account-customer on there, or " + object + " off");
      } else if (own == Mode.WRITE && customers == Mode.OBSERVE) {
        node.child(object.slug())
            .warning(
                "waits for customers that are only observed in " + legalEntity,
                "Write mode: write for account-customer, or observe both");
      }
    }
  }

  private static ObjectConfig readOne(SyncObjectName object, YamlNode node, LegalEntities known) {
    YamlNode block = node.child(object.slug());
    if (block.isEmpty()) {
      return ObjectConfig.off(object);
    }
    ObjectConfig config = ObjectConfig.read(object, block, known);
    if (config.enabled() && !AVAILABLE.contains(object)) {
      block.problem(
          "is not part of this release", "Write enabled: false, or use one of " + AVAILABLE);
    }
    return config;
  }

  /** One object with all its switches. */
  public ObjectConfig of(SyncObjectName object) {
    ObjectConfig config = objects.get(object);
    return config == null ? missing(object) : config;
  }

  @Override
  public Mode mode(SyncObjectName object, LegalEntity legalEntity) {
    return known.all().containsKey(legalEntity) ? of(object).mode(legalEntity) : Mode.OFF;
  }

  /** Which way an object flows in a legal entity. */
  public Direction direction(SyncObjectName object, LegalEntity legalEntity) {
    return of(object).direction().of(legalEntity);
  }

  /** Who wins a conflict in a legal entity; empty: as the mapping says. */
  public Optional<ConflictPolicy> policy(SyncObjectName object, LegalEntity legalEntity) {
    return of(object).policy().of(legalEntity);
  }

  /** How often an object's feeds are followed; empty: as {@link PollingSettings} says. */
  public Optional<Duration> pollInterval(SyncObjectName object, LegalEntity legalEntity) {
    return of(object).pollInterval().of(legalEntity);
  }

  @Override
  public List<LegalEntity> legalEntities() {
    return known.ids();
  }

  /** The objects that are not off everywhere, in their usual order. */
  public List<SyncObjectName> active() {
    return Arrays.stream(SyncObjectName.values())
        .filter(o -> known.ids().stream().anyMatch(le -> mode(o, le) != Mode.OFF))
        .toList();
  }

  /**
   * The objects whose mappings are read: those that are on, and customers, whose load is planned
   * before anything is switched on.
   */
  List<SyncObjectName> mapped() {
    Set<SyncObjectName> mapped = EnumSet.of(SyncObjectName.ACCOUNT_CUSTOMER);
    mapped.addAll(active());
    return mapped.stream().filter(AVAILABLE::contains).toList();
  }

  /** One line per object and legal entity that is on, for the log at the start. */
  @Override
  public String toString() {
    return active().stream()
        .map(
            o ->
                o
                    + known.ids().stream()
                        .map(le -> " " + le + "=" + mode(o, le))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("; "));
  }

  private static ObjectConfig missing(SyncObjectName object) {
    throw new IllegalStateException("no settings for " + object);
  }
}
