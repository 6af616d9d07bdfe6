package io.weft.activities.simulation;

import io.weft.activities.merge.Base;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims that do not hold what they should: rows 6 and 13. */
final class ClaimMutants {
  private ClaimMutants() {}

  /** Takes the claim back before every store write of an attempt that may. */
  private abstract static class Refreshing extends ForwardingPasses {
    Refreshing(PassStore store) {
      super(store);
    }

    abstract boolean mayGoOn(Sheet sheet);

    private Sheet fresh(Sheet sheet) {
      if (!mayGoOn(sheet)) {
        return sheet;
      }
      try {
        Sheet now = store.open(sheet.link().pair(), sheet.holder());
        return new Sheet(
            now.link(),
            sheet.holder(),
            now.fences(),
            sheet.bases(),
            sheet.digests(),
            sheet.openIntents(),
            sheet.deliveries());
      } catch (StoreException.Claimed e) {
        return sheet;
      }
    }

    @Override
    public void announce(Sheet sheet, List<Intent> intents) {
      super.announce(fresh(sheet), intents);
    }

    @Override
    public void confirm(
        Sheet sheet,
        List<IntentResult> results,
        Both<@Nullable Base> bases,
        Both<@Nullable String> digests) {
      super.confirm(fresh(sheet), results, bases, digests);
    }

    @Override
    public Settled settle(Sheet sheet, Settlement done) {
      return super.settle(fresh(sheet), done);
    }

    @Override
    public void release(Sheet sheet) {
      super.release(fresh(sheet));
    }
  }

  /** Row 6: an overtaken attempt goes on storing. */
  static final class Unfenced extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new Refreshing(store) {
        @Override
        boolean mayGoOn(Sheet sheet) {
          return true;
        }
      };
    }
  }

  /** Row 13: the pair is claimed, not its two records. */
  static final class PairOnly extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      Map<PairId, String> newest = new LinkedHashMap<>();
      return new Refreshing(store) {
        @Override
        public Sheet open(PairId pair, Holder holder) {
          newest.put(pair, holder.attempt());
          Holder everybody =
              new Holder("everybody", holder.run(), holder.attempt(), holder.until());
          Sheet sheet = super.open(pair, everybody);
          List<Intent> own =
              sheet.openIntents().stream().filter(i -> i.pair().equals(pair)).toList();
          return withDesk(sheet, sheet.bases(), own);
        }

        @Override
        boolean mayGoOn(Sheet sheet) {
          return sheet.holder().attempt().equals(newest.get(sheet.link().pair()));
        }
      };
    }
  }
}
