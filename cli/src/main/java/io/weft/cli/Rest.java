package io.weft.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass; a test lets something happen instead. */
@FunctionalInterface
public interface Rest {
  /** Really waits. */
  Rest REAL = time -> LockSupport.parkNanos(time.toNanos());

  void of(Duration time);
}
