package io.weft.bench;

import io.weft.stage.HintSums;
import io.weft.stage.Installation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Webhooks at a steady rate: how fast is the 202, and is every hint in the store? */
final class GatewayBench {
  private static final int ACCEPTED = 202;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Ground ground;
  private final Report report;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  GatewayBench(Ground ground, Report report) {
    this.ground = ground;
    this.report = report;
  }

  /** One answer, and how long it took from the moment at which it was to be sent. */
  private record Answered(int status, Duration took) {}

  /** Measures and prints; returns whether the store has every hint that was answered with 202. */
  boolean run(int rate, Duration time) {
    report.progress("warming up");
    Percentiles warmUp = new Percentiles(send(rate, WARM_UP).stream().map(Answered::took).toList());
    report.progress("cold: " + warmUp.words());
    HintSums before = ground.quiet();
    report.progress("sending webhooks for " + time.toSeconds() + " s");
    List<Answered> answers = send(rate, time);
    HintSums after = ground.quiet();
    List<Duration> accepted =
        answers.stream().filter(a -> a.status() == ACCEPTED).map(Answered::took).toList();
    long stored = after.accepted() - before.accepted();
    Percentiles times = new Percentiles(accepted);
    boolean all = stored >= accepted.size() && after.lost() == 0;
    report.head(Histories.server(ground.temporal()));
    report.figure("Webhooks", answers.size() + " at " + rate + "/s, on linked pairs");
    report.figure("Answered 202", accepted.size() + ", otherwise " + others(answers, accepted));
    report.figure("Time to the 202", times.words());
    report.figure("Hints in the store", stored + (all ? ": all of them" : ": some are MISSING"));
    report.figure("Where they got to", after.words());
    report.figure("Memory of the worker", ground.memory());
    if (times.count() > 0) {
      report.row(
          List.of(
              "gateway " + rate + "/s",
              Percentiles.millis(times.at(50)),
              Percentiles.millis(times.at(99)),
              Percentiles.millis(times.max()),
              stored + " of " + accepted.size() + " in the store"));
    }
    return all && accepted.size() == answers.size();
  }

  private static String others(List<Answered> answers, List<Duration> accepted) {
    return Integer.toString(answers.size() - accepted.size());
  }

  private List<Answered> send(int rate, Duration time) {
    int count = (int) (rate * time.toSeconds());
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try {
      long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
      List<CompletableFuture<Answered>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        HttpRequest request = request(i);
        long due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
        CompletableFuture<Answered> answer = new CompletableFuture<>();
        all.add(answer);
        var unused =
            clock.schedule(
                () -> send(request, due, answer), due - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      return all.stream().map(CompletableFuture::join).toList();
    } finally {
      clock.shutdownNow();
    }
  }

  /** From when it was due, so that a gateway that holds the sender up does not look fast. */
  private void send(HttpRequest request, long due, CompletableFuture<Answered> answer) {
    var unused =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
            .handle(
                (response, failure) ->
                    answer.complete(
                        new Answered(
                            failure == null ? response.statusCode() : 0,
                            Duration.ofNanos(System.nanoTime() - due))));
  }

  private HttpRequest request(int number) {
    Pairs.Pair pair = ground.pairs().all().get(number % ground.pairs().all().size());
    String body =
        "{\"entity\":\"Account\",\"recordId\":\"%s\",\"operation\":\"modified\"}"
            .formatted(pair.id());
    return HttpRequest.newBuilder(URI.create(ground.worker().gateway() + "/webhooks/creatio"))
        .timeout(LONGEST)
        .header("Content-Type", "application/json")
        .header("X-Api-Key", Installation.GATEWAY_KEY)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
