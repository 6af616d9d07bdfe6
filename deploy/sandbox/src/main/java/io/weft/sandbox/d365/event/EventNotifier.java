package io.weft.sandbox.d365.event;

import io.weft.sandbox.control.Fault;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.RowChange;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells a receiver of every committed change, whoever made it: at least once, in no promised order,
 * never on the writer's time.
 */
public final class EventNotifier implements AutoCloseable {
  private static final Duration HELD_BACK = Duration.ofMillis(1_500);

  private final Erp erp;
  private final Sender sender = new Sender();
  private final ExecutorService pump =
      Executors.newSingleThreadExecutor(work -> daemon(work, "d365-events"));
  private final AtomicLong controlNumbers = new AtomicLong(5_637_150_000L);
  private volatile EventTarget target = EventTarget.NONE;

  /** Makes the notifier and begins to listen. */
  public EventNotifier(Erp erp) {
    this.erp = erp;
    erp.onChange(this::changed);
  }

  /** Sends from now on to this receiver. */
  public void sendTo(EventTarget receiver) {
    target = receiver;
  }

  /** Sends a business event with fields of the caller's. */
  public Map<String, @Nullable Object> businessEvent(Map<String, @Nullable Object> fields) {
    // Numbers that other users of the sequence take leave gaps.
    long control = controlNumbers.addAndGet(1 + (controlNumbers.get() * 7) % 4);
    Instant now = erp.site().world().trueTime();
    Map<String, @Nullable Object> event =
        Payloads.businessEvent(fields, control, now, erp.site().world().newId());
    submit(() -> deliver("business-event", Json.bytes(event)));
    return event;
  }

  /** Returns where events go and what became of them. */
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("url", target.url());
    json.put("sets", target.sets());
    json.put("companies", target.companies());
    json.putAll(sender.toJson());
    return json;
  }

  @Override
  public void close() {
    pump.shutdownNow();
    sender.close();
  }

  private void changed(RowChange change) {
    if (!target.wants(change.set().name(), change.row().text(EntitySet.COMPANY))) {
      return;
    }
    Instant now = erp.site().world().now(Erp.SYSTEM);
    submit(
        () ->
            deliver(
                change.set().name(),
                Json.bytes(Payloads.dataEvent(change, now, erp.site().world().newId()))));
  }

  private void deliver(String set, byte[] body) {
    if (strikes(Fault.DROP_EVENTS, set) != null) {
      sender.dropped();
      return;
    }
    FaultRule late = strikes(Fault.REORDER_EVENTS, set);
    Duration delay =
        late == null
            ? Duration.ZERO
            : Duration.ofMillis(late.number("delayMs", HELD_BACK.toMillis()));
    sender.send(target, body, delay);
    if (strikes(Fault.DUPLICATE_EVENTS, set) != null) {
      sender.send(target, body, Duration.ZERO);
    }
  }

  private @Nullable FaultRule strikes(Fault fault, String set) {
    return erp.site().faults().strike(fault, Erp.SYSTEM, "POST", set);
  }

  private void submit(Runnable work) {
    try {
      pump.execute(work);
    } catch (RejectedExecutionException e) {
      sender.dropped(); // the sandbox is closing
    }
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
