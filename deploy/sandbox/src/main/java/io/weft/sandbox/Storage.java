package io.weft.sandbox;

import io.weft.sandbox.file.Packing;
import io.weft.sandbox.file.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a world is kept: in memory, or rows and journal in files, for populations of which memory
 * holds the keys only. Nothing outlives the process either way.
 */
public final class Storage implements AutoCloseable {
  /** Tables of settings and look-ups stay below it. */
  private static final int FEW = 1_000;

  private final Packing packing = new Packing();
  private final @Nullable RecordFile rows;
  private final @Nullable RecordFile journal;
  private final int few;

  private Storage(@Nullable RecordFile rows, @Nullable RecordFile journal, int few) {
    this.rows = rows;
    this.journal = journal;
    this.few = few;
  }

  /** Returns one that is quick, and grows with every row. */
  public static Storage inMemory() {
    return new Storage(null, null, 0);
  }

  /** Returns one in files of a directory, which is made if it is not there. */
  public static Storage inFiles(Path directory) {
    return inFiles(directory, FEW);
  }

  /**
   * As {@link #inFiles(Path)}.
   *
   * @param few rows of each table that stay in memory, because they are read most
   */
  public static Storage inFiles(Path directory, int few) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("no directory can be made at " + directory, e);
    }
    return new Storage(
        RecordFile.create(directory.resolve("rows.data")),
        RecordFile.create(directory.resolve("journal.data")),
        few);
  }

  Rows rows(Table table) {
    return rows == null ? new MemoryRows() : new FileRows(table, rows, packing, few);
  }

  Entries entries() {
    return journal == null ? new MemoryEntries() : new FileEntries(journal, packing);
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
    if (journal != null) {
      journal.close();
    }
  }
}
