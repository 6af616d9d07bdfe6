package io.weft.activities.store;

import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param asks whether a person decides what the two say differently, whatever the settings say: so
 *     a load has left it
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
    boolean asks,
    long version,
    Instant linkedAt) {
  public Link {
    aliases = List.copyOf(aliases);
  }

  /**
   * Those of a record's links whose workflows follow its changes. Where all have ended, all of
   * them: a record that was linked once is never introduced again, and the pass says what became of
   * it.
   */
  public static List<Link> following(List<Link> links) {
    List<Link> going = links.stream().filter(link -> !link.state().hasEnded()).toList();
    return going.isEmpty() ? links : going;
  }

  /** Whether one of a record's links leads: of those that go on, only one may. */
  public static boolean isLed(List<Link> links) {
    return links.stream().anyMatch(link -> link.leading() && !link.state().hasEnded());
  }

  /** This link after a change, with the ids that are to mean this pair from now on. */
  public Link with(LinkChange change, List<String> newAliases) {
    List<String> all = new ArrayList<>(aliases);
    newAliases.stream().filter(alias -> !all.contains(alias)).forEach(all::add);
    return new Link(
        pair,
        creatioId,
        change.d365Key() == null ? d365Key : change.d365Key(),
        change.partyNumber() == null ? partyNumber : change.partyNumber(),
        change.dataverseGuid() == null ? dataverseGuid : change.dataverseGuid(),
        all,
        change.state() == null ? state : change.state(),
        bornOn,
        change.leading() == null ? leading : change.leading(),
        change.heldByUs() == null ? heldByUs : change.heldByUs(),
        change.asks() == null ? asks : change.asks(),
        version + 1,
        linkedAt);
  }

  /**
   * The link of the survivor after a merge: the same partner, the lost id as an alias.
   *
   * @param others the survivor's links so far
   */
  public Link movedTo(String survivorId, List<Link> others) {
    List<String> all = new ArrayList<>(aliases);
    all.add(creatioId);
    PairId to = new PairId(pair.object(), pair.legalEntity(), survivorId);
    return new Link(
        to,
        survivorId,
        d365Key,
        partyNumber,
        dataverseGuid,
        all,
        LinkState.LIVE,
        bornOn,
        leading && !isLed(others),
        heldByUs,
        asks,
        0,
        linkedAt);
  }

  /** The record of one side. */
  public RecordRef record(Side side) {
    return switch (side) {
      case CREATIO -> RecordRef.creatio(pair.object(), creatioId);
      case D365 -> RecordRef.d365(pair.object(), pair.legalEntity(), d365Key);
    };
  }
}
