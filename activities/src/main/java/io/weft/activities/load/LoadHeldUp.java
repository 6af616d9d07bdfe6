package io.weft.activities.load;

import io.weft.activities.failure.TypedFailure;
import io.weft.activities.object.Mode;
import io.weft.workflows.failure.FailureTypes;
import io.weft.workflows.load.LoadId;
import java.time.Duration;
import java.util.Locale;

/** A load whose object may not be written now: it goes on by itself once it may. */
public final class LoadHeldUp extends RuntimeException implements TypedFailure {
  private static final long serialVersionUID = 1L;
  private final boolean denied;

  LoadHeldUp(LoadId load, Mode mode) {
    this(
        load
            + " cannot write: the mode of "
            + load.object()
            + " in "
            + load.legalEntity()
            + " is "
            + mode.name().toLowerCase(Locale.ROOT)
            + " in weft.yaml; the load goes on once it is write",
        true);
  }

  LoadHeldUp(LoadId load, String feed) {
    this(load + " waits until the feed " + feed + ", which is just being opened, is", false);
  }

  private LoadHeldUp(String message, boolean denied) {
    super(message);
    this.denied = denied;
  }

  @Override
  public String failureType() {
    return denied ? FailureTypes.DENIED : FailureTypes.CLAIMED;
  }

  @Override
  public Duration retryAfter() {
    return denied ? Duration.ofMinutes(1) : Duration.ofSeconds(5);
  }
}
