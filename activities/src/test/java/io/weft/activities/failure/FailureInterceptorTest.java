package io.weft.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.activity.ActivityInterface;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureInterceptorTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String CALL = "CustomersV3.update";

  private double jitter;
  private final FailureInterceptor interceptor =
      new FailureInterceptor(Clock.fixed(NOW, ZoneOffset.UTC), () -> jitter);

  @ParameterizedTest
  @CsvSource({"17,17", "0,1", "86400,3600"})
  void clampsTheServersDelay(long asked, long given) {
    ApplicationFailure failure = interceptor.translate(throttled(asked), null);

    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(given));
  }

  @Test
  void aSystemThatIsKnownToBeAwayIsNoFailureOfTheRecord() {
    ApplicationFailure failure = interceptor.translate(away(), null);

    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void notAllComeBackForEachProbe() {
    Trial trial =
        new Trial(
            NOW.minus(Duration.ofHours(1)), Duration.ofSeconds(5), Duration.ofMinutes(2), null);

    ApplicationFailure failure = interceptor.translate(away(), trial);

    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMinutes(2));
  }

  private static RemoteException away() {
    return RemoteException.Unavailable.notAsked(
        Side.D365, CALL, "D365 does not answer", Duration.ofSeconds(10));
  }

  @Test
  void spreadsDelaysByUpToAQuarter() {
    jitter = 1;

    ApplicationFailure failure = interceptor.translate(throttled(100), null);

    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(125));
  }

  @Test
  void leavesRoomForALastAttemptBeforeTheDeadline() {
    assertThat(interceptor.translate(throttled(3600), until(90)).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(interceptor.translate(throttled(3600), until(20)).getNextRetryDelay()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0,5", "19,5", "60,15", "480,120", "86400,120"})
  void waitsAQuarterOfTheTimeSpentWithinThePolicy(long spent, long given) {
    assertThat(interceptor.translate(unavailable(), since(spent)).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(given));
  }

  @Test
  void doesNotComeBackAllAtOnceAfterAnOutage() {
    jitter = 1;

    assertThat(interceptor.translate(unavailable(), since(480)).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(150));
  }

  @Test
  void triesAnUnreadableAnswerAgainAsSoonAsNone() {
    RemoteException torn = new RemoteException.Malformed(Side.D365, CALL, "no JSON", null);

    assertThat(interceptor.translate(torn, since(8)).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void callsThrottlingAndConflictsBenign() {
    RemoteException conflict =
        new RemoteException.Conflict(Side.D365, CALL, "moved", RemoteException.Conflict.Kind.MOVED);
    RemoteException denied = new RemoteException.Denied(Side.D365, CALL, "no", "Ask an admin.");

    assertThat(interceptor.translate(throttled(1), null).getCategory())
        .isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(interceptor.translate(conflict, null).getCategory())
        .isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(interceptor.translate(denied, null).getCategory())
        .isEqualTo(ApplicationErrorCategory.UNSPECIFIED);
  }

  @Test
  void doesNotRetryWhatAPersonMustCorrect() {
    RemoteException rejected = new RemoteException.Rejected(Side.D365, CALL, "no group", "Group");

    ApplicationFailure failure = interceptor.translate(rejected, null);

    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getType()).isEqualTo("Rejected");
    assertThat(failure.getNextRetryDelay()).isNull();
  }

  @Test
  void keepsTheTracesOfCausesShort() {
    Throwable deepest = new IllegalStateException("closed");
    Throwable middle = new IllegalStateException("no connection", deepest);
    RemoteException lost =
        new RemoteException.Unavailable(Side.D365, CALL, "no answer", true, null, middle);

    interceptor.translate(lost, null);

    assertThat(middle.getStackTrace()).hasSizeLessThanOrEqualTo(6);
    assertThat(deepest.getStackTrace()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void translatesWithinAnActivityAndCarriesTheProblem() {
    WorkerFactoryOptions options =
        WorkerFactoryOptions.newBuilder().setWorkerInterceptors(interceptor).build();
    TestActivityEnvironment env =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkerFactoryOptions(options).build());
    env.registerActivitiesImplementations(new Refused());

    try {
      assertThatThrownBy(() -> env.newActivityStub(Writes.class).write())
          .isInstanceOf(ActivityFailure.class)
          .cause()
          .isInstanceOfSatisfying(ApplicationFailure.class, FailureInterceptorTest::rejected);
    } finally {
      env.close();
    }
  }

  private static void rejected(ApplicationFailure failure) {
    Problem problem = failure.getDetails().get(Problem.class);

    assertThat(failure.getType()).isEqualTo("Rejected");
    assertThat(problem.field()).isEqualTo("CustomerGroupId");
    assertThat(problem.fingerprint()).startsWith("d365-customersv3-update-rejected-");
    assertThat(problem.remedy()).contains("CustomerGroupId");
    assertThat(problem.healsItself()).isFalse();
  }

  private static RemoteException unavailable() {
    return new RemoteException.Unavailable(Side.D365, CALL, "no answer", true, null, null);
  }

  private static Trial since(long seconds) {
    return new Trial(NOW.minusSeconds(seconds), Duration.ofSeconds(5), Duration.ofMinutes(2), null);
  }

  private static Trial until(long seconds) {
    return new Trial(NOW, Duration.ofSeconds(5), Duration.ofMinutes(2), NOW.plusSeconds(seconds));
  }

  private static RemoteException throttled(long seconds) {
    return new RemoteException.Throttled(Side.D365, CALL, "slow down", Duration.ofSeconds(seconds));
  }

  @ActivityInterface
  public interface Writes {
    void write();
  }

  static final class Refused implements Writes {
    @Override
    public void write() {
      throw new RemoteException.Rejected(
          Side.D365, CALL, CALL + " answered 400: unknown group 'X9'", "CustomerGroupId");
    }
  }
}
