package io.weft.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log of a JVM's garbage collector, one line for a pause. */
final class GcLog {
  // "[1.234s][info][gc] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 123M->45M(512M) 3.2ms"
  private static final Pattern PAUSE = Pattern.compile(".* Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\).*");

  private GcLog() {}

  /** The option that makes a JVM write one. */
  static String option(Path file) {
    return "-Xlog:gc:file=" + file + "::filecount=0";
  }

  /** The most MB that were in use when a collection began; empty if none is logged. */
  static OptionalLong mostUsed(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(PAUSE::matcher)
          .filter(Matcher::matches)
          .mapToLong(pause -> Long.parseLong(pause.group(1)))
          .max();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
