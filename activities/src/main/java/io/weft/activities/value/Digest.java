package io.weft.activities.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A short fingerprint of canonical fields, the same for equal fields in any order and in any
 * release, so that a feed's row can be compared with what a pass saw without keeping the values.
 */
public final class Digest {
  private static final int BYTES = 16;

  private Digest() {}

  /** 32 hexadecimal digits. Absent fields count like fields that are not there. */
  public static String of(Fields fields) {
    MessageDigest sha = sha256();
    for (Map.Entry<String, Value> field : new TreeMap<>(fields.asMap()).entrySet()) {
      if (!field.getValue().isAbsent()) {
        add(sha, field.getKey());
        add(sha, field.getValue().getClass().getSimpleName());
        add(sha, field.getValue().text());
      }
    }
    return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
  }

  private static void add(MessageDigest sha, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update(new byte[] {(byte) (bytes.length >> 16), (byte) (bytes.length >> 8)});
    sha.update((byte) bytes.length);
    sha.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
