package io.weft.sandbox;

import io.weft.sandbox.file.Packing;
import io.weft.sandbox.file.RecordFile;
import io.weft.sandbox.file.Unpacker;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** Entries in a file; memory has their places. */
final class FileEntries implements Entries {
  private final RecordFile file;
  private final Packing packing;
  private long[] places = new long[1024];
  private int size;

  FileEntries(RecordFile file, Packing packing) {
    this.file = file;
    this.packing = packing;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public JournalEntry get(int index) {
    Objects.checkIndex(index, size);
    Unpacker record = packing.unpacker(file.read(places[index]));
    return new JournalEntry(
        index + 1L,
        (Instant) Objects.requireNonNull(record.value()),
        record.word(),
        record.text(),
        record.word(),
        record.word(),
        record.text(),
        record.values(),
        record.values(),
        (String) record.value());
  }

  @Override
  public void add(JournalEntry entry) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
    }
    places[size] =
        file.append(
            packing
                .packer()
                .value(entry.time())
                .word(entry.system())
                .value(entry.client())
                .word(entry.operation())
                .word(entry.set())
                .value(entry.key())
                .values(entry.before())
                .values(entry.after())
                .value(entry.requestId())
                .packed());
    size++;
  }
}
