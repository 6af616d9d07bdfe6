package io.weft.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.FeedStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void isUpWhenEverythingAnswers() {
    try (Bench bench = bench(() -> "answers", () -> "answers")) {
      HttpResponse<String> answer = bench.get("/health/ready");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo("{\"status\":\"up\",\"store\":\"answers\",\"temporal\":\"answers\"}");
    }
  }

  @Test
  void isDownWithoutTheStore() {
    try (Bench bench = bench(HealthTest::fails, () -> "answers")) {
      HttpResponse<String> answer = bench.get("/health/ready");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("\"status\":\"down\"").contains("failing: no route");
      assertThat(bench.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void staysReadyButDegradedWithoutTemporal() {
    try (Bench bench = bench(() -> "answers", HealthTest::fails)) {
      HttpResponse<String> answer = bench.get("/health/ready");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"status\":\"degraded\"");
    }
  }

  @Test
  void asksOnceForManyQuestions() {
    AtomicInteger asked = new AtomicInteger();
    Health health =
        new Health(
            List.of(probe("store", true, () -> "asked " + asked.incrementAndGet())), Bench.CLOCK);

    health.report();
    health.report();

    assertThat(asked).hasValue(1);
  }

  @Test
  void tellsSilentFeedsFromFreshOnes() {
    FeedStore.State fresh =
        new FeedStore.State("delta/customers", "t", Bench.NOW.minusSeconds(30), 1, 1);
    FeedStore.State silent =
        new FeedStore.State("scan/items", null, Bench.NOW.minusSeconds(7200), 1, 1);
    FeedStore.State never = new FeedStore.State("scan/new", null, null, 0, 0);
    Duration hour = Duration.ofHours(1);

    assertThat(Probes.freshness(List.of(fresh), hour, Bench.NOW)).isEqualTo("1 followed");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Probes.freshness(List.of(fresh, silent, never), hour, Bench.NOW))
        .hasMessage("silent: scan/items (7200 s), scan/new (never)");
  }

  @Test
  void showsMetricsOfHintsLedgerAndProcess() {
    try (Bench bench = bench(() -> "answers", () -> "answers")) {
      String metrics = bench.get("/metrics").body();

      assertThat(metrics)
          .contains("weft_hints_ledger{disposition=\"accepted\"} 0.0")
          .contains("weft_hints_ledger{disposition=\"in_flight\"} 0.0")
          .contains("jvm_memory_used_bytes");
    }
  }

  private static Bench bench(Supplier<String> store, Supplier<String> temporal) {
    Bench bench = new Bench();
    bench.probes.add(probe("store", true, store));
    bench.probes.add(probe("temporal", false, temporal));
    return bench.start(Bench.API_KEY);
  }

  private static String fails() {
    throw new IllegalStateException("no route");
  }

  private static Health.Probe probe(String name, boolean vital, Supplier<String> look) {
    return Probes.probe(name, vital, look);
  }
}
