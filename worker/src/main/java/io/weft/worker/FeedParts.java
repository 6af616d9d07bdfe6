package io.weft.worker;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.DataverseClient;
import io.weft.activities.poll.News;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.LinkStore;
import io.weft.workflows.pass.Origin;
import java.time.Clock;
import java.util.Optional;

/**
 * What feeds are made from.
 *
 * @param creatio in the bulk lane, as all sweeps
 * @param d365 in the bulk lane, for sets that are read in full
 * @param tracked in the live lane, for the few rows that are known to have changed
 * @param dataverse empty where D365 is followed without change tracking
 * @param sift closes at once what is switched off
 */
record FeedParts(
    WeftSettings settings,
    CreatioClient creatio,
    D365Client d365,
    D365Client tracked,
    Optional<DataverseClient> dataverse,
    LinkStore links,
    News.Sift sift,
    Clock clock) {
  static FeedParts of(Ground ground) {
    Systems systems = ground.systems();
    return new FeedParts(
        ground.settings(),
        systems.bulk().creatio(),
        systems.bulk().d365(),
        systems.live().d365(),
        systems.dataverse().map(DataverseClient.class::cast),
        ground.stores().links(),
        ground.door().intake()::sift,
        ground.clock());
  }

  News news(Origin origin) {
    return new News(origin, clock, sift);
  }
}
