package io.weft.activities.load;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs of life while an activity works, whatever its own thread waits for; the answer may be that
 * it is to stop. Several a second, because an answer is heard with the next sign; how many of them
 * travel is for the worker to say.
 */
final class Pulse implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Pulse.class);

  private static final long MILLIS = 250;

  private final Runnable sign;
  private final Shift shift;
  private final ScheduledExecutorService beats;

  /**
   * Begins to beat.
   *
   * @param sign gives the sign; throws if the work has been called off
   */
  Pulse(Runnable sign, Shift shift) {
    this.sign = sign;
    this.shift = shift;
    this.beats =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "load-pulse");
              thread.setDaemon(true);
              return thread;
            });
    var unused = beats.scheduleAtFixedRate(this::beat, 0, MILLIS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      sign.run();
    } catch (RuntimeException e) {
      log.atInfo().addKeyValue("why", e.toString()).log("Load told to stop");
      shift.callOff();
      throw e; // ends the beats
    }
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }
}
