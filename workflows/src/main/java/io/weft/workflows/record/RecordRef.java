package io.weft.workflows.record;

import org.jspecify.annotations.Nullable;

/**
 * One record in one system. In Creatio the key is the record's GUID in lower case and there is no
 * legal entity; in D365 it is the business key (the customer account) within a legal entity.
 */
public record RecordRef(
    SyncObjectName object, Side side, @Nullable LegalEntity legalEntity, String key) {
  public RecordRef {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a record of " + object + " in " + side + " needs a key");
    }
    if (side == Side.D365 && legalEntity == null) {
      throw new IllegalArgumentException("D365 record '" + key + "' needs a legal entity");
    }
  }

  /** A record in Creatio, by its GUID. */
  public static RecordRef creatio(SyncObjectName object, String id) {
    return new RecordRef(object, Side.CREATIO, null, id.toLowerCase(java.util.Locale.ROOT));
  }

  /** A record in D365, by its business key within a legal entity. */
  public static RecordRef d365(SyncObjectName object, LegalEntity legalEntity, String key) {
    return new RecordRef(object, Side.D365, legalEntity, key);
  }

  /**
   * The record as one line: {@code account-customer/d365/usmf/US-001}. Used for claims and logs.
   */
  public String path() {
    String le = legalEntity == null ? "" : legalEntity.id() + "/";
    return object.slug() + "/" + side.name().toLowerCase(java.util.Locale.ROOT) + "/" + le + key;
  }

  /** Reads what {@link #path} wrote; throws IllegalArgumentException for anything else. */
  public static RecordRef parse(String path) {
    String[] parts = path.split("/", 3);
    if (parts.length == 3 && parts[1].equals("creatio")) {
      return creatio(SyncObjectName.of(parts[0]), parts[2]);
    }
    int slash = parts.length == 3 ? parts[2].indexOf('/') : -1;
    if (slash > 0 && parts[1].equals("d365")) {
      LegalEntity legalEntity = new LegalEntity(parts[2].substring(0, slash));
      return d365(SyncObjectName.of(parts[0]), legalEntity, parts[2].substring(slash + 1));
    }
    throw new IllegalArgumentException("'" + path + "' is not the path of a record");
  }
}
