package io.weft.activities.http;

import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Headers of an answer inside another. What no header may look like is left out. */
public final class PartHeaders {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

  private PartHeaders() {}

  /** The headers by name; case does not matter. */
  public static Headers of(Map<String, String> values) {
    Headers.Builder headers = new Headers.Builder();
    values.forEach(
        (name, value) -> {
          if (NAME.matcher(name).matches() && !CONTROL.matcher(value).find()) {
            headers.addUnsafeNonAscii(name, value);
          }
        });
    return headers.build();
  }
}
