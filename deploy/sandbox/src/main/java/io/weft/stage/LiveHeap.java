package io.weft.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds on its heap and cannot let go: what is left after a full collection.
 *
 * @param bytes of all objects
 * @param largest the classes with most of it, the first with the most, in words
 */
public record LiveHeap(long bytes, List<String> largest) {
  private static final int SHOWN = 8;

  // "   1:         12345        6789012  [B (java.base@17)", then "Total        99999     12345678"
  private static final Pattern CLASS = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+(\\d+)\\s+(\\d+)");

  public LiveHeap {
    largest = List.copyOf(largest);
  }

  /** Makes a process collect and asks what is left; empty if it cannot be asked. */
  static Optional<LiveHeap> of(long pid) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    ProcessBuilder builder =
        new ProcessBuilder(tool.toString(), Long.toString(pid), "GC.class_histogram");
    try {
      Process process = builder.redirectErrorStream(true).start();
      try (InputStream out = process.getInputStream()) {
        return read(new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      }
    } catch (IOException e) {
      return Optional.empty(); // a Java without development tools
    }
  }

  /** Reads a histogram as the JVM prints it. */
  static Optional<LiveHeap> read(List<String> lines) {
    List<String> largest = new ArrayList<>();
    for (String line : lines) {
      Matcher one = CLASS.matcher(line);
      Matcher total = TOTAL.matcher(line.strip());
      if (one.matches() && largest.size() < SHOWN) {
        largest.add(words(one));
      } else if (total.matches()) {
        return Optional.of(new LiveHeap(Long.parseLong(total.group(2)), largest));
      }
    }
    return Optional.empty();
  }

  private static String words(Matcher one) {
    double megabytes = Long.parseLong(one.group(2)) / (1024.0 * 1024);
    return String.format(Locale.ROOT, "%s %.1f MB", one.group(3), megabytes);
  }
}
