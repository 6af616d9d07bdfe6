package io.weft.worker;

import io.weft.activities.mapping.Feed.Kind;
import io.weft.activities.poll.CreatioTable;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.KnownSets;
import io.weft.activities.poll.MergedFeed;
import io.weft.activities.poll.ModifiedFeed;
import io.weft.activities.poll.News;
import io.weft.activities.poll.Rhythm;
import io.weft.activities.poll.RowReader;
import io.weft.activities.poll.VanishedFeed;
import io.weft.activities.settings.PollingSettings;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;

/** The feeds of one object in the sweep of Creatio: changed, merged and vanished records. */
record CreatioFeeds(ObjectFeeds object) {
  List<Feed> all() {
    List<Feed> feeds = new ArrayList<>();
    if (object.followsChanges(Side.CREATIO)) {
      feeds.add(modified());
      feeds.add(merged());
    }
    if (object.follows(Side.CREATIO, Kind.VANISHED)) {
      feeds.add(vanished());
    }
    return feeds;
  }

  private Feed modified() {
    List<ModifiedFeed.Child> children =
        object.below(Side.CREATIO).stream().map(this::child).toList();
    return new ModifiedFeed(rhythm("modified"), table(), children, news());
  }

  private ModifiedFeed.Child child(String set) {
    String owner =
        KnownSets.creatio(set)
            .map(KnownSets.OfCreatio::owner)
            .orElse(object.root(Side.CREATIO) + "Id");
    RowReader reader = object.rows().creatio(set);
    return new ModifiedFeed.Child(set, owner, reader.image() ? null : reader);
  }

  /** The merge history names a schema, which is called like the set. */
  private Feed merged() {
    MergedFeed.Setup setup =
        new MergedFeed.Setup(rhythm("merged"), object.object(), object.root(Side.CREATIO));
    return new MergedFeed(setup, object.parts().creatio(), object.parts().links(), news());
  }

  private Feed vanished() {
    return VanishedFeed.creatio(
        name("vanished"),
        polling().vanishedInterval(),
        table().keysOnly(),
        new VanishedFeed.Linked(object.parts().links(), object.object(), null),
        news());
  }

  private CreatioTable table() {
    String set = object.root(Side.CREATIO);
    return new CreatioTable(object.parts().creatio(), set, object.rows().creatio(set));
  }

  private Rhythm rhythm(String kind) {
    return new Rhythm(name(kind), polling().sweepInterval(), polling().overlap());
  }

  private String name(String kind) {
    return FeedPlan.CREATIO + "/" + object.object() + "/" + kind;
  }

  private PollingSettings polling() {
    return object.parts().settings().polling();
  }

  private News news() {
    return object.parts().news(Origin.SWEEP);
  }
}
