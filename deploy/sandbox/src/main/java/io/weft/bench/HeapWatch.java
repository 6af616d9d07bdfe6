package io.weft.bench;

import io.weft.stage.LiveHeap;
import io.weft.stage.ProcessWorker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a worker over a run. What its heap really holds is known after a full collection
 * only, so it is made to collect from time to time; the most that was left counts.
 */
final class HeapWatch {
  private static final Duration BETWEEN = Duration.ofSeconds(15);
  private static final long MEGABYTE = 1024 * 1024;

  private final ProcessWorker worker;
  private final int limit;
  private @Nullable LiveHeap highest;
  private long looked = System.nanoTime();
  private int looks;

  /**
   * @param limit of the worker's heap, in MB
   */
  HeapWatch(ProcessWorker worker, int limit) {
    this.worker = worker;
    this.limit = limit;
  }

  /** To be called often; looks if it is time to. */
  void look() {
    if (System.nanoTime() - looked >= BETWEEN.toNanos()) {
      lookNow();
      looked = System.nanoTime();
    }
  }

  /** Looks at once. */
  void lookNow() {
    Optional<LiveHeap> found = worker.liveHeap();
    looks += found.isPresent() ? 1 : 0;
    if (found.isPresent() && (highest == null || highest.bytes() < found.get().bytes())) {
      highest = found.get();
    }
  }

  /** One line, always with the same words in the same order. */
  String words() {
    return "live heap at most %s (%d looks), heap in use at most %s, RSS at most %s, limit %d MB"
        .formatted(live(), looks, megabytes(worker.mostUsedHeap()), resident(), limit);
  }

  /** What most of the heap was, when it was fullest. */
  List<String> largest() {
    return highest == null ? List.of() : highest.largest();
  }

  /** The most that was left after a full collection. */
  String live() {
    return highest == null ? "unknown" : highest.bytes() / MEGABYTE + " MB";
  }

  /** The most memory of the process, as the system counts it. */
  String resident() {
    OptionalLong kilobytes = worker.memory("VmHWM");
    return kilobytes.isPresent() ? kilobytes.getAsLong() / 1024 + " MB" : "unknown";
  }

  private static String megabytes(OptionalLong count) {
    return count.isPresent() ? count.getAsLong() + " MB" : "unknown";
  }
}
