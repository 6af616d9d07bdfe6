package io.weft.activities.simulation;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.merge.Merge;
import io.weft.activities.merge.Plan;
import io.weft.activities.merge.Situation;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Mode;
import io.weft.activities.object.Need;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Planner;
import io.weft.activities.object.Records;
import io.weft.activities.object.Route;
import io.weft.activities.object.Standing;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A sync object of two fields that flow both ways, and a number that flows back. */
final class SimObject implements Planner, Lifecycle, Arrival {
  static final SyncObjectName NAME = SyncObjectName.ACCOUNT_CUSTOMER;
  static final Duration HORIZON = Duration.ofMinutes(5);
  static final List<FieldRule> RULES =
      List.of(
          FieldRule.plain("a", "x", Direction.BOTH, Type.STRING),
          FieldRule.plain("b", "y", Direction.BOTH, Type.STRING),
          FieldRule.plain("number", "key", Direction.TO_CREATIO, Type.CODE));

  private final World world;

  SimObject(World world) {
    this.world = world;
  }

  SyncObject plug() {
    Both<Records> records = new Both<>(world.creatio, world.d365);
    return new SyncObject(
        NAME,
        Mode.WRITE,
        records,
        this,
        world.arrival(this),
        world.lifecycle(this),
        new Both<>(HORIZON, HORIZON),
        false);
  }

  @Override
  public Plan plan(Question question) {
    List<FieldRule> rules =
        RULES.stream()
            .filter(r -> question.link().leading() || !r.name(Side.D365).equals("key"))
            .filter(r -> !question.muted().creatio().contains(r.name(Side.CREATIO)))
            .filter(r -> !question.muted().d365().contains(r.name(Side.D365)))
            .toList();
    return Merge.plan(
        new Situation(
            rules,
            ConflictPolicy.CREATIO_WINS,
            question.now(),
            question.bases(),
            new MapLookUps(Map.of(), Map.of()),
            question.movedAt(),
            Fields.none(),
            question.said()));
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Standing standing(Link link, Both<Snapshot> now, Both<Boolean> goneSaid) {
    if (now.creatio() == null) {
      String survivor = world.mergedInto.get(link.creatioId());
      if (survivor != null) {
        return new Standing.Over(LinkState.MERGED, "merged", survivor);
      }
    }
    boolean missing = now.creatio() == null || now.d365() == null;
    return missing && link.state() != LinkState.RESERVED
        ? new Standing.Unclear(new Problem("Gone", "half a pair", "look", "gone", null, false))
        : new Standing.Live();
  }

  @Override
  public Upkeep upkeep(Link link, Both<Snapshot> now) {
    return Upkeep.none();
  }

  @Override
  public boolean isHold(Fields upkeep) {
    return false;
  }

  @Override
  public LinkChange learned(Link link, Both<Snapshot> now) {
    boolean made = now.creatio() != null && now.d365() != null;
    return made ? LinkChange.standing(link, "") : LinkChange.NONE;
  }

  @Override
  public boolean isOurs(Fields sent, Snapshot found) {
    return company(sent).equals(company(found.fields()));
  }

  @Override
  public Route route(Newcomer newcomer) {
    RecordRef record = newcomer.snapshot().record();
    if (world.dependants.contains(record) && !isLinked(Scenario.ACCOUNT)) {
      return new Route.Waits(new Need(Scenario.ACCOUNT, World.USMF));
    }
    LegalEntity own = record.legalEntity();
    return new Route.To(own == null ? world.legalEntities : List.of(own));
  }

  private boolean isLinked(RecordRef record) {
    return world.stores.links().linksOf(record).stream().anyMatch(l -> l.state() == LinkState.LIVE);
  }

  @Override
  public Meeting meet(Newcomer newcomer, LegalEntity legalEntity) {
    Side other = newcomer.snapshot().record().side().other();
    Remote remote = other == Side.CREATIO ? world.creatio : world.d365;
    world.points.at("search");
    for (RecordRef record : remote.all().keySet()) {
      boolean here = record.legalEntity() == null || record.legalEntity().equals(legalEntity);
      Snapshot there = remote.snapshot(record);
      if (here && company(there.fields()).equals(company(newcomer.snapshot().fields()))) {
        return new Meeting.Sure(there, "same company");
      }
    }
    return new Meeting.Nobody();
  }

  /**
   * What stays the same about a company whatever users edit: the first word of its second field.
   */
  static String company(Fields fields) {
    String text = fields.has("b") ? fields.get("b").text() : fields.get("y").text();
    return text.split(" ")[0];
  }

  @Override
  public Optional<Snapshot> named(Newcomer newcomer, LegalEntity legalEntity, String key) {
    return Optional.empty();
  }

  @Override
  public String newCreatioId(Newcomer newcomer) {
    return "made-for-" + newcomer.snapshot().record().key().toLowerCase(Locale.ROOT);
  }

  @Override
  public NumberRange numbers(LegalEntity legalEntity) {
    return new NumberRange("customer/" + legalEntity, "CRT-", 6, 1, 899_999);
  }

  @Override
  public String newD365Key(PairId pair, LinkStore links) {
    return world.d365.assigns
        ? Provisional.key(pair.key())
        : links.number(pair, numbers(pair.legalEntity()));
  }

  @Override
  public boolean leads(LegalEntity legalEntity, List<LegalEntity> all) {
    return all.get(0).equals(legalEntity) || legalEntity.equals(world.legalEntities.get(0));
  }

  @Override
  public List<String> matchKeys(Newcomer newcomer) {
    return List.of("company:" + company(newcomer.snapshot().fields()));
  }
}
