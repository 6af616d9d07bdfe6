package io.weft.activities.store;

import io.weft.activities.merge.Base;
import io.weft.workflows.record.Both;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt has on its desk: claimed records, link, bases, intents without an outcome, open
 * deliveries. Valid while its fences are the newest on both records.
 *
 * @param fences the claim numbers of the two records
 * @param digests per side: the row as it was last judged, as a digest; null if that is not known or
 *     anything of the base is in doubt
 * @param openIntents intents on either of the two records that have no outcome yet, oldest first;
 *     those of other pairs sharing a record included
 */
public record Sheet(
    Link link,
    Holder holder,
    Both<Long> fences,
    Both<@Nullable Base> bases,
    Both<@Nullable String> digests,
    List<Intent> openIntents,
    List<Delivery> deliveries) {
  public Sheet {
    openIntents = List.copyOf(openIntents);
    deliveries = List.copyOf(deliveries);
  }
}
