package io.weft.activities.object;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a pair of one object: when it is live, when it ends, when a record is held. */
public interface Lifecycle {
  /**
   * Judges the pair by what was just read. May look up the merge history of a record that is not
   * there; throws what the clients throw. Safe to repeat.
   *
   * @param goneSaid whether a messenger said that a missing record was deleted
   */
  Standing standing(Link link, Both<@Nullable Snapshot> now, Both<Boolean> goneSaid);

  /**
   * A pair and what was just read of it.
   *
   * @param goneSaid whether a messenger said that a missing record was deleted
   */
  record Sighting(Link link, Both<@Nullable Snapshot> now, Both<Boolean> goneSaid) {}

  /**
   * The same for several pairs, in their order; with fewer requests where they can be put as one.
   */
  default List<Standing> standings(List<Sighting> sightings) {
    return sightings.stream().map(one -> standing(one.link(), one.now(), one.goneSaid())).toList();
  }

  /** What the life of the record asks to be written beyond the mapping, a hold for example. */
  Upkeep upkeep(Link link, Both<@Nullable Snapshot> now);

  /** Whether the Creatio record belongs to a further legal entity, where nobody has linked it. */
  default boolean wantsIntroduction(Link link, Both<@Nullable Snapshot> now) {
    return false;
  }

  /** Whether these fields, written as upkeep, put the record on hold (rather than lift a hold). */
  boolean isHold(Fields upkeep);

  /** What the records tell about the link itself, a party number for example. */
  LinkChange learned(Link link, Both<@Nullable Snapshot> now);

  /**
   * Whether a record found under the key of one that we sent is that one: compares what tells
   * records apart, for somebody may have edited the rest since.
   */
  boolean isOurs(Fields sent, Snapshot found);
}
