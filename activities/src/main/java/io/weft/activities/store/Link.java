package io.weft.activities.store;

import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties the two records of a pair together.
 *
 * @param creatioId the record's GUID in Creatio; also the pair's key
 * @param d365Key the business key in the pair's legal entity
 * @param partyNumber the party behind a customer, once known
 * @param dataverseGuid the row's GUID in Dataverse, once known
 * @param aliases ids of merged-away Creatio records that now mean this pair
 * @param bornOn the side on which the record was first seen
 * @param leading whether this pair speaks for fields that all legal entities share
 * @param heldByUs whether the hold on the customer was set by us, so that we may lift it
 * @param version grows with every change of the link
 */
public record Link(
    PairId pair,
    String creatioId,
    String d365Key,
    @Nullable String partyNumber,
    @Nullable String dataverseGuid,
    List<String> aliases,
    LinkState state,
    Side bornOn,
    boolean leading,
    boolean heldByUs,
    long version,
    Instant linkedAt) {
  public Link {
    aliases = List.copyOf(aliases);
  }

  /** The record of one side. */
  public RecordRef record(Side side) {
    return switch (side) {
      case CREATIO -> RecordRef.creatio(pair.object(), creatioId);
      case D365 -> RecordRef.d365(pair.object(), pair.legalEntity(), d365Key);
    };
  }
}
