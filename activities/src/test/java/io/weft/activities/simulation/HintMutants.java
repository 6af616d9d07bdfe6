package io.weft.activities.simulation;

import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.FeedStore;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoredHint;
import io.weft.activities.store.Waiter;
import io.weft.activities.store.WaiterStore;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hints that are not followed up as they should be: rows 10, 11, 12 and 21. */
final class HintMutants {
  private HintMutants() {}

  /** Row 10: a feed row that equals the base is an echo, whatever goes on with its pair. */
  static final class Deaf extends Rules {
    private final Map<RecordRef, String> known = new LinkedHashMap<>();

    @Override
    PassStore passes(PassStore store, World world) {
      return new ForwardingPasses(store) {
        @Override
        public Settled settle(Sheet sheet, Settlement done) {
          Settled settled = super.settle(sheet, done);
          String digest = done.digests().d365();
          if (digest != null) {
            known.put(sheet.link().record(Side.D365), digest);
          }
          return settled;
        }
      };
    }

    @Override
    FeedStore feeds(FeedStore store, World world) {
      Object proxy =
          Proxy.newProxyInstance(
              FeedStore.class.getClassLoader(),
              new Class<?>[] {FeedStore.class},
              (self, method, args) -> {
                try {
                  return method.invoke(
                      store, method.getName().equals("advance") ? withoutEchoes(args) : args);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
      return FeedStore.class.cast(proxy);
    }

    private Object[] withoutEchoes(Object[] args) {
      Object[] less = args.clone();
      less[2] = ((List<?>) args[2]).stream().filter(row -> !isEcho((Incoming) row)).toList();
      return less;
    }

    private boolean isEcho(Incoming row) {
      String digest = row.digest();
      return digest != null && digest.equals(known.get(row.hint().record()));
    }
  }

  /** Row 11: what was told once is left to the run that was told. */
  static final class Trusting extends Rules {
    @Override
    HintStore hints(HintStore store, World world) {
      return new ForwardingHints(store) {
        @Override
        public List<StoredHint> waiting(Instant toldBefore, int limit) {
          return List.of();
        }

        @Override
        public List<PairId> unfinished(Instant before, int limit) {
          return List.of();
        }
      };
    }
  }

  /** Row 12: a hint that one pair has covered is covered for all. */
  static final class Sweeping extends Rules {
    @Override
    PassStore passes(PassStore store, World world) {
      Set<Long> covered = new LinkedHashSet<>();
      return new ForwardingPasses(store) {
        @Override
        public Sheet open(PairId pair, Holder holder) {
          Sheet sheet = super.open(pair, holder);
          List<Delivery> rest =
              sheet.deliveries().stream().filter(d -> !covered.contains(d.hintId())).toList();
          return new Sheet(
              sheet.link(),
              sheet.holder(),
              sheet.fences(),
              sheet.bases(),
              sheet.digests(),
              sheet.openIntents(),
              rest);
        }

        @Override
        public Settled settle(Sheet sheet, Settlement done) {
          Map<Long, Disposition> more = new LinkedHashMap<>(done.covered());
          covered.forEach(id -> more.putIfAbsent(id, Disposition.EQUAL));
          Settled settled = super.settle(sheet, covering(done, more));
          covered.addAll(done.covered().keySet());
          return settled;
        }
      };
    }

    private static Settlement covering(Settlement done, Map<Long, Disposition> covered) {
      return new Settlement(
          done.results(),
          done.bases(),
          done.digests(),
          covered,
          done.seen(),
          done.link(),
          done.said(),
          done.remarks(),
          done.again(),
          done.unpark());
    }
  }

  /** Row 21: whoever waits counts as seen to, and trusts that it will be woken. */
  static final class Confident extends Rules {
    @Override
    WaiterStore waiters(WaiterStore store, World world) {
      Object proxy =
          Proxy.newProxyInstance(
              WaiterStore.class.getClassLoader(),
              new Class<?>[] {WaiterStore.class},
              (self, method, args) -> {
                if (method.getName().equals("add")) {
                  cover(world, (Waiter) args[0]);
                }
                return method.invoke(store, args);
              });
      return WaiterStore.class.cast(proxy);
    }

    private static void cover(World world, Waiter waiter) {
      HintStore hints = world.stores.hints();
      long mark = hints.introductionMark(waiter.record());
      hints.closeIntroduction(waiter.record(), mark, Disposition.FILTERED, "mutated");
    }
  }
}
