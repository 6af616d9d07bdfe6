package io.weft.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for one run: settings, store, logs. Goes away with the run, unless it is kept. */
public final class Workplace implements AutoCloseable {
  private final Path directory;
  private boolean kept;

  private Workplace(Path directory) {
    this.directory = directory;
  }

  /** A fresh one among the temporary files. */
  public static Workplace make() {
    try {
      return new Workplace(Files.createTempDirectory("weft-demo-"));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory can be made", e);
    }
  }

  public Path directory() {
    return directory;
  }

  /** Leaves the files for a person to look at. */
  public void keep() {
    kept = true;
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be removed", e);
    }
  }
}
