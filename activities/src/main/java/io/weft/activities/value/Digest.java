package io.weft.activities.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A short name for the content of a record, equal for equal canonical fields whatever their order.
 * Absent values do not count, so that a column newly mapped and still empty everywhere does not
 * make every row look changed. Stored with bases and feeds: the form must never change.
 */
public final class Digest {
  private static final int HEX_DIGITS = 32;

  private Digest() {}

  /** 32 hex digits of SHA-256 over the fields by name, each with its type. */
  public static String of(Fields fields) {
    MessageDigest sha = sha256();
    for (Map.Entry<String, Value> field : new TreeMap<>(fields.asMap()).entrySet()) {
      if (!field.getValue().isAbsent()) {
        add(sha, field.getKey());
        sha.update(tag(field.getValue()));
        add(sha, field.getValue().text());
      }
    }
    return HexFormat.of().formatHex(sha.digest()).substring(0, HEX_DIGITS);
  }

  /** Length first, so that no two different lists of texts can run together to the same bytes. */
  private static void add(MessageDigest sha, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int shift = 24; shift >= 0; shift -= 8) {
      sha.update((byte) (bytes.length >>> shift));
    }
    sha.update(bytes);
  }

  private static byte tag(Value value) {
    if (value instanceof Value.Text) {
      return 't';
    } else if (value instanceof Value.Decimal) {
      return 'n';
    } else if (value instanceof Value.Flag) {
      return 'f';
    } else if (value instanceof Value.Day) {
      return 'd';
    } else if (value instanceof Value.Moment) {
      return 'm';
    } else if (value instanceof Value.Code) {
      return 'c';
    } else if (value instanceof Value.Reference) {
      return 'r';
    }
    throw new IllegalArgumentException("no digest for an absent value");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
