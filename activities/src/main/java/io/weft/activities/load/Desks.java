package io.weft.activities.load;

import io.weft.activities.governor.Caller;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.GovernorState;
import io.weft.activities.governor.Permit;
import io.weft.activities.governor.Traffic;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of work compute, or wait for leave to send, at a time. While a request of one is
 * under way, its desk is another's; when the answer is there it goes on without waiting for a desk,
 * because what is begun holds records that others want. So many are in hand where answers take
 * their time, and few where the processor, or a system's ceiling, is what all of them wait for.
 * Thread-safe.
 */
public final class Desks {
  private static final ThreadLocal<@Nullable Desks> OWN = new ThreadLocal<>();

  private final Seats seats;

  /** So many desks, all of them free. */
  Desks(int number) {
    this.seats = new Seats(number);
  }

  /** Waits for a desk, and works at it. */
  <T> T at(Supplier<T> work) {
    seats.acquireUninterruptibly();
    OWN.set(this);
    try {
      return work.get();
    } finally {
      OWN.remove();
      seats.release();
    }
  }

  /** The same governor; who works at a desk leaves it while a request is under way. */
  public static Governor left(Governor governor) {
    return new Governor() {
      @Override
      public Permit acquire(Caller caller, Traffic traffic) {
        Desks own = OWN.get();
        Permit permit = governor.acquire(caller, traffic);
        return own == null ? permit : own.new Away(permit);
      }

      @Override
      public GovernorState state() {
        return governor.state();
      }
    };
  }

  /** A semaphore that may owe permits. */
  private static final class Seats extends Semaphore {
    private static final long serialVersionUID = 1L;

    Seats(int permits) {
      super(permits, true); // loads take turns
    }

    /** Without waiting. */
    void take() {
      reducePermits(1);
    }
  }

  /** Leave for one request, during which the desk is another's. */
  private final class Away implements Permit {
    private final Permit permit;
    private boolean back;

    Away(Permit permit) {
      this.permit = permit;
      seats.release();
    }

    @Override
    public void answered(int parts) {
      permit.answered(parts);
    }

    @Override
    public void failed() {
      permit.failed();
    }

    @Override
    public void throttled(@Nullable Duration retryAfter) {
      permit.throttled(retryAfter);
    }

    @Override
    public void close() {
      permit.close();
      if (!back) {
        back = true;
        seats.take();
      }
    }
  }
}
