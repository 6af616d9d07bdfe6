package io.weft.worker.gateway;

import io.weft.activities.poll.Orphan;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import java.util.ArrayList;
import java.util.List;

/** Reads what one kind of sender posts. Thread-safe. */
interface EventReader {
  /** What the sender is called in metrics and on screen. */
  String source();

  Origin origin();

  /**
   * What an event comes to.
   *
   * @throws BadEvent if it cannot be read
   */
  Reading read(EventNode event);

  /**
   * What an event or a request came to.
   *
   * @param orphans rows whose record has to be asked for first
   * @param unknown how many events are about something that Weft keeps no track of
   */
  record Reading(List<Hint> hints, List<Orphan> orphans, int unknown) {
    static final Reading UNKNOWN = new Reading(List.of(), List.of(), 1);

    public Reading {
      hints = List.copyOf(hints);
      orphans = List.copyOf(orphans);
    }

    static Reading of(Hint hint) {
      return new Reading(List.of(hint), List.of(), 0);
    }

    static Reading of(Orphan orphan) {
      return new Reading(List.of(), List.of(orphan), 0);
    }
  }

  /** All events of a request; one that cannot be read refuses all. */
  default Reading readAll(List<EventNode> events) {
    List<Hint> hints = new ArrayList<>();
    List<Orphan> orphans = new ArrayList<>();
    int unknown = 0;
    for (EventNode event : events) {
      Reading one = read(event);
      hints.addAll(one.hints());
      orphans.addAll(one.orphans());
      unknown += one.unknown();
    }
    return new Reading(hints, orphans, unknown);
  }
}
