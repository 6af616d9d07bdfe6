package io.weft.activities.store.memory;

import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.workflows.pass.Hint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hint with its deliveries by the workflow they go to. */
final class HintRow {
  final long id;
  final Hint hint;
  final @Nullable String digest;
  @Nullable Instant told;
  @Nullable Disposition ended;
  private final Map<String, @Nullable Disposition> deliveries = new LinkedHashMap<>(2);

  HintRow(long id, Hint hint, @Nullable String digest) {
    this.id = id;
    this.hint = hint;
    this.digest = digest;
  }

  Delivery delivery() {
    return new Delivery(id, hint);
  }

  void deliver(String workflow) {
    deliveries.putIfAbsent(workflow, null);
  }

  void withdraw(String workflow) {
    deliveries.remove(workflow);
  }

  /** Sends an open delivery to another workflow, which has not been told yet. */
  void redirect(String from, String to) {
    deliveries.remove(from);
    deliver(to);
    told = null;
  }

  boolean isOpen() {
    return ended == null;
  }

  boolean wasDelivered(String workflow) {
    return deliveries.containsKey(workflow);
  }

  boolean isOpenFor(String workflow) {
    return deliveries.containsKey(workflow) && deliveries.get(workflow) == null;
  }

  List<String> openWorkflows() {
    List<String> open = new ArrayList<>(deliveries.size());
    deliveries.forEach(
        (workflow, disposition) -> {
          if (disposition == null) {
            open.add(workflow);
          }
        });
    return open;
  }

  /** Ends one delivery; the last one ends the hint, as the one that says most. */
  void close(String workflow, Disposition as) {
    deliveries.put(workflow, as);
    Disposition most = as;
    for (Disposition disposition : deliveries.values()) {
      if (disposition == null) {
        return;
      }
      most = most.larger(disposition);
    }
    ended = most;
  }
}
