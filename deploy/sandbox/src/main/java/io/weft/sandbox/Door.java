package io.weft.sandbox;

import io.weft.sandbox.control.Fault;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.control.Latency;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before a tenant: counts each request, delays it and lets faults strike. */
final class Door implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Door.class);

  private final Site site;
  private final ScheduledExecutorService later =
      Executors.newScheduledThreadPool(
          4,
          work -> {
            Thread thread = new Thread(work, "late-commit");
            thread.setDaemon(true);
            return thread;
          });

  Door(Site site) {
    this.site = site;
  }

  Answer pass(Tenant tenant, Handler handler, Call call) {
    String set = tenant.setOf(call);
    String client = tenant.clientOf(call);
    site.latency().awaitAnswer(tenant.system());
    Answer answer = underFaults(tenant, handler, call, set);
    site.traffic().count(tenant.system(), client, call.method(), set, answer.status());
    return answer;
  }

  private Answer underFaults(Tenant tenant, Handler handler, Call call, String set) {
    FaultRule slow = strike(Fault.Phase.BEFORE, tenant, call, set);
    if (slow != null) {
      Latency.pause(Duration.ofMillis(slow.number("delayMs", 5_000)));
    }
    FaultRule instead = strike(Fault.Phase.INSTEAD, tenant, call, set);
    if (instead != null) {
      return tenant.failure(instead, call);
    }
    FaultRule late = strike(Fault.Phase.LATE, tenant, call, set);
    if (late != null) {
      workLater(handler, call, late.number("delayMs", 2_000));
      return Answer.none();
    }
    FaultRule after = strike(Fault.Phase.AFTER, tenant, call, set);
    Answer answer = handler.handle(call);
    return after == null ? answer : spoiled(tenant, after, call, answer);
  }

  private static Answer spoiled(Tenant tenant, FaultRule rule, Call call, Answer answer) {
    return switch (rule.fault()) {
      case DROP_ANSWER -> Answer.none();
      case TRUNCATED -> answer.truncated();
      default -> tenant.failure(rule, call);
    };
  }

  private @Nullable FaultRule strike(Fault.Phase phase, Tenant tenant, Call call, String set) {
    return site.faults().strike(phase, tenant.system(), call.method(), set);
  }

  private void workLater(Handler handler, Call call, long delay) {
    var unused =
        later.schedule(
            () -> {
              Answer answer = handler.handle(call);
              log.atInfo().addKeyValue("status", answer.status()).log("Late commit landed");
            },
            delay,
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
