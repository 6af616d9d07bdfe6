package io.weft.activities.desk;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person means by the path of a pair or of a record. */
final class Paths {
  private static final String CREATIO = "creatio";
  private static final String D365 = "d365";

  private Paths() {}

  /**
   * Reads {@code account-customer/creatio/6f1c...} or {@code account-customer/d365/usmf/US-001};
   * empty for anything else.
   */
  static Optional<RecordRef> record(String path) {
    String[] parts = path.split("/", 4);
    try {
      if (parts.length >= 3 && parts[1].equals(CREATIO)) {
        return Optional.of(RecordRef.creatio(SyncObjectName.of(parts[0]), parts[2]));
      } else if (parts.length == 4 && parts[1].equals(D365)) {
        LegalEntity legalEntity = new LegalEntity(parts[2]);
        return Optional.of(RecordRef.d365(SyncObjectName.of(parts[0]), legalEntity, parts[3]));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The object that a path begins with, for examples; the first of all where it is none. */
  static String slug(String path) {
    String word = path.split("/", 2)[0];
    return Arrays.stream(SyncObjectName.values())
        .map(SyncObjectName::slug)
        .filter(word::equals)
        .findFirst()
        .orElse(SyncObjectName.ACCOUNT_CUSTOMER.slug());
  }

  /** The pairs that a path means, the leading one first; empty if none is linked. */
  static List<PairId> pairs(String path, LinkStore links) {
    Optional<RecordRef> record = record(path);
    if (record.isPresent()) {
      return links.linksOf(record.get()).stream().map(Link::pair).toList();
    }
    try {
      return links.find(PairId.parse(path)).map(Link::pair).stream().toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /**
   * The record to introduce that a path means; of a pair, whose key is Creatio's id, the record of
   * Creatio.
   */
  static Optional<RecordRef> unlinked(String path) {
    Optional<RecordRef> record = record(path);
    if (record.isPresent()) {
      return record;
    }
    try {
      PairId pair = PairId.parse(path);
      return Optional.of(RecordRef.creatio(pair.object(), pair.key()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
