package io.weft.activities.simulation;

import io.weft.activities.merge.Base;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Wrong bases: rows 1, 2, 9 and 19. */
final class BaseMutants {
  private BaseMutants() {}

  /** Row 1: confirming closes the intent and leaves the bases to the end of the pass. */
  static final class Late extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public void confirm(
            Sheet sheet,
            List<IntentResult> results,
            Both<@Nullable Base> bases,
            Both<@Nullable String> digests) {
          super.confirm(sheet, results, NO_BASES, NO_DIGESTS);
        }
      };
    }
  }

  /** Changes the bases of an attempt from its confirmation on. */
  private abstract static class Changing extends ForwardingPasses {
    private final Map<String, UnaryOperator<Both<@Nullable Base>>> changes = new LinkedHashMap<>();

    Changing(PassStore store) {
      super(store);
    }

    /** What becomes of the bases when a write has ended so; null for nothing. */
    abstract @Nullable UnaryOperator<Both<@Nullable Base>> change(Intent intent, Outcome outcome);

    Outcome told(Outcome outcome) {
      return outcome;
    }

    @Override
    public void confirm(
        Sheet sheet,
        List<IntentResult> results,
        Both<@Nullable Base> bases,
        Both<@Nullable String> digests) {
      String attempt = sheet.holder().attempt();
      for (IntentResult result : results) {
        Intent intent = announced.get(result.intentId());
        UnaryOperator<Both<@Nullable Base>> change = change(intent, result.outcome());
        if (change != null) {
          changes.merge(attempt, change, (one, two) -> both -> two.apply(one.apply(both)));
        }
      }
      List<IntentResult> told =
          results.stream()
              .map(r -> new IntentResult(r.intentId(), told(r.outcome()), r.note()))
              .toList();
      super.confirm(sheet, told, changed(attempt, bases), digests);
    }

    @Override
    public Settled settle(Sheet sheet, Settlement done) {
      return super.settle(sheet, withBases(done, b -> changed(sheet.holder().attempt(), b)));
    }

    private Both<@Nullable Base> changed(String attempt, Both<@Nullable Base> bases) {
      return changes.getOrDefault(attempt, same -> same).apply(bases);
    }
  }

  private static Both<@Nullable Base> noting(Both<@Nullable Base> bases, Side side, Fields seen) {
    Base base = bases.of(side);
    Base noted = (base == null ? Base.NONE : base).noting(seen).stayed(seen.names());
    return bases.with(side, noted);
  }

  /** Row 2: what the target shows after the write becomes its base. */
  static final class Reread extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new Changing(store) {
        @Override
        @Nullable UnaryOperator<Both<@Nullable Base>> change(Intent intent, Outcome outcome) {
          Side side = intent.target().side();
          Snapshot now = world.remote(side).snapshot(intent.target());
          if (outcome != Outcome.APPLIED || now == null) {
            return null;
          }
          Fields shown = now.fields().only(List.copyOf(intent.sent().names()));
          return bases -> noting(bases, side, shown);
        }
      };
    }
  }

  /** Row 9: success is believed even where the old value stays. */
  static final class Believed extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new Changing(store) {
        @Override
        @Nullable UnaryOperator<Both<@Nullable Base>> change(Intent intent, Outcome outcome) {
          Side side = intent.target().side();
          return outcome != Outcome.WITHOUT_EFFECT
              ? null
              : bases ->
                  noting(noting(bases, side, intent.sent()), side.other(), intent.counterpart());
        }

        @Override
        Outcome told(Outcome outcome) {
          return outcome == Outcome.WITHOUT_EFFECT ? Outcome.APPLIED : outcome;
        }

        @Override
        public Settled settle(Sheet sheet, Settlement done) {
          return super.settle(sheet, withoutDoubt(done));
        }
      };
    }
  }

  private static Settlement withoutDoubt(Settlement done) {
    return new Settlement(
        done.results(),
        done.bases(),
        done.digests(),
        done.covered(),
        done.seen(),
        done.link(),
        done.said(),
        done.remarks(),
        false,
        done.unpark());
  }

  /** Row 19: nobody remembers what was sent in vain. */
  static final class Forgetful extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public void confirm(
            Sheet sheet,
            List<IntentResult> results,
            Both<@Nullable Base> bases,
            Both<@Nullable String> digests) {
          super.confirm(sheet, results, bases.map(Forgetful::hopeful), digests);
        }

        @Override
        public Settled settle(Sheet sheet, Settlement done) {
          return super.settle(sheet, withBases(done, b -> b.map(Forgetful::hopeful)));
        }
      };
    }

    private static @Nullable Base hopeful(@Nullable Base base) {
      return base == null ? null : new Base(base.values(), base.unknown());
    }
  }
}
