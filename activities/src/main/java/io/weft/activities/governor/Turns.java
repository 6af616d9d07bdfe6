package io.weft.activities.governor;

import io.weft.workflows.record.LegalEntity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, and who is next: live work before bulk, the legal entities of a lane in turns, within
 * one who came first. Reads and writes wait apart, so that neither waits for the other's places.
 */
final class Turns {
  private final Map<Lane, Map<Traffic, Line>> lines = new EnumMap<>(Lane.class);

  Turns() {
    for (Lane lane : Lane.values()) {
      Map<Traffic, Line> kinds = new EnumMap<>(Traffic.class);
      for (Traffic traffic : Traffic.values()) {
        kinds.put(traffic, new Line());
      }
      lines.put(lane, kinds);
    }
  }

  void add(Ticket ticket) {
    line(ticket.lane(), ticket.traffic()).add(ticket);
  }

  /** Gives up; the others move up. */
  void leave(Ticket ticket) {
    line(ticket.lane(), ticket.traffic()).leave(ticket);
  }

  /** Takes its turn: its legal entity goes to the end of its line. */
  void take(Ticket ticket) {
    line(ticket.lane(), ticket.traffic()).take(ticket);
  }

  int waiting(Lane lane) {
    return lines(lane).values().stream().mapToInt(line -> line.size).sum();
  }

  boolean isEmpty() {
    return waiting(Lane.LIVE) + waiting(Lane.BULK) == 0;
  }

  /** Who goes next of those for whom there is room; null where there is none. */
  @Nullable Ticket next(Predicate<Ticket> room) {
    Ticket live = next(Lane.LIVE, room);
    return live != null
        ? live
        : next(Lane.BULK, bulk -> line(Lane.LIVE, bulk.traffic()).size == 0 && room.test(bulk));
  }

  private @Nullable Ticket next(Lane lane, Predicate<Ticket> room) {
    List<Ticket> heads = new ArrayList<>();
    for (Line line : lines(lane).values()) {
      line.head().filter(room).ifPresent(heads::add);
    }
    return heads.stream().min(Comparator.comparingLong(Ticket::number)).orElse(null);
  }

  private Line line(Lane lane, Traffic traffic) {
    return lines(lane).computeIfAbsent(traffic, t -> new Line());
  }

  private Map<Traffic, Line> lines(Lane lane) {
    return lines.computeIfAbsent(lane, l -> new EnumMap<>(Traffic.class));
  }

  /** One lane's reads or writes; the legal entity whose turn it is stands first. */
  private static final class Line {
    private final Map<Optional<LegalEntity>, Deque<Ticket>> parties = new LinkedHashMap<>();
    private int size;

    void add(Ticket ticket) {
      parties.computeIfAbsent(party(ticket), p -> new ArrayDeque<>()).add(ticket);
      size++;
    }

    Optional<Ticket> head() {
      return parties.values().stream().findFirst().map(Deque::peek);
    }

    void take(Ticket ticket) {
      Deque<Ticket> rest = leave(ticket);
      if (!rest.isEmpty()) {
        parties.remove(party(ticket));
        parties.put(party(ticket), rest);
      }
    }

    Deque<Ticket> leave(Ticket ticket) {
      Deque<Ticket> mine = parties.getOrDefault(party(ticket), new ArrayDeque<>());
      if (mine.remove(ticket)) {
        size--;
      }
      if (mine.isEmpty()) {
        parties.remove(party(ticket));
      }
      return mine;
    }

    private static Optional<LegalEntity> party(Ticket ticket) {
      return Optional.ofNullable(ticket.caller().legalEntity());
    }
  }
}
