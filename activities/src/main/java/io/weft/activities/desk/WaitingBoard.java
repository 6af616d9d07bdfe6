package io.weft.activities.desk;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.ParkedStore.Parked;
import io.weft.activities.store.Waiter;
import io.weft.activities.store.WaiterStore;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who waits for whom, and which of those waited for is itself stuck. Reads only. */
public final class WaitingBoard {
  private static final int ALL = 100_000;
  private static final int BLOCKERS = 20;

  private final WaiterStore waiters;
  private final LinkStore links;

  public WaitingBoard(WaiterStore waiters, LinkStore links) {
    this.waiters = waiters;
    this.links = links;
  }

  /** Everybody who waits as of now, by what they wait for. */
  final class Board {
    private final List<Waiter> all = waiters.list(ALL);
    private final Map<RecordRef, List<Waiter>> byBlocker = new LinkedHashMap<>();

    private Board() {
      all.forEach(
          waiter ->
              byBlocker.computeIfAbsent(waiter.blocker(), b -> new ArrayList<>()).add(waiter));
    }

    /** How many wait for a parked record or pair. */
    long behind(ParkedWork work) {
      if (byBlocker.isEmpty()) {
        return 0;
      }
      Optional<PairId> pair =
          work.workflowId().startsWith("introduce/") ? Optional.empty() : pair(work.record());
      return pair.isPresent()
          ? behind(pair.get())
          : Paths.record(work.record()).map(record -> (long) on(record).size()).orElse(0L);
    }

    private long behind(PairId pair) {
      Optional<Link> link = links.find(pair);
      List<Waiter> found = new ArrayList<>();
      for (Side side : Side.values()) {
        link.ifPresent(l -> found.addAll(on(l.record(side))));
      }
      if (link.isEmpty()) {
        found.addAll(on(RecordRef.creatio(pair.object(), pair.key())));
      }
      return found.stream().filter(w -> w.legalEntity().equals(pair.legalEntity())).count();
    }

    private List<Waiter> on(RecordRef blocker) {
      return byBlocker.getOrDefault(blocker, List.of());
    }

    /** For people: a line per object that waits, and one per parked record that holds others up. */
    Answer.Waiting report(List<Parked> parked) {
      return new Answer.Waiting(objects(), heldUp(parked));
    }

    private List<Answer.WaitingLine> objects() {
      Map<String, List<Waiter>> byObject = new LinkedHashMap<>();
      for (Waiter waiter : all) {
        String object = waiter.record().object().slug();
        byObject.computeIfAbsent(object, o -> new ArrayList<>()).add(waiter);
      }
      List<Answer.WaitingLine> lines = new ArrayList<>();
      byObject.forEach(
          (object, waiting) -> {
            Waiter oldest = waiting.get(0);
            lines.add(
                new Answer.WaitingLine(
                    object, waiting.size(), oldest.key(), blocker(oldest), oldest.since()));
          });
      return lines;
    }

    private List<Answer.HeldUp> heldUp(List<Parked> parked) {
      List<Answer.HeldUp> lines = new ArrayList<>();
      for (Parked row : parked) {
        ParkedWork work = row.work();
        long behind = behind(work);
        if (behind > 0) {
          lines.add(
              new Answer.HeldUp(work.record(), work.workflowId(), behind, work.problem().what()));
        }
      }
      lines.sort(Comparator.comparingLong(line -> -line.records()));
      return lines.stream().limit(BLOCKERS).toList();
    }
  }

  /** Reads who waits. */
  Board read() {
    return new Board();
  }

  /** The pair that is waited for; where it is not linked yet, the record and where. */
  private String blocker(Waiter waiter) {
    RecordRef blocker = waiter.blocker();
    return links.linksOf(blocker).stream()
        .map(Link::pair)
        .filter(pair -> pair.legalEntity().equals(waiter.legalEntity()))
        .findFirst()
        .orElseGet(() -> new PairId(blocker.object(), waiter.legalEntity(), blocker.key()))
        .path();
  }

  private static Optional<PairId> pair(String path) {
    try {
      return Optional.of(PairId.parse(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
