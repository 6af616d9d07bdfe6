package io.weft.activities.desk;

import io.weft.activities.hint.Switches;
import io.weft.activities.object.Mode;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.ParkedStore.Parked;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.desk.Answer.ObjectStatus;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line per object and legal entity: mode, linked pairs, open hints, parked records. */
public final class ObjectBoard {
  private static final int LINKS_AT_ONCE = 2000;
  private static final int MOST_HINTS = 20_000;

  private final Switches switches;
  private final LinkStore links;
  private final HintStore hints;
  private final Clock clock;

  public ObjectBoard(Switches switches, LinkStore links, HintStore hints, Clock clock) {
    this.switches = switches;
    this.links = links;
    this.hints = hints;
    this.clock = clock;
  }

  /** An object in a legal entity; for a new record of Creatio there is none yet. */
  private record Place(SyncObjectName object, @Nullable LegalEntity legalEntity) {}

  /** Lines for everything that is not off, and for what is off yet has something to show. */
  List<ObjectStatus> lines(List<Parked> parked) {
    Map<Place, Long> linked = linked();
    Map<Place, Long> open = open();
    Map<Place, Long> waiting = parked(parked);
    List<ObjectStatus> lines = new ArrayList<>();
    for (SyncObjectName object : SyncObjectName.values()) {
      for (LegalEntity legalEntity : switches.legalEntities()) {
        Place place = new Place(object, legalEntity);
        Mode mode = switches.mode(object, legalEntity);
        long sum = at(linked, place) + at(open, place) + at(waiting, place);
        if (mode != Mode.OFF || sum > 0) {
          lines.add(line(place, legalEntity.id(), words(mode), linked, open, waiting));
        }
      }
      Place unrouted = new Place(object, null);
      if (at(open, unrouted) + at(waiting, unrouted) > 0) {
        lines.add(line(unrouted, "-", "not routed yet", linked, open, waiting));
      }
    }
    return lines;
  }

  private static ObjectStatus line(
      Place place,
      String legalEntity,
      String mode,
      Map<Place, Long> linked,
      Map<Place, Long> open,
      Map<Place, Long> parked) {
    return new ObjectStatus(
        place.object().slug(),
        legalEntity,
        mode,
        at(linked, place),
        at(open, place),
        at(parked, place));
  }

  private Map<Place, Long> linked() {
    Map<Place, Long> counts = new LinkedHashMap<>();
    PairId last = null;
    List<Link> page;
    do {
      page = links.list(LinkState.LIVE, last, LINKS_AT_ONCE);
      for (Link link : page) {
        last = link.pair();
        add(counts, new Place(last.object(), last.legalEntity()));
      }
    } while (page.size() == LINKS_AT_ONCE);
    return counts;
  }

  private Map<Place, Long> open() {
    Map<Place, Long> counts = new LinkedHashMap<>();
    for (StoredHint hint : hints.waiting(clock.instant(), MOST_HINTS)) {
      hint.pairs().forEach(pair -> add(counts, new Place(pair.object(), pair.legalEntity())));
      if (hint.unknown()) {
        add(counts, new Place(hint.hint().record().object(), hint.hint().record().legalEntity()));
      }
    }
    return counts;
  }

  private static Map<Place, Long> parked(List<Parked> parked) {
    Map<Place, Long> counts = new LinkedHashMap<>();
    for (Parked row : parked) {
      String legalEntity = row.work().legalEntity();
      add(
          counts,
          new Place(
              SyncObjectName.of(row.work().object()),
              legalEntity == null ? null : new LegalEntity(legalEntity)));
    }
    return counts;
  }

  private static void add(Map<Place, Long> counts, Place place) {
    counts.merge(place, 1L, Long::sum);
  }

  private static long at(Map<Place, Long> counts, Place place) {
    return counts.getOrDefault(place, 0L);
  }

  private static String words(Mode mode) {
    return mode == Mode.FREEZE ? "frozen" : mode.name().toLowerCase(Locale.ROOT);
  }
}
