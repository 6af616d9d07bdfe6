package io.weft.workflows;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.load.LoadActivities;
import io.weft.workflows.load.LoadPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A load of a thousand records in batches of 250, kept as a real one is: how far it is, is known
 * here, not to the workflow. May hang in a batch, be refused, or have windows.
 */
public final class FakeLoads implements LoadActivities {
  private static final long TOTAL = 1000;
  private static final long BATCH = 250;
  private static final WindowState ALWAYS = new WindowState(true, null);

  private final List<String> done = new ArrayList<>();
  private final Map<LoadPhase, Long> handled = new EnumMap<>(LoadPhase.class);
  private final Deque<ApplicationFailure> failures = new ArrayDeque<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private Supplier<WindowState> window = () -> ALWAYS;
  private List<Long> limits = new ArrayList<>();
  private long batch = BATCH;
  private boolean hanging;
  private boolean stubborn;
  private boolean away;
  private int batches;

  /** The next call is refused for good. */
  public synchronized void refuseOnce(String why) {
    failures.add(ApplicationFailure.newFailure(why, "Rejected"));
  }

  /** The next call gives up because a system is away. */
  public synchronized void beAwayOnce() {
    failures.add(ApplicationFailure.newNonRetryableFailure("Creatio is away", "Unavailable"));
  }

  /** A system is away: batches fail and are tried again, until it is back. */
  public synchronized void beAway(boolean now) {
    away = now;
  }

  /** Batches last until they are broken off, or come back at once. */
  public synchronized void hang(boolean now) {
    hanging = now;
  }

  /** A broken-off batch throws instead of saying how far it came. */
  public synchronized void endsInCancellation() {
    stubborn = true;
  }

  /** Batches handle so many records; 0 for none. */
  public synchronized void batchesOf(long records) {
    batch = records;
  }

  /** What the window is, asked each time. */
  public synchronized void window(Supplier<WindowState> now) {
    window = now;
  }

  /** What was done, in order; batches by their phase, counted once while they follow each other. */
  public synchronized List<String> done() {
    return List.copyOf(done);
  }

  /** Batches begun so far, of all phases. */
  public synchronized int batches() {
    return batches;
  }

  /** The ends of the window that batches were given. */
  public synchronized List<Long> limits() {
    return new ArrayList<>(limits);
  }

  @Override
  public synchronized void openLoad(OpenLoad request) {
    fail();
    note("open");
  }

  @Override
  public LoadStep scanRecords(LoadRequest request) {
    return batch(LoadPhase.SCAN, request);
  }

  @Override
  public LoadStep matchRecords(LoadRequest request) {
    return batch(LoadPhase.MATCH, request);
  }

  @Override
  public LoadStep rehearseRecords(LoadRequest request) {
    return batch(LoadPhase.REHEARSE, request);
  }

  @Override
  public LoadStep applyRecords(LoadRequest request) {
    return batch(LoadPhase.APPLY, request);
  }

  @Override
  public LoadStep verifyRecords(LoadRequest request) {
    return batch(LoadPhase.VERIFY, request);
  }

  @Override
  public synchronized WindowState checkWindow(LoadRequest request) {
    note("window");
    return window.get();
  }

  @Override
  public synchronized void closeLoad(CloseLoad request) {
    fail();
    note("close " + request.ending() + (request.why() == null ? "" : ": " + request.why()));
  }

  private LoadStep batch(LoadPhase phase, LoadRequest request) {
    begin(phase, request);
    ActivityExecutionContext context = Activity.getExecutionContext();
    while (isHanging()) {
      try {
        context.heartbeat("at work");
      } catch (ActivityCompletionException brokenOff) {
        if (isStubborn()) {
          throw brokenOff;
        }
        return step(phase, 1); // the record in hand
      }
      pauseBriefly();
    }
    return step(phase, batch);
  }

  private synchronized void begin(LoadPhase phase, LoadRequest request) {
    batches++;
    fail();
    if (away) {
      throw ApplicationFailure.newFailure("Creatio is away", "Unavailable");
    }
    note(phase.name().toLowerCase(java.util.Locale.ROOT));
    limits.add(request.untilMillis());
  }

  private synchronized LoadStep step(LoadPhase phase, long more) {
    long now = Math.min(TOTAL, handled.getOrDefault(phase, 0L) + more);
    handled.put(phase, now);
    boolean complete = now == TOTAL;
    String note = complete && phase == LoadPhase.VERIFY ? "1000 linked, 1000 equal" : null;
    return new LoadStep(complete, now, TOTAL, note);
  }

  private void fail() {
    ApplicationFailure failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }

  private void note(String what) {
    if (done.isEmpty() || !done.get(done.size() - 1).equals(what)) {
      done.add(what);
    }
  }

  private synchronized boolean isHanging() {
    return hanging;
  }

  private synchronized boolean isStubborn() {
    return stubborn;
  }

  private void pauseBriefly() {
    try {
      if (never.await(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("never counted down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the worker shuts down", e);
    }
  }

  /** Open or closed until so long from a time. */
  public static WindowState until(boolean open, long nowMillis, Duration time) {
    return new WindowState(open, Instant.ofEpochMilli(nowMillis).plus(time));
  }
}
