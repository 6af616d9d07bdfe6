package io.weft.cli;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people call a record: a word of one side ({@code account}, {@code customer}), or the object
 * itself, where the key shows the side. Another object is known by its name at once, and gets words
 * by two lines here.
 *
 * @param side null where the key decides
 * @param example a key of D365, for messages
 */
public record SyncKind(String word, SyncObjectName object, @Nullable Side side, String example) {
  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final List<SyncKind> WORDS =
      List.of(
          new SyncKind("account", SyncObjectName.ACCOUNT_CUSTOMER, Side.CREATIO, ""),
          new SyncKind("customer", SyncObjectName.ACCOUNT_CUSTOMER, Side.D365, "US-001"),
          new SyncKind("contact", SyncObjectName.CONTACT, null, "000012"),
          new SyncKind("d365-contact", SyncObjectName.CONTACT, Side.D365, "000012"),
          new SyncKind("order", SyncObjectName.ORDER_SALES_ORDER, Side.CREATIO, ""),
          new SyncKind("sales-order", SyncObjectName.ORDER_SALES_ORDER, Side.D365, "000901"));

  /** All words, those of one side first. For help and completion. */
  public static final class Known implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return all().stream().map(SyncKind::word).iterator();
    }
  }

  private static List<SyncKind> all() {
    List<SyncKind> all = new ArrayList<>(WORDS);
    for (SyncObjectName object : SyncObjectName.values()) {
      if (all.stream().noneMatch(kind -> kind.word().equals(object.slug()))) {
        all.add(new SyncKind(object.slug(), object, null, "000901"));
      }
    }
    return all;
  }

  /** The kind of that name; throws IllegalArgumentException naming the known ones. */
  public static SyncKind of(String word) {
    return all().stream()
        .filter(kind -> kind.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(word)));
  }

  private static String unknown(String word) {
    String words = WORDS.stream().map(SyncKind::word).collect(Collectors.joining(", "));
    String objects =
        Arrays.stream(SyncObjectName.values())
            .map(SyncObjectName::slug)
            .collect(Collectors.joining(", "));
    return "There is no '" + word + "': expected " + words + ", or an object (" + objects + ").";
  }

  /** What an option {@code --legal-entity} says; null if it was not given. */
  public static @Nullable LegalEntity legalEntityOption(@Nullable String id) {
    try {
      return id == null ? null : new LegalEntity(id);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--legal-entity '" + id + "': one to four letters or digits expected, as usmf.", e);
    }
  }

  /** Whether a key is the id of a Creatio record of this kind. */
  boolean isCreatioId(String key) {
    return side != Side.D365 && GUID.matcher(key).matches();
  }

  /**
   * Reads a key as people write it; throws IllegalArgumentException saying how it is written.
   *
   * @param legalEntity where keys of D365 do not name it themselves; null if they do
   */
  RecordRef record(String key, @Nullable LegalEntity legalEntity) {
    boolean inCreatio = side == null ? GUID.matcher(key).matches() : side == Side.CREATIO;
    return inCreatio ? creatio(key, legalEntity) : d365(key, legalEntity);
  }

  private RecordRef creatio(String key, @Nullable LegalEntity legalEntity) {
    if (!GUID.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "'"
              + key
              + "' is no id of a Creatio record: write the id from its page's address, as in"
              + " weft sync "
              + word
              + " 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f.");
    }
    if (legalEntity != null) {
      throw new IllegalArgumentException(
          "'"
              + key
              + "' is a record of Creatio, which has no legal entity: leave --legal-entity out.");
    }
    return RecordRef.creatio(object, key);
  }

  private RecordRef d365(String key, @Nullable LegalEntity legalEntity) {
    int slash = key.indexOf('/');
    LegalEntity named = slash < 0 ? null : legalEntity(key.substring(0, slash));
    String rest = key.substring(slash + 1);
    if (legalEntity != null) {
      return RecordRef.d365(object, legalEntity, legalEntity.equals(named) ? full(rest, key) : key);
    }
    if (named == null) {
      throw unclear(key);
    }
    return RecordRef.d365(object, named, full(rest, key));
  }

  private String full(String number, String key) {
    if (number.isBlank()) {
      throw unclear(key);
    }
    return number;
  }

  private IllegalArgumentException unclear(String key) {
    String orId = side == null ? ", or the id of a Creatio record" : "";
    return new IllegalArgumentException(
        "'"
            + key
            + "' does not say which legal entity and number: write weft sync "
            + word
            + " usmf/"
            + example
            + orId
            + ".");
  }

  private static @Nullable LegalEntity legalEntity(String id) {
    try {
      return new LegalEntity(id);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
