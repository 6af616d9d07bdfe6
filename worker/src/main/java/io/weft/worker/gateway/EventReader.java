package io.weft.worker.gateway;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import java.util.List;
import java.util.Optional;

/** Reads what one kind of sender posts. Thread-safe. */
interface EventReader {
  /** What the sender is called in metrics and on screen. */
  String source();

  Origin origin();

  /**
   * The hint that an event gives; empty if it is about something that Weft keeps no track of.
   *
   * @throws BadEvent if it cannot be read
   */
  Optional<Hint> read(EventNode event);

  /** What a request came to. */
  record Reading(List<Hint> hints, int unknown) {
    public Reading {
      hints = List.copyOf(hints);
    }
  }

  /** All events of a request; one that cannot be read refuses all. */
  default Reading readAll(List<EventNode> events) {
    List<Hint> hints = events.stream().flatMap(e -> read(e).stream()).toList();
    return new Reading(hints, events.size() - hints.size());
  }
}
