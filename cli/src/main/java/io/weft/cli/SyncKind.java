package io.weft.cli;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people call a record of one side. Another object joins by its two lines here. */
enum SyncKind {
  ACCOUNT(SyncObjectName.ACCOUNT_CUSTOMER, Side.CREATIO),
  CUSTOMER(SyncObjectName.ACCOUNT_CUSTOMER, Side.D365);

  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final SyncObjectName object;
  private final Side side;

  SyncKind(SyncObjectName object, Side side) {
    this.object = object;
    this.side = side;
  }

  SyncObjectName object() {
    return object;
  }

  Side side() {
    return side;
  }

  /** The kind of that name; throws IllegalArgumentException naming the known ones. */
  static SyncKind of(String word) {
    for (SyncKind kind : values()) {
      if (kind.word().equalsIgnoreCase(word)) {
        return kind;
      }
    }
    String known = Arrays.stream(values()).map(SyncKind::word).collect(Collectors.joining(" or "));
    throw new IllegalArgumentException("There is no '" + word + "': expected " + known + ".");
  }

  /** Reads a key as people write it; throws IllegalArgumentException saying how it is written. */
  RecordRef record(String key) {
    return switch (side) {
      case CREATIO -> creatio(key);
      case D365 -> d365(key);
    };
  }

  private RecordRef creatio(String key) {
    if (!GUID.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "'"
              + key
              + "' is no id of a Creatio record: write the id from its page's address, as in"
              + " weft sync account 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f.");
    }
    return RecordRef.creatio(object, key);
  }

  private RecordRef d365(String key) {
    int slash = key.indexOf('/');
    LegalEntity legalEntity = slash < 0 ? null : legalEntity(key.substring(0, slash));
    if (legalEntity == null || slash == key.length() - 1) {
      throw new IllegalArgumentException(
          "'"
              + key
              + "' does not say which legal entity and number: write weft sync customer"
              + " usmf/US-001.");
    }
    return RecordRef.d365(object, legalEntity, key.substring(slash + 1));
  }

  private static @Nullable LegalEntity legalEntity(String id) {
    try {
      return new LegalEntity(id);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
