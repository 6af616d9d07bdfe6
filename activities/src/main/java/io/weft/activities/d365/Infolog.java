package io.weft.activities.d365;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ERP's reasons, for people: what stands after {@code Infolog:}, without levels and without the
 * lines that only repeat that something failed.
 *
 * @param field the field at fault, where one is named: by its technical name, else by its label
 */
record Infolog(String text, @Nullable String field) {
  private static final int LONGEST = 600;
  private static final Pattern LEVEL =
      Pattern.compile("^(info|warning|error):\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOISE =
      Pattern.compile(
          "^(validateField failed|validateWrite failed|validateDelete failed"
              + "|update has been canceled).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TECHNICAL =
      Pattern.compile("validateField failed on field '(?:[^'.]*\\.)?([^'.]+)'");
  private static final Pattern LABEL =
      Pattern.compile("in field '([^']+)'|[Ff]ield '([^']+)' must be filled in");
  private static final Pattern PROPERTY = Pattern.compile("property named '([^']+)'");

  static Infolog read(String message) {
    int start = message.toLowerCase(Locale.ROOT).indexOf("infolog:");
    String log = start < 0 ? message : message.substring(start + "infolog:".length());
    List<String> lines = new ArrayList<>();
    for (String part : log.split(";")) {
      String line = LEVEL.matcher(part.strip()).replaceFirst("").strip();
      if (!line.isEmpty() && !NOISE.matcher(line).matches()) {
        lines.add(line);
      }
    }
    String text = lines.isEmpty() ? log.strip() : String.join("; ", lines);
    return new Infolog(text.substring(0, Math.min(text.length(), LONGEST)), field(message));
  }

  private static @Nullable String field(String message) {
    for (Pattern pattern : List.of(TECHNICAL, LABEL, PROPERTY)) {
      Matcher found = pattern.matcher(message);
      if (found.find()) {
        return found.group(1) != null ? found.group(1) : found.group(2);
      }
    }
    return null;
  }
}
