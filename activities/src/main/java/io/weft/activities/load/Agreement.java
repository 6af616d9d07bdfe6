package io.weft.activities.load;

import io.weft.activities.http.Row;
import io.weft.activities.poll.Beat;
import io.weft.activities.poll.RowReader;
import io.weft.activities.poll.Table;
import io.weft.activities.store.Link;
import io.weft.activities.value.Digest;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether pairs are as their last pass left them, by a bulk read of both sides. */
final class Agreement {
  private final Subject subject;
  private final LoadStores stores;

  Agreement(Subject subject, LoadStores stores) {
    this.subject = subject;
    this.stores = stores;
  }

  /** Those of which one side is not what it was when the two agreed, or where that is in doubt. */
  List<Link> missing(List<Link> links) {
    if (links.isEmpty()) {
      return List.of();
    }
    Map<PairId, Both<@Nullable String>> agreed =
        stores.pairs().agreed(links.stream().map(Link::pair).toList());
    Both<Map<String, String>> now =
        new Both<>(digests(Side.CREATIO, links), digests(Side.D365, links));
    return links.stream().filter(link -> !agrees(link, agreed.get(link.pair()), now)).toList();
  }

  private static boolean agrees(
      Link link, @Nullable Both<@Nullable String> agreed, Both<Map<String, String>> now) {
    if (agreed == null) {
      return false;
    }
    for (Side side : Side.values()) {
      String then = agreed.of(side);
      if (then == null || !then.equals(now.of(side).get(form(link.record(side).key())))) {
        return false;
      }
    }
    return true;
  }

  private Map<String, String> digests(Side side, List<Link> links) {
    Table table = subject.loadable().tables().of(side);
    RowReader reader = table.reader();
    Map<String, String> digests = new LinkedHashMap<>();
    List<String> keys = links.stream().map(link -> link.record(side).key()).toList();
    for (Row row : table.rows(keys, Beat.none())) {
      digests.put(form(reader.ref(row).key()), digest(reader, row));
    }
    return digests;
  }

  /** What cannot be read agrees with nothing: its pass says what is wrong. */
  private static String digest(RowReader reader, Row row) {
    try {
      return Digest.of(reader.fields(row));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** D365 compares keys without case. */
  private static String form(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
