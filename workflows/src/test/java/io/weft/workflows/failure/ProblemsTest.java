package io.weft.workflows.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.DefaultFailureConverter;
import io.temporal.failure.TimeoutFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  @ParameterizedTest
  @CsvSource({
    "Throttled,true",
    "Unavailable,true",
    "Conflict,true",
    "Denied,true",
    "Malformed,true",
    "Claimed,true",
    "Overtaken,true",
    "OutcomeUnknown,true",
    "StoreUnavailable,true",
    "Rejected,false",
    "WrongEnvironment,false",
    "java.lang.IllegalStateException,false"
  })
  void onlyWhatMayPassByItselfIsTriedByItself(String type, boolean heals) {
    Problem problem = Problems.of(failed(ApplicationFailure.newFailure("it broke", type)));

    assertThat(problem.healsItself()).isEqualTo(heals);
    assertThat(problem.failure()).isEqualTo(type);
    assertThat(problem.what()).isEqualTo("it broke");
    assertThat(problem.remedy()).isNotBlank();
    assertThat(Problems.reason(type)).endsWith(".");
  }

  @Test
  void alikeOnOtherRecordsHasTheSameFingerprint() {
    Problem one = Problems.of(failed(ApplicationFailure.newFailure("no group 'X9'", "Rejected")));
    Problem two = Problems.of(failed(ApplicationFailure.newFailure("no group 'Y1'", "Rejected")));

    assertThat(one.fingerprint()).isEqualTo(two.fingerprint());
  }

  @Test
  void aTimeoutTellsTheFailureBeforeIt() {
    Failure wire =
        Failure.newBuilder()
            .setTimeoutFailureInfo(
                TimeoutFailureInfo.newBuilder()
                    .setTimeoutType(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE))
            .setCause(
                Failure.newBuilder()
                    .setMessage("503")
                    .setApplicationFailureInfo(
                        ApplicationFailureInfo.newBuilder().setType("Unavailable")))
            .build();
    Throwable timeout =
        new DefaultFailureConverter()
            .failureToException(wire, DefaultDataConverter.newDefaultInstance());

    assertThat(Problems.of(failed(timeout)).failure()).isEqualTo("Unavailable");
  }

  @Test
  void aTimeoutAloneMeansThatNoWorkerAnswered() {
    Problem problem = Problems.of(failed(timeout()));

    assertThat(problem.failure()).isEqualTo(Problems.NO_ANSWER);
    assertThat(problem.healsItself()).isTrue();
  }

  private static TimeoutFailure timeout() {
    return new TimeoutFailure("late", null, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE);
  }

  private static ActivityFailure failed(Throwable cause) {
    return new ActivityFailure(
        "failed", 5, 6, "ReconcileAccount", "1", RetryState.RETRY_STATE_TIMEOUT, "w", cause);
  }
}
