package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptDeadlineTest {
  @Test
  void thereIsNoneOutsideAnActivity() {
    assertThat(new AttemptDeadline().at()).isNull();
  }

  @Test
  void endsWithTheAttempt() {
    TestActivityEnvironment env = TestActivityEnvironment.newInstance();
    env.registerActivitiesImplementations(new Asking());
    ActivityOptions options =
        ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(60)).build();

    try {
      assertThat(env.newActivityStub(Asks.class, options).seconds()).isEqualTo(60);
    } finally {
      env.close();
    }
  }

  @Test
  void theEarliestHoldsAndEndsWithItsWork() {
    Instant noon = Instant.parse("2026-11-28T12:00:00Z");
    AttemptDeadline deadline = new AttemptDeadline();

    Instant inner =
        AttemptDeadline.within(
            () -> noon,
            () -> AttemptDeadline.within(() -> noon.plusSeconds(1), () -> deadline.at()));

    assertThat(inner).isEqualTo(noon);
    assertThat(deadline.at()).isNull();
  }

  @ActivityInterface
  public interface Asks {
    long seconds();
  }

  static final class Asking implements Asks {
    @Override
    public long seconds() {
      ActivityInfo info = Activity.getExecutionContext().getInfo();
      Instant started = Instant.ofEpochMilli(info.getStartedTimestamp());
      return Duration.between(started, new AttemptDeadline().at()).toSeconds();
    }
  }
}
