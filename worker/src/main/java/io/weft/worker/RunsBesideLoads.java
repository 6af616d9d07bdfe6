package io.weft.worker;

import io.weft.activities.hint.Runs;
import io.weft.activities.load.Echoes;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;

/** Tells the runs of what no load sees to by itself. */
record RunsBesideLoads(Runs runs, Echoes echoes) implements Runs {
  @Override
  public void changed(PairId pair, Hint hint) {
    if (!echoes.keeps(pair, hint)) {
      runs.changed(pair, hint);
    }
  }

  @Override
  public void introduce(Hint hint) {
    runs.introduce(hint);
  }
}
