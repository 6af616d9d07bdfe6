package io.weft.activities.store;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The links between the systems. Thread-safe. */
public interface LinkStore {
  /** How long match keys outlive the making of their record. */
  Duration MATCH_KEYS_HELD = Duration.ofMinutes(15);

  /** All links of a record, by key or alias, over all legal entities, the leading one first. */
  List<Link> linksOf(RecordRef record);

  Optional<Link> find(PairId pair);

  /** Links by party number, over all legal entities. */
  List<Link> byParty(String partyNumber);

  /** The record behind a Dataverse GUID, if a feed or a link ever showed it. */
  Optional<RecordRef> byGuid(String dataverseGuid);

  /**
   * Makes a link in one transaction: unique on both keys within the legal entity (the pair's key is
   * the Creatio id) and on every match key for another Creatio record. Match keys stay reserved
   * while the link is, and {@link #MATCH_KEYS_HELD} longer: by then every search that began before
   * the record was made has ended. Safe to repeat with the same wish.
   */
  Linking link(LinkWanted wanted);

  /** As {@link #link} for each of several of one object, in one transaction; in their order. */
  default List<Linking> linkAll(List<LinkWanted> wanted) {
    return wanted.stream().map(this::link).toList();
  }

  /**
   * Changes a link that still has the version seen; throws {@link StoreException.Overtaken} if it
   * has not, or if the new D365 key belongs to another link by now. Returns the new one. An alias
   * brings the aliases of the record that it names.
   */
  Link change(Link seen, LinkChange change);

  /**
   * Moves a pair to the record that its Creatio record was merged into, in one transaction: the old
   * link becomes MERGED and gives up its D365 key, a LIVE link of the survivor takes it, with the
   * old id as alias and the open deliveries of the old pair. Taken if the survivor has a partner in
   * this legal entity already. Safe to repeat.
   */
  Linking move(Link seen, String survivorId);

  /**
   * Ends a link that was a mistake: both records are as if they had never been linked. Returns
   * false, and does nothing, while hints or writes of the pair are open or a pass is at work on it.
   * Safe to repeat.
   */
  boolean part(PairId pair);

  /**
   * The number kept for a new record: inserted if absent, so that twins get the same. Next number
   * of the range on the first call; throws IllegalStateException naming the range when it is used
   * up.
   */
  String number(PairId pair, NumberRange range);

  /** As {@link #number} for each of several, in one transaction; in their order. */
  default List<String> numbers(List<PairId> pairs, NumberRange range) {
    return pairs.stream().map(pair -> number(pair, range)).toList();
  }

  /** The next number for a record whose number turned out to be a stranger's. */
  String nextNumber(PairId pair, String refused, NumberRange range);

  /**
   * Links of an object in a legal entity whose record in D365 was announced to be made, and nobody
   * knows yet what became of that; few at any time.
   */
  List<Link> beingMade(SyncObjectName object, LegalEntity legalEntity);

  /** Links by state, for status and checks; ordered by pair path, after the given one. */
  List<Link> list(@Nullable LinkState state, @Nullable PairId after, int limit);

  /** Reserved numbers, for example CRT-000001 to CRT-899999. */
  record NumberRange(String name, String prefix, int digits, long first, long last) {
    /** One number of the range as it is sent; throws IllegalStateException beyond the last. */
    public String format(long number) {
      if (number > last) {
        throw new IllegalStateException(
            "number range '" + name + "' is used up: its last number is " + last);
      }
      return prefix + String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
  }
}
