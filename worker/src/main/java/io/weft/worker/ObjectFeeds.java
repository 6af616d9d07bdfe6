package io.weft.worker;

import io.weft.activities.mapping.Feed;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.object.Mode;
import io.weft.activities.poll.FeedRows;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;

/**
 * What the feeds of one object are made by: the mapping lists the sets, the object reads their
 * rows.
 *
 * @param mapping as it holds everywhere; feeds do not differ by legal entity
 * @param followed the legal entities in which the object is on
 */
record ObjectFeeds(FeedParts parts, FeedRows rows, Mapping mapping, List<LegalEntity> followed) {
  static ObjectFeeds of(FeedParts parts, Plug plug) {
    Mapping mapping = parts.settings().mappings().of(plug.name()).everywhere();
    return new ObjectFeeds(parts, plug.rows(), mapping, followed(parts, plug));
  }

  /** In all legal entities, be the object off there for now. */
  static ObjectFeeds everywhere(FeedParts parts, Plug plug) {
    Mapping mapping = parts.settings().mappings().of(plug.name()).everywhere();
    return new ObjectFeeds(parts, plug.rows(), mapping, parts.settings().legalEntities().ids());
  }

  private static List<LegalEntity> followed(FeedParts parts, Plug plug) {
    return parts.settings().legalEntities().ids().stream()
        .filter(le -> parts.settings().objects().mode(plug.name(), le) != Mode.OFF)
        .toList();
  }

  SyncObjectName object() {
    return mapping.object();
  }

  /** The object's own set. */
  String root(Side side) {
    return mapping.entities().of(side);
  }

  /** Whether the object's own set is followed in this way. */
  boolean follows(Side side, Feed.Kind kind) {
    return mapping.feeds().contains(new Feed(side, kind, root(side)));
  }

  /** Whether anything of that side is followed other than by missing keys. */
  boolean followsChanges(Side side) {
    return mapping.feeds().stream()
        .anyMatch(feed -> feed.side() == side && feed.kind() != Feed.Kind.VANISHED);
  }

  /** The sets below the object's own that are followed. */
  List<String> below(Side side) {
    return mapping.feeds().stream()
        .filter(feed -> feed.side() == side && feed.kind() != Feed.Kind.VANISHED)
        .map(Feed::set)
        .filter(set -> !set.equals(root(side)))
        .distinct()
        .toList();
  }
}
