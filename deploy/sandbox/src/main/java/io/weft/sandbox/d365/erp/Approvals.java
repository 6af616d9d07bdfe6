package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Change approval on customers: in a company that has it, a write to a listed field succeeds, but
 * only proposes. What a user's screen would list waits here.
 */
public final class Approvals {
  /** A proposed change of one customer, waiting for a person. */
  public record Proposal(
      long id, String set, String key, String client, Map<String, Object> changes) {

    /** Returns the proposal as it goes over the control address. */
    public Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", id);
      json.put("set", set);
      json.put("key", key);
      json.put("client", client);
      json.put("changes", changes);
      return json;
    }
  }

  private final ErpSettings settings;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, Proposal> open = new ConcurrentSkipListMap<>();

  Approvals(ErpSettings settings) {
    this.settings = settings;
  }

  /** Returns the proposals that nobody has decided yet, oldest first. */
  public List<Proposal> open() {
    return new ArrayList<>(open.values());
  }

  /** Takes a proposal off the list; null if there is none of that id. */
  public @Nullable Proposal take(long id) {
    return open.remove(id);
  }

  /** Returns the changes that may be written now; the rest waits for a person. */
  Map<String, Object> withheld(Tx tx, EntitySet set, Row row, Map<String, Object> changes) {
    String mode = settings.text("approval." + row.text("dataAreaId"));
    Set<String> gated = new TreeSet<>(fields());
    gated.retainAll(Erp.moved(row, changes));
    if (mode.equals("off") || gated.isEmpty()) {
      return changes;
    }
    if (mode.equals("reject")) {
      throw rejected(set, gated);
    }
    Map<String, Object> proposed = new LinkedHashMap<>(changes);
    proposed.keySet().retainAll(gated);
    String client = tx.who().client();
    tx.afterCommit(() -> propose(set, row, client, proposed));
    Map<String, Object> rest = new LinkedHashMap<>(changes);
    rest.keySet().removeAll(gated);
    return rest;
  }

  private void propose(EntitySet set, Row row, String client, Map<String, Object> proposed) {
    long id = ids.incrementAndGet();
    open.put(id, new Proposal(id, set.name(), row.key(), client, proposed));
  }

  private Set<String> fields() {
    return new TreeSet<>(List.of(settings.text("approvalFields").split(",")));
  }

  private static Refusal rejected(EntitySet set, Set<String> gated) {
    List<String> lines = new ArrayList<>();
    for (String name : gated) {
      lines.add(
          "The field '%s' can only be changed through the change approval workflow."
              .formatted(set.get(name).label()));
    }
    return Refusal.write(set, lines);
  }
}
