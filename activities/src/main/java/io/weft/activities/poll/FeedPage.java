package io.weft.activities.poll;

import io.weft.activities.store.Incoming;
import io.weft.workflows.record.RecordRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one read of a feed found.
 *
 * @param token where the feed stands once these rows are stored
 * @param rows hints, with the digest of their row where the row was read
 * @param guids Dataverse GUIDs of rows seen, kept for deletions, which show nothing else
 * @param done whether the round is complete, so that the feed may rest
 * @param read rows looked at, those that lead to no hint included
 * @param problem what a person should know although the feed goes on; null if nothing
 */
public record FeedPage(
    String token,
    List<Incoming> rows,
    Map<String, RecordRef> guids,
    boolean done,
    long read,
    @Nullable String problem) {
  public FeedPage {
    rows = List.copyOf(rows);
    guids = Collections.unmodifiableMap(new LinkedHashMap<>(guids));
  }

  /** A page of rows, without GUIDs or problem. */
  public static FeedPage of(String token, List<Incoming> rows, boolean done, long read) {
    return new FeedPage(token, rows, Map.of(), done, read, null);
  }
}
