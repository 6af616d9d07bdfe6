package io.weft.activities.poll;

import io.weft.activities.d365.Changes;
import io.weft.activities.d365.DataverseClient;
import io.weft.activities.d365.FeedExpired;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change feed in memory: every change has a version, a link names the last one seen. */
public final class FakeDataverse implements DataverseClient {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, Integer> versions = new LinkedHashMap<>();
  private final Map<String, Integer> deleted = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private int version;
  private boolean expired;
  private @Nullable RemoteException failure;

  /** Adds or changes a customer. */
  public void customer(String guid, String legalEntity, String number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("mserp_custcustomerv3entityid", guid);
    row.put("mserp_dataareaid", legalEntity);
    row.put("mserp_customeraccount", number);
    rows.put(guid, Row.of(row));
    versions.put(guid, ++version);
  }

  public void delete(String guid) {
    rows.remove(guid);
    versions.remove(guid);
    deleted.put(guid, ++version);
  }

  /** The next time an old link is followed, it has expired. */
  public void expire() {
    expired = true;
  }

  public void failWith(RemoteException why) {
    failure = why;
  }

  public List<String> asked() {
    return asked;
  }

  /** Two rows to a page, so that openings have several. */
  @Override
  public Changes opening(String table, Columns columns) {
    asked.add("opening " + table);
    if (failure != null) {
      throw failure;
    }
    expired = false;
    return page(0);
  }

  @Override
  public Changes since(String link) throws FeedExpired {
    asked.add(link);
    if (expired) {
      throw new FeedExpired("0x80044352");
    }
    String[] parts = link.split(":", 2);
    int number = Integer.parseInt(parts[1]);
    return parts[0].equals("page") ? page(number) : changes(number);
  }

  private Changes page(int from) {
    List<Row> all = List.copyOf(rows.values());
    int end = Math.min(from + 2, all.size());
    boolean last = end == all.size();
    return new Changes(
        all.subList(from, end), List.of(), last ? null : "page:" + end, last ? delta() : null);
  }

  private Changes changes(int since) {
    List<Row> changed = new ArrayList<>();
    rows.forEach(
        (guid, row) -> {
          if (versions.getOrDefault(guid, 0) > since) {
            changed.add(row);
          }
        });
    List<String> gone = new ArrayList<>();
    deleted.forEach(
        (guid, at) -> {
          if (at > since) {
            gone.add(guid);
          }
        });
    return new Changes(changed, gone, null, delta());
  }

  private String delta() {
    return "delta:" + version;
  }

  @Override
  public Optional<Row> row(String table, String guid, Columns columns) {
    return Optional.ofNullable(rows.get(guid));
  }
}
