package io.weft.sandbox.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that records are only ever added to. It is no store: it begins empty and goes away when it
 * is closed, on most systems even when the process is killed. Safe for many threads.
 */
public final class RecordFile implements AutoCloseable {
  private static final int LENGTH_BITS = 22;

  /** The longest record, in bytes. */
  static final int LONGEST = (1 << LENGTH_BITS) - 1;

  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();

  private RecordFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Begins a file, in place of one that may be there. */
  public static RecordFile create(Path path) {
    try {
      return new RecordFile(
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException("no file can be made at " + path, e);
    }
  }

  /** Adds a record; returns its place, by which it is found again. */
  public long append(ByteBuffer record) {
    int length = record.remaining();
    if (length > LONGEST) {
      throw new IllegalArgumentException(length + " bytes are too much for one record");
    }
    long from = end.getAndAdd(length);
    try {
      for (long at = from; record.hasRemaining(); ) {
        at += channel.write(record, at);
      }
      return from << LENGTH_BITS | length;
    } catch (IOException e) {
      throw new UncheckedIOException("a record cannot be written", e);
    }
  }

  /** Returns the record at a place that {@link #append} returned. */
  public ByteBuffer read(long place) {
    ByteBuffer record = ByteBuffer.allocate((int) (place & LONGEST));
    long from = place >>> LENGTH_BITS;
    try {
      while (record.hasRemaining()) {
        if (channel.read(record, from + record.position()) < 0) {
          throw new IllegalStateException("there is no record at " + from);
        }
      }
      return record.flip();
    } catch (IOException e) {
      throw new UncheckedIOException("a record cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a file cannot be closed", e);
    }
  }
}
