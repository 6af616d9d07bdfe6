package io.weft.activities.simulation;

import io.weft.activities.store.Each;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Sheet;
import java.util.List;

/** Rules of batches, broken. */
final class BulkMutants {
  private BulkMutants() {}

  /** What got no answer is not looked at before the next batch is sent. */
  static final class Resending extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public List<Each<Sheet>> openAll(List<Opening> openings) {
          return super.openAll(openings).stream().map(Resending::blind).toList();
        }
      };
    }

    private static Each<Sheet> blind(Each<Sheet> each) {
      if (!(each instanceof Each.Stored<Sheet> stored)) {
        return each;
      }
      Sheet sheet = stored.result();
      return new Each.Stored<>(ForwardingPasses.withDesk(sheet, sheet.bases(), List.of()));
    }
  }
}
