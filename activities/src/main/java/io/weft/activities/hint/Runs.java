package io.weft.activities.hint;

import io.weft.workflows.client.Starts;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;

/**
 * The runs that can be told of a hint. Both methods start the run if there is none, return once the
 * server has it, and throw a RuntimeException if the server cannot be reached, {@link NotConnected}
 * if it never was.
 */
public interface Runs {
  /** Tells the run of a pair. */
  void changed(PairId pair, Hint hint);

  /** Tells the introduction of the hint's record. */
  void introduce(Hint hint);

  /** The runs of Temporal. */
  static Runs of(Starts starts) {
    return new Runs() {
      @Override
      public void changed(PairId pair, Hint hint) {
        starts.changed(pair, hint);
      }

      @Override
      public void introduce(Hint hint) {
        starts.introduce(hint.record(), hint);
      }
    };
  }
}
