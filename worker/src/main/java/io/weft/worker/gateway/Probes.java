package io.weft.worker.gateway;

import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.weft.activities.store.FactStore;
import io.weft.activities.store.FeedStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a worker's health depends on. */
public final class Probes {
  private Probes() {}

  /** The store answers. Vital. */
  public static Health.Probe store(FactStore facts) {
    return probe(
        "store",
        true,
        () -> {
          facts.fact("environment");
          return "answers";
        });
  }

  /** Temporal is connected and answers within two seconds. */
  public static Health.Probe temporal(Supplier<Optional<WorkflowServiceStubs>> connected) {
    return probe("temporal", false, () -> answer(connected.get()));
  }

  private static String answer(Optional<WorkflowServiceStubs> connected) {
    WorkflowServiceStubs stubs =
        connected.orElseThrow(() -> new IllegalStateException("not connected yet"));
    GetSystemInfoResponse info =
        stubs
            .blockingStub()
            .withDeadlineAfter(2, TimeUnit.SECONDS)
            .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
    return "answers, server " + info.getServerVersion();
  }

  /** No feed has been silent for longer than the given time. */
  public static Health.Probe feeds(FeedStore feeds, Duration longest, Clock clock) {
    return probe("feeds", false, () -> freshness(feeds.states(), longest, clock.instant()));
  }

  static String freshness(List<FeedStore.State> states, Duration longest, Instant now) {
    List<String> silent =
        states.stream()
            .filter(s -> !isFresh(s, longest, now))
            .map(s -> s.feed() + " (" + age(s, now) + ")")
            .toList();
    if (!silent.isEmpty()) {
      throw new IllegalStateException("silent: " + String.join(", ", silent));
    }
    return states.size() + " followed";
  }

  private static boolean isFresh(FeedStore.State state, Duration longest, Instant now) {
    Instant last = state.lastSuccess();
    return last != null && last.plus(longest).isAfter(now);
  }

  private static String age(FeedStore.State state, Instant now) {
    Instant last = state.lastSuccess();
    return last == null ? "never" : Duration.between(last, now).toSeconds() + " s";
  }

  static Health.Probe probe(String name, boolean vital, Supplier<String> look) {
    return new Health.Probe() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean vital() {
        return vital;
      }

      @Override
      public String look() {
        return look.get();
      }
    };
  }
}
