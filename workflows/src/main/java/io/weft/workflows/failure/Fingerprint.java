package io.weft.workflows.failure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A short name for one kind of trouble, the same on every record that has it, so that 312 alike can
 * be found and released as one: system, operation, class, and the message without ids, numbers and
 * quoted values.
 */
public final class Fingerprint {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)*");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Fingerprint() {}

  /** For example {@code d365-update-rejected-5f3a90c1}; at most 60 characters, safe in queries. */
  public static String of(String system, String operation, String failure, String message) {
    CRC32 crc = new CRC32();
    crc.update(normal(message).getBytes(StandardCharsets.UTF_8));
    String head = word(system) + "-" + word(operation) + "-" + word(failure);
    return head.substring(0, Math.min(head.length(), 50))
        + String.format(Locale.ROOT, "-%08x", crc.getValue());
  }

  /** The message without what differs from record to record. */
  static String normal(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    text = GUID.matcher(text).replaceAll("#");
    text = QUOTED.matcher(text).replaceAll("#");
    text = NUMBER.matcher(text).replaceAll("#");
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
