package io.weft.worker;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.DataverseClient;
import io.weft.activities.mapping.Feed.Kind;
import io.weft.activities.poll.D365Table;
import io.weft.activities.poll.DeltaFeed;
import io.weft.activities.poll.DeltaTable;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.KnownSets;
import io.weft.activities.poll.LinkedFeed;
import io.weft.activities.poll.News;
import io.weft.activities.poll.ScanFeed;
import io.weft.activities.poll.VanishedFeed;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The feeds of one object in the pollers of its legal entities. Change tracking is one feed for all
 * of them; without it each legal entity is read in full, or by the keys of what is linked.
 */
record D365Feeds(ObjectFeeds object) {
  Map<LegalEntity, List<Feed>> all() {
    Optional<Feed> delta = delta();
    Map<LegalEntity, List<Feed>> feeds = new LinkedHashMap<>();
    for (LegalEntity legalEntity : object.followed()) {
      feeds.put(legalEntity, of(legalEntity, delta));
    }
    return feeds;
  }

  private List<Feed> of(LegalEntity legalEntity, Optional<Feed> delta) {
    List<Feed> feeds = new ArrayList<>();
    delta.ifPresent(feeds::add);
    boolean untracked = delta.isEmpty() && object.follows(Side.D365, Kind.DELTA);
    if (untracked || object.follows(Side.D365, Kind.SCAN)) {
      feeds.add(object.rows().newcomersInD365() ? scan(legalEntity) : linked(legalEntity));
    }
    object.below(Side.D365).forEach(set -> feeds.add(below(legalEntity, set)));
    if (object.follows(Side.D365, Kind.VANISHED)) {
      feeds.add(vanished(legalEntity));
    }
    return feeds;
  }

  private Feed scan(LegalEntity legalEntity) {
    return new ScanFeed(name(legalEntity, "scan"), scanInterval(), table(legalEntity), news());
  }

  private Feed linked(LegalEntity legalEntity) {
    return linked(name(legalEntity, "scan"), table(legalEntity));
  }

  private Feed below(LegalEntity legalEntity, String set) {
    return linked(name(legalEntity, set), table(legalEntity, set));
  }

  private Feed linked(String name, D365Table table) {
    Duration interval =
        object
            .parts()
            .settings()
            .objects()
            .pollInterval(object.object(), table.legalEntity())
            .orElse(scanInterval());
    return new LinkedFeed(name, interval, object.object(), table, object.parts().links(), news());
  }

  private Feed vanished(LegalEntity legalEntity) {
    return VanishedFeed.d365(
        name(legalEntity, "vanished"),
        object.parts().settings().polling().vanishedInterval(),
        table(legalEntity).keysOnly(),
        new VanishedFeed.Linked(object.parts().links(), object.object(), legalEntity),
        news());
  }

  private Optional<Feed> delta() {
    Optional<DeltaTable> tracked = tracked();
    Optional<DataverseClient> dataverse = object.parts().dataverse();
    List<D365Table> tables = object.followed().stream().map(this::tracked).toList();
    if (tracked.isEmpty() || dataverse.isEmpty() || tables.isEmpty()) {
      return Optional.empty();
    }
    DeltaFeed.Setup setup =
        new DeltaFeed.Setup(
            "all/" + object.object() + "/delta",
            interval(),
            object.object(),
            tracked.get(),
            object.rows().newcomersInD365());
    return Optional.of(
        new DeltaFeed(setup, dataverse.get(), tables, object.parts().links(), news()));
  }

  /** The virtual table that the settings name; empty where changes are not tracked. */
  Optional<DeltaTable> tracked() {
    String set = object.parts().settings().d365().feedTables().get(object.object());
    return set == null || !object.follows(Side.D365, Kind.DELTA)
        ? Optional.empty()
        : Optional.of(DeltaTable.of(set, key(object.root(Side.D365))));
  }

  private Duration interval() {
    return object.followed().stream()
        .map(le -> object.parts().settings().objects().pollInterval(object.object(), le))
        .flatMap(Optional::stream)
        .min(Duration::compareTo)
        .orElse(object.parts().settings().polling().interval());
  }

  private D365Table table(LegalEntity legalEntity) {
    return table(legalEntity, object.root(Side.D365));
  }

  private D365Table table(LegalEntity legalEntity, String set) {
    return table(object.parts().d365(), legalEntity, set);
  }

  private D365Table tracked(LegalEntity legalEntity) {
    return table(object.parts().tracked(), legalEntity, object.root(Side.D365));
  }

  private D365Table table(D365Client client, LegalEntity legalEntity, String set) {
    return new D365Table(
        client.on(legalEntity), set, key(set), legalEntity, object.rows().d365(set, legalEntity));
  }

  private static String key(String set) {
    return KnownSets.d365(set)
        .map(KnownSets.OfD365::key)
        .orElseThrow(
            () -> new IllegalStateException(set + " is no known set of D365: see KnownSets"));
  }

  private String name(LegalEntity legalEntity, String kind) {
    return legalEntity + "/" + object.object() + "/" + kind;
  }

  private Duration scanInterval() {
    return object.parts().settings().polling().scanInterval();
  }

  private News news() {
    return object.parts().news(Origin.POLLER);
  }
}
