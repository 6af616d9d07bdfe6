package io.weft.workflows.record;

/**
 * A pair: one record on each side, in one legal entity. The key is the Creatio id (for objects that
 * live in D365 only, the D365 key). Its {@link #path} is also the workflow id.
 */
public record PairId(SyncObjectName object, LegalEntity legalEntity, String key) {
  public PairId {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a pair of " + object + " needs a key");
    }
  }

  /** {@code account-customer/usmf/6f1c...}: stable, free of personal data. */
  public String path() {
    return object.slug() + "/" + legalEntity.id() + "/" + key;
  }

  /** Reads what {@link #path} wrote; throws IllegalArgumentException for anything else. */
  public static PairId parse(String path) {
    String[] parts = path.split("/", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "'" + path + "' is not a pair: expected object/legal entity/key");
    }
    return new PairId(SyncObjectName.of(parts[0]), new LegalEntity(parts[1]), parts[2]);
  }
}
