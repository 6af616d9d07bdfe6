package io.weft.activities.poll;

import io.weft.workflows.record.LegalEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All feeds: by legal entity, a feed over several in each of them, and by Creatio connection.
 *
 * @param byLegalEntity followed by the pollers
 * @param byConnection followed by the sweeps
 */
public record Feeds(
    Map<LegalEntity, List<Feed>> byLegalEntity, Map<String, List<Feed>> byConnection) {
  private static final String SWEEP = "creatio-sweep/";

  public Feeds {
    byLegalEntity = Collections.unmodifiableMap(new LinkedHashMap<>(byLegalEntity));
    byConnection = Collections.unmodifiableMap(new LinkedHashMap<>(byConnection));
  }

  /** The feeds of a legal entity; none for one that is not configured. */
  public List<Feed> of(LegalEntity legalEntity) {
    return byLegalEntity.getOrDefault(legalEntity, List.of());
  }

  /** The feeds of a Creatio connection; none for one that is not configured. */
  public List<Feed> of(String connection) {
    return byConnection.getOrDefault(connection, List.of());
  }

  /** Every feed once. */
  public List<Feed> all() {
    Set<Feed> all = new LinkedHashSet<>();
    byLegalEntity.values().forEach(all::addAll);
    byConnection.values().forEach(all::addAll);
    return List.copyOf(all);
  }

  /**
   * The feeds that a person means: a legal entity's id, {@code creatio-sweep/<connection>}, a sync
   * object, or the beginning of a feed's name. Empty if it fits none.
   */
  public List<Feed> named(String scope) {
    if (scope.startsWith(SWEEP)) {
      return of(scope.substring(SWEEP.length()));
    }
    List<Feed> found = new ArrayList<>();
    byLegalEntity.forEach(
        (legalEntity, feeds) -> {
          if (legalEntity.id().equalsIgnoreCase(scope)) {
            found.addAll(feeds);
          }
        });
    return found.isEmpty()
        ? all().stream().filter(feed -> !scope.isBlank() && isMeant(feed, scope)).toList()
        : List.copyOf(found);
  }

  private static boolean isMeant(Feed feed, String scope) {
    return feed.name().startsWith(scope) || feed.name().contains("/" + scope + "/");
  }
}
