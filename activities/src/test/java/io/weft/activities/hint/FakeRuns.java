package io.weft.activities.hint;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs that note what they are told, and can be away. */
final class FakeRuns implements Runs {
  final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private boolean away;
  private boolean early;
  private String poison = "";

  void goAway() {
    away = true;
  }

  void notConnected() {
    early = true;
  }

  void comeBack() {
    away = false;
  }

  /** Telling of this record or pair alone fails. */
  void refuse(String path) {
    poison = path;
  }

  @Override
  public void changed(PairId pair, Hint hint) {
    tell(pair.path());
  }

  @Override
  public void introduce(Hint hint) {
    tell("introduce " + hint.record().path());
  }

  private void tell(String what) {
    if (early) {
      throw new NotConnected();
    }
    if (away || (!poison.isEmpty() && what.contains(poison))) {
      throw new IllegalStateException("cannot be told: " + what);
    }
    told.add(what);
  }
}
