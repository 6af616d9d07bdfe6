package io.weft.worker;

import io.weft.activities.hint.NotConnected;
import io.weft.activities.hint.Runs;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a Temporal that may not be connected yet: until then nobody can be told, and hints
 * wait in the store. So the gateway can take hints while Temporal is away. Thread-safe.
 */
public final class LateRuns implements Runs {
  private final AtomicReference<@Nullable Runs> runs = new AtomicReference<>();

  /** From now on hints reach their runs. */
  public void connect(Runs connected) {
    runs.set(connected);
  }

  @Override
  public void changed(PairId pair, Hint hint) {
    connected().changed(pair, hint);
  }

  @Override
  public void introduce(Hint hint) {
    connected().introduce(hint);
  }

  private Runs connected() {
    Runs connected = runs.get();
    if (connected == null) {
      throw new NotConnected();
    }
    return connected;
  }
}
