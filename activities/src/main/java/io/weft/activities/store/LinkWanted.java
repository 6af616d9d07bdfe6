package io.weft.activities.store;

import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made.
 *
 * @param exists whether the record of the other side is there already (LIVE) or will be created
 *     (RESERVED)
 * @param matchKeys what no other new record may claim at the same time (party, tax number, normal
 *     name), each unique within its scope; see {@link LinkStore#link}
 */
public record LinkWanted(
    PairId pair,
    String d365Key,
    @Nullable String partyNumber,
    @Nullable String dataverseGuid,
    Side bornOn,
    boolean leading,
    boolean exists,
    List<String> matchKeys) {
  public LinkWanted {
    matchKeys = List.copyOf(matchKeys);
  }

  /**
   * The link as it starts.
   *
   * @param others the links that its Creatio record has in other legal entities
   */
  public Link link(Instant now, List<Link> others) {
    LinkState state = exists ? LinkState.LIVE : LinkState.RESERVED;
    return new Link(
        pair,
        pair.key(),
        d365Key,
        partyNumber,
        dataverseGuid,
        List.of(),
        state,
        bornOn,
        leading && !Link.isLed(others),
        false,
        false,
        1,
        now);
  }
}
