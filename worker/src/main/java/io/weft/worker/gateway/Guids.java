package io.weft.worker.gateway;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids as senders write them: in capitals, in braces, or all zeros for none. */
final class Guids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final String NONE = "00000000-0000-0000-0000-000000000000";

  private Guids() {}

  /** The id in lower case without braces; empty if the text is none, or stands for none. */
  static Optional<String> read(String text) {
    String id = text.strip().toLowerCase(Locale.ROOT);
    if (id.startsWith("{") && id.endsWith("}")) {
      id = id.substring(1, id.length() - 1);
    }
    return FORM.matcher(id).matches() && !id.equals(NONE) ? Optional.of(id) : Optional.empty();
  }
}
