package io.weft.worker;

import io.weft.activities.desk.Check;
import io.weft.activities.desk.CodesCheck;
import io.weft.activities.desk.DimensionsCheck;
import io.weft.activities.desk.FeedSetsCheck;
import io.weft.activities.desk.FeedSetsCheck.Followed;
import io.weft.activities.desk.LengthsCheck;
import io.weft.activities.desk.NamesCheck;
import io.weft.activities.desk.ReadCheck;
import io.weft.activities.desk.StatusesCheck;
import io.weft.activities.desk.UsedCode;
import io.weft.activities.http.Metadata;
import io.weft.activities.mapping.Feed;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.object.Mode;
import io.weft.activities.poll.FeedRows;
import io.weft.activities.poll.RowReader;
import io.weft.activities.settings.LegalEntities;
import io.weft.activities.settings.WeftSettings;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The doctor's questions that are the same for every object that is on. */
record ObjectChecks(WeftSettings settings, Systems systems, Plugs plugs, Clock clock) {
  List<Check> all() {
    Both<Supplier<Metadata>> metadata =
        new Both<>(systems.creatio()::metadata, systems.d365()::metadata);
    List<Check> checks = new ArrayList<>();
    checks.add(ReadCheck.creatio(systems.creatio(), sets(Side.CREATIO)));
    checks.add(ReadCheck.d365(systems.d365(), sets(Side.D365)));
    for (Side side : Side.values()) {
      checks.add(new NamesCheck(side, metadata.of(side), mapped(side)));
      checks.add(new FeedSetsCheck(side, metadata.of(side), below(side)));
    }
    checks.add(new LengthsCheck(metadata, withLines(mappings())));
    checks.add(new CodesCheck(systems.d365(), codes()));
    checks.addAll(orders());
    return checks;
  }

  /** What only orders need: the statuses that start and end them, and their dimensions. */
  private List<Check> orders() {
    List<LegalEntities.One> places =
        settings.legalEntities().all().values().stream().filter(this::hasOrders).toList();
    return places.isEmpty()
        ? List.of()
        : List.of(
            new StatusesCheck(systems.creatio(), settings.order().statuses()),
            new DimensionsCheck(
                systems.d365(), settings.order().rules().dimensions(), places, clock));
  }

  private boolean hasOrders(LegalEntities.One one) {
    return settings.objects().mode(SyncObjectName.ORDER_SALES_ORDER, one.id()) != Mode.OFF;
  }

  private Mapping mapping(Plug plug) {
    return settings.mappings().of(plug.name()).everywhere();
  }

  private List<Mapping> mappings() {
    return plugs.active().stream().map(this::mapping).toList();
  }

  private List<NamesCheck.Mapped> mapped(Side side) {
    List<NamesCheck.Mapped> mapped = new ArrayList<>();
    for (Plug plug : plugs.active()) {
      Set<String> elsewhere = plug.elsewhere().of(side);
      for (Mapping mapping : withLines(List.of(mapping(plug)))) {
        mapped.add(new NamesCheck.Mapped(mapping, elsewhere));
      }
    }
    return mapped;
  }

  /** Mappings, each followed by that of its lines. */
  private static List<Mapping> withLines(List<Mapping> mappings) {
    return mappings.stream()
        .flatMap(mapping -> Stream.concat(Stream.of(mapping), Stream.ofNullable(mapping.lines())))
        .toList();
  }

  /** Every set that is read: the objects' own, and those below that are followed. */
  List<String> sets(Side side) {
    Set<String> sets = new LinkedHashSet<>();
    for (Mapping mapping : withLines(mappings())) {
      sets.add(mapping.entities().of(side));
      sets.addAll(followed(mapping, side));
    }
    return List.copyOf(sets);
  }

  private static List<String> followed(Mapping mapping, Side side) {
    return mapping.feeds().stream().filter(f -> f.side() == side).map(Feed::set).toList();
  }

  /** Sets below the objects' own; of those the names of all mapped fields are checked anyway. */
  List<Followed> below(Side side) {
    List<Followed> below = new ArrayList<>();
    for (Plug plug : plugs.active()) {
      Mapping mapping = mapping(plug);
      for (String set : new LinkedHashSet<>(followed(mapping, side))) {
        RowReader reader = reader(plug.rows(), side, set);
        if (!reader.image()) {
          below.add(new Followed(plug.name(), set, reader.columns()));
        }
      }
    }
    return below;
  }

  private RowReader reader(FeedRows rows, Side side, String set) {
    return side == Side.CREATIO
        ? rows.creatio(set)
        : rows.d365(set, settings.legalEntities().leading());
  }

  private List<UsedCode> codes() {
    List<UsedCode> codes = new ArrayList<>();
    for (LegalEntities.One one : settings.legalEntities().all().values()) {
      for (Plug plug : plugs.active()) {
        for (Mapping mapping :
            withLines(List.of(settings.mappings().of(plug.name()).of(one.id())))) {
          codes.addAll(UsedCode.of(mapping, one.id()));
        }
      }
      codes.addAll(UsedCode.currency(one));
      codes.addAll(warehouses(one));
    }
    return codes;
  }

  private List<UsedCode> warehouses(LegalEntities.One one) {
    return hasOrders(one)
        ? settings.order().rules().warehouses().named(one.id()).stream()
            .map(named -> UsedCode.of(named, one.id()))
            .toList()
        : List.of();
  }
}
