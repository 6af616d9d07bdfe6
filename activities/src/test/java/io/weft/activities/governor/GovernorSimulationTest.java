package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.governor.Simulation.Demand;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A load against each way in which the systems throttle, for three hours of virtual time: the first
 * one teaches, the others count. Prints a line for each; the figures are the same on each machine.
 */
class GovernorSimulationTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Limits LIMITS = Limits.forD365();

  static Stream<Arguments> regimes() {
    return Stream.of(
        row("6,000 requests in 5 min, 10 s pauses", Regimes.requests(0.3, seconds(10)), 60),
        row("6,000 requests in 5 min, 30 s pauses", Regimes.requests(0.3, seconds(30)), 60),
        row("6,000 requests in 5 min, 60 s pauses", Regimes.requests(0.3, seconds(60)), 60),
        row("the same with answers in 50 ms", Regimes.requests(0.05, seconds(30)), 60),
        row("1,200 s of work in 5 min, 10 s pauses", Regimes.workingTime(0.3, seconds(10)), 60),
        row("1,200 s of work in 5 min, 60 s pauses", Regimes.workingTime(0.3, seconds(60)), 60),
        row("the same with batches of 3 s", Regimes.workingTime(3, seconds(30)), 60),
        row("10 at once, 2 s pauses", steady(10, 2), 60),
        row("10 at once, 30 s pauses", steady(10, 30), 60),
        row("52 at once", Regimes.atOnce(52, 52, HOUR, 2, seconds(10)), 0),
        // What is given back after an hour has to be found out anew, step by step.
        Arguments.of("12 and 6 by turns", Regimes.atOnce(12, 6, HOUR, 0.3, seconds(2)), 0.88, 60),
        row("the sandbox: 20 a second", Regimes.perSecond(20, 0.01, seconds(2)), 60),
        row("20 a second, answers in 300 ms", Regimes.perSecond(20, 0.3, seconds(2)), 60),
        row("the sandbox: 5 s of each minute", byTheClock(), 240),
        row("Creatio: 4 workers, silent", Regimes.silent(4, 0.3), 0),
        row("Creatio: 8 workers, slow, silent", Regimes.silent(8, 2), 0));
  }

  private static Arguments row(String name, Regime regime, int refusedAnHour) {
    return Arguments.of(name, regime, 0.9, refusedAnHour);
  }

  private static Regime steady(int atOnce, int pause) {
    return Regimes.atOnce(atOnce, atOnce, HOUR, 0.3, seconds(pause));
  }

  private static Regime byTheClock() {
    return Regimes.byTheClock(Duration.ofMinutes(1), seconds(5), LIMITS.concurrency(), seconds(2));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("regimes")
  void takesNineTenthsOfWhatIsAllowed(String name, Regime regime, double least, int refusedAnHour) {
    Simulation simulation = new Simulation(regime, LIMITS, Demand.LOAD);
    Simulation.Tally first = simulation.run(HOUR);

    Simulation.Tally then = simulation.run(HOUR.multipliedBy(2));

    double share = share(then, 2, regime);
    System.out.printf(
        Locale.ROOT,
        "%-40s %5.1f %% of %4.1f/s, %3d x 429 an hour (first hour: %5.1f %%, %3d)%n",
        name,
        100 * share,
        regime.allows(),
        then.refused / 2,
        100 * share(first, 1, regime),
        first.refused);
    assertThat(share).isGreaterThanOrEqualTo(least);
    assertThat(then.refused / 2).isLessThanOrEqualTo(refusedAnHour);
    assertThat(first.refused).isLessThanOrEqualTo(200);
  }

  private static double share(Simulation.Tally tally, int hours, Regime regime) {
    return tally.done / (hours * 3600 * regime.allows());
  }

  /**
   * Asking less and less does not help against pauses that others cause, and must end somewhere.
   */
  @Test
  void workGoesOnWhereASystemThrottlesBecauseOfOthers() {
    Regime regime = Regimes.storms(seconds(20), 0.3, LIMITS.concurrency());
    Simulation simulation = new Simulation(regime, LIMITS, Demand.LOAD);
    simulation.run(HOUR.multipliedBy(2));

    Simulation.Tally tally = simulation.run(HOUR);

    System.out.printf(
        Locale.ROOT, "throttled because of others: %.2f a second%n", tally.done / 3600.0);
    assertThat(tally.done / 3600.0).isGreaterThan(10);
  }

  /** Less was asked for than could be: that says what people wanted, not what the system takes. */
  @ParameterizedTest
  @CsvSource({"20, 5", "20, 20", "60, 5", "60, 20"})
  void littleWorkDoesNotTeachThatLittleIsTaken(int every, int burst) {
    Regime regime = Regimes.losing(0.02, Regimes.storms(seconds(every), 0.04, 12));
    Simulation simulation = new Simulation(regime, Limits.forCreatio(), Demand.live(9, burst));

    Simulation.Tally tally = simulation.run(HOUR);

    double done = tally.liveDone / 3600.0;
    System.out.printf(
        Locale.ROOT,
        "9 a second, %d at a time, others throttled every %d s: %.1f a second, p99 %.1f s%n",
        burst,
        every,
        done,
        tally.liveWait / 1e9);
    assertThat(done).isGreaterThan(8);
    assertThat(tally.liveWait).isLessThan(Limits.forCreatio().maxWait().toNanos());
  }

  @Test
  void aSilentSystemIsNotBuried() {
    Simulation simulation = new Simulation(Regimes.silent(4, 0.3), LIMITS, Demand.LOAD);
    simulation.run(HOUR);

    assertThat(simulation.run(HOUR).mostAtOnce).isLessThanOrEqualTo(26);
  }

  @Test
  void aSystemThatIsAwayIsAskedEveryTenSeconds() {
    Duration outage = Duration.ofMinutes(30);
    Regime regime = Regimes.away(Duration.ofMinutes(10), Duration.ofMinutes(10).plus(outage));
    Simulation simulation = new Simulation(regime, LIMITS, Demand.LOAD);

    Simulation.Tally tally = simulation.run(HOUR);

    assertThat(tally.silent).isBetween(150L, outage.toSeconds() / 10 + LIMITS.concurrency());
    assertThat(simulation.run(HOUR).done / 3600.0).isGreaterThan(0.9 * regime.allows());
  }

  @Test
  void liveWorkHardlyWaitsForALoad() {
    Regime regime = Regimes.atOnce(52, 52, HOUR, 2, seconds(10));
    Simulation simulation = new Simulation(regime, LIMITS, Demand.loadAndLive(10));
    simulation.run(HOUR);

    Simulation.Tally tally = simulation.run(HOUR);

    System.out.printf("live p99 beside a load: %d ms%n", tally.liveWait / 1_000_000);
    assertThat(tally.liveWait).isLessThan(Duration.ofMillis(500).toNanos());
    assertThat(share(tally, 1, regime)).isGreaterThanOrEqualTo(0.9);
  }
}
